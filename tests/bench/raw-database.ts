import { VERSIONS } from '../../lib/db/schema';
import type { Observation } from '../../lib/listing/series';

/** IndexedDB as anybody would use it, with the very schema of the store. */
export type RawDatabase = IDBDatabase;

function keyPathOf(text: string): string | string[] {
  return text.startsWith('[') ? text.slice(1, -1).split('+') : text;
}

/** Opens, and where it is new makes, a database of the store's tables. */
export function openRaw(name: string): Promise<RawDatabase> {
  return new Promise((resolve, reject) => {
    const { version } = VERSIONS.at(-1)!;
    // A version names what it changes; the tables are those of all of them.
    const tables: Record<string, string> = Object.assign({}, ...VERSIONS.map((one) => one.tables));
    // Dexie multiplies its version numbers by ten.
    const opening = indexedDB.open(name, version * 10);
    opening.addEventListener('upgradeneeded', () => {
      for (const [table, spec] of Object.entries(tables)) {
        const [key, ...indexes] = spec.split(',').map((part) => part.trim());
        const made = opening.result.createObjectStore(table, { keyPath: keyPathOf(key!) });
        for (const index of indexes) made.createIndex(index, keyPathOf(index));
      }
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error));
  });
}

/** The answer of one request. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

function whole(work: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    work.addEventListener('complete', () => resolve());
    work.addEventListener('error', () => reject(work.error));
    work.addEventListener('abort', () => reject(work.error));
  });
}

/** Adds rows that are not there: each key is looked up first, as the store does. */
export async function appendRaw(
  database: RawDatabase,
  rows: readonly Observation[],
): Promise<void> {
  const work = database.transaction('observations', 'readwrite', { durability: 'strict' });
  const done = whole(work);
  const observations = work.objectStore('observations');
  const there = await Promise.all(
    rows.map((row) => answerOf(observations.get([row.series, row.atMs]))),
  );
  rows.forEach((row, index) => {
    if (there[index] === undefined) observations.add(row);
  });
  await done;
}

/** Puts rows in without looking: to fill a database quickly. */
export async function fillRaw(
  database: RawDatabase,
  rows: readonly Observation[],
  durability: IDBTransactionDurability = 'relaxed',
): Promise<void> {
  const work = database.transaction('observations', 'readwrite', { durability });
  const done = whole(work);
  const observations = work.objectStore('observations');
  for (const row of rows) observations.put(row);
  await done;
}

/** Every row of a series since a time, in one request. */
export function rangeRaw(
  database: RawDatabase,
  series: string,
  sinceMs: number,
): Promise<Observation[]> {
  return answerOf(
    database
      .transaction('observations')
      .objectStore('observations')
      .getAll(IDBKeyRange.bound([series, sinceMs], [series, Infinity])),
  );
}

/** The last row of each listing by a cursor of its own: what one does without a table of the latest. */
export function lastOfEach(
  database: RawDatabase,
  listingIds: readonly string[],
): Promise<(Observation | undefined)[]> {
  const byListing = database
    .transaction('observations')
    .objectStore('observations')
    .index('[listingId+atMs]');
  return Promise.all(
    listingIds.map(async (id) => {
      const range = IDBKeyRange.bound([id, 0], [id, Infinity]);
      return (await answerOf(byListing.openCursor(range, 'prev')))?.value as
        | Observation
        | undefined;
    }),
  );
}
