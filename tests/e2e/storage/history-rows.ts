import { OPEN_STORE } from './open-store.ts';
import type { RawPage } from './raw-browser.ts';

const rowsOf = (tables: string[], of: string) => `(async () => {
  const database = await ${OPEN_STORE};
  const found = [];
  for (const name of ${JSON.stringify(tables)}) {
    const all = database.transaction(name).objectStore(name).${of}();
    const rows = await new Promise((resolve, reject) => {
      all.onsuccess = () => resolve(all.result);
      all.onerror = () => reject(all.error);
    });
    found.push(...rows.map((row) => name + ' ' + JSON.stringify(row)));
  }
  database.close();
  return found;
})()`;

/** The keys of every observation and every change in the database. */
export function historyRows(page: RawPage): Promise<string[]> {
  return page.evaluate(rowsOf(['observations', 'changes'], 'getAllKeys'));
}

/** Waits until a full verification has ended after that time; false where none does in time. */
export async function verifiedSince(
  page: RawPage,
  sinceMs: number,
  patienceMs = 60_000,
): Promise<boolean> {
  const endMs = Date.now() + patienceMs;
  while (Date.now() < endMs) {
    const rows = await page.evaluate<string[]>(rowsOf(['meta'], 'getAll')).catch(() => []);
    for (const row of rows) {
      const { name, value } = JSON.parse(row.slice('meta '.length)) as {
        name: string;
        value: { atMs?: number };
      };
      if (name === 'verification' && (value.atMs ?? 0) >= sinceMs) return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
