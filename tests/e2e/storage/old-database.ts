import { anObservation } from '../../unit/db/examples.ts';
import type { RawPage } from './raw-browser.ts';

export const OLD_ROWS = 50_000;
/** Where the rows that do not parse lie among the others: at the start, in the middle, at the end. */
export const POISONED = ['note/taobao:000000000000', 'note/taobao:955000000', 'verdict/~~~'];

const LISTINGS = 100;

/**
 * Makes the database anew as a version before had it, past the product's own code: the tables and
 * rows that are there now but for the named ones, and 50,000 observations of a hundred listings. Rows
 * that do not parse stand at the start, the middle and the end of the records and observations.
 */
export async function makeOldDatabase(
  page: RawPage,
  { version, without }: { version: number; without: string[] },
): Promise<void> {
  const observation = anObservation(0, 9900);
  await page.evaluate(`(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const now = await done(indexedDB.open('store'));
    const tables = [];
    for (const name of now.objectStoreNames) {
      const store = now.transaction(name).objectStore(name);
      const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath]);
      tables.push({ name, keyPath: store.keyPath, indexes, rows: await done(store.getAll()) });
    }
    now.close();
    const kept = tables.filter(({ name }) => !${JSON.stringify(without)}.includes(name));
    await done(indexedDB.deleteDatabase('store'));
    const open = indexedDB.open('store', ${version});
    open.onupgradeneeded = () => {
      for (const { name, keyPath, indexes } of kept) {
        const store = open.result.createObjectStore(name, { keyPath });
        for (const [index, path] of indexes) store.createIndex(index, path);
      }
    };
    const old = await done(open);
    const write = old.transaction([...old.objectStoreNames], 'readwrite');
    for (const { name, rows } of kept) for (const row of rows) write.objectStore(name).put(row);
    const observations = write.objectStore('observations');
    const one = ${JSON.stringify(observation)};
    for (let n = 0; n < ${OLD_ROWS}; n += 1) {
      const listingId = 'taobao:8000000' + String(10000 + n % ${LISTINGS});
      const series = one.series.replace(one.listingId, listingId);
      // Four hours apart, over twelve weeks: the files of three months.
      observations.put({ ...one, listingId, series, atMs: 1760000000000 + Math.floor(n / ${LISTINGS}) * 14400000 });
    }
    for (const [series, atMs] of [['!', 1], ['taobao:8000000100505', 2], ['~', 3]]) {
      observations.put({ series, atMs, listingId: 'nonsense', poisoned: true });
    }
    for (const key of ${JSON.stringify(POISONED)}) {
      write.objectStore('records').put({ key, deleted: 0, value: 'poisoned' });
    }
    await new Promise((resolve, reject) => {
      write.oncomplete = resolve;
      write.onabort = () => reject(write.error);
    });
    old.close();
  })()`);
}

/** How many of the 50,000 observations are there, and which tables there are. */
export function oldRowsThere(page: RawPage): Promise<{ rows: number; tables: string[] }> {
  return page.evaluate(`(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const now = await done(indexedDB.open('store'));
    const keys = await done(now.transaction('observations').objectStore('observations').getAllKeys());
    const tables = [...now.objectStoreNames];
    now.close();
    return { rows: keys.filter(([series]) => /taobao:8000000\\d{5}\\D/.test(series)).length, tables };
  })()`);
}
