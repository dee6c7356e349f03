import type { Page } from '@playwright/test';

declare const chrome: typeof import('wxt/browser').browser;

/** The store's own notes: what is sealed, when it was verified. It writes them when it comes to it. */
const OWN_NOTES = /^(chunks|meta) /;

/**
 * Everything that the extension keeps, row by row as text, from one of its own pages; without the
 * store's own notes, which no page and no file has a part in.
 */
export async function storedRows(options: Page): Promise<string[]> {
  const found = await options.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('store');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error));
    });
    const rows: string[] = [];
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name);
      const all = await new Promise<unknown[]>((resolve, reject) => {
        const asked = store.getAll();
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error));
      });
      rows.push(...all.map((row) => `${name} ${JSON.stringify(row)}`));
    }
    db.close();
    const area = await chrome.storage.local.get(null);
    rows.push(
      ...Object.entries(area).map(([key, value]) => `local ${key} ${JSON.stringify(value)}`),
    );
    return rows;
  });
  return found.filter((row) => !OWN_NOTES.test(row)).toSorted();
}
