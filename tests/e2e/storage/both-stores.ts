import { canonicalJson } from '../../../lib/listing/canonical-json.ts';
import type { RecordRow } from '../../../lib/db/rows.ts';
import { faultOf } from '../../../lib/db/record-row.ts';
import { bucketOf, OPEN_STORE } from './open-store.ts';
import type { RawPage } from './raw-browser.ts';

/** The rows of the operator's records as the two stores hold them, by key. */
export type BothStores = { database: Map<string, RecordRow>; second: Map<string, RecordRow> };

/** What a read of both stores gives of each row: all of it, or its checksum only. */
type Sums = {
  database: [key: string, checksum: string][];
  second: [key: string, checksum: string][];
};

const rowsOf = (database: string) => `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await ${database};
  const rows = database === null ? [] : await done(database.transaction('records').objectStore('records').getAll());
  database?.close();
  // The second store as it is laid out (lib/db/steady-area.ts): damaged values fail every read that
  // asks for them, and after such damage the rows lie under other keys.
  const bucket = await ${bucketOf('second')};
  let area = chrome.storage.local;
  if (bucket !== null) {
    const opened = await done(bucket.indexedDB.open('second'));
    const items = opened.transaction('items').objectStore('items');
    const [keys, values] = await Promise.all([done(items.getAllKeys()), done(items.getAll())]);
    opened.close();
    const all = new Map(keys.map((key, index) => [key, values[index]]));
    area = {
      getKeys: async () => keys,
      get: async (asked) => Object.fromEntries(asked.filter((key) => all.has(key)).map((key) => [key, all.get(key)])),
    };
  }
  let prefix = '';
  for (let n = 1; n <= 9; n += 1) {
    const mark = 'gen/' + n;
    if (await area.get([mark]).then((found) => mark in found, () => true)) prefix = 'g' + n + '/';
  }
  const keys = await area.getKeys().catch(() => rows.map((row) => prefix + 'r/' + row.key));
  const own = keys.filter((key) => key.startsWith(prefix + 'r/'));
  let items = await area.get(own).catch(() => null);
  if (items === null) {
    items = {};
    for (const key of own) Object.assign(items, await area.get([key]).catch(() => ({})));
  }
  const second = Object.values(items);
  return { database: rows, second };
})()`;
const ROWS = rowsOf(OPEN_STORE);

/** The rows that the second store alone holds, where the database can't be opened. */
export async function readSecond(page: RawPage): Promise<Map<string, RecordRow>> {
  const { second } = await page.evaluate<{ second: RecordRow[] }>(rowsOf('null'));
  return new Map(second.map((row) => [row.key, row]));
}

/** Reads both stores past the product's own code; of rows with other keys only the checksums. */
export async function readBoth(
  page: Pick<RawPage, 'evaluate'>,
  keys?: Iterable<string>,
): Promise<BothStores> {
  const asked = keys === undefined ? 'null' : JSON.stringify([...keys]);
  const { database, second } = await page.evaluate<Record<keyof BothStores, RecordRow[]>>(
    `${ROWS}.then(({ database, second }) => {
      const asked = ${asked};
      const cut = (row) => asked === null || asked.includes(row.key) ? row : { key: row.key, checksum: row.checksum };
      return { database: database.map(cut), second: second.map(cut) };
    })`,
  );
  const byKey = (rows: RecordRow[]) => new Map(rows.map((row) => [row.key, row]));
  return { database: byKey(database), second: byKey(second) };
}

/** The checksums of all rows of both stores, as one text. */
export async function sumsOfBoth(page: RawPage): Promise<string> {
  const sums = await page.evaluate<Sums>(`${ROWS}.then(({ database, second }) => ({
    database: database.map((row) => [row.key, row.checksum]),
    second: second.map((row) => [row.key, row.checksum]),
  }))`);
  return JSON.stringify(sums);
}

export type Reply<T = unknown> =
  | { ok: true; value: T }
  | { ok: false; failure: { code: string; field?: string } };

/**
 * Sends a message as a page of the extension does. Null where no answer came: the worker was
 * killed on the way, or took longer than the patience, ms.
 */
export async function tell<T>(
  page: RawPage,
  type: string,
  data: unknown,
  patienceMs = 20_000,
): Promise<Reply<T> | null> {
  const message = JSON.stringify({ id: 1, type, data, timestamp: 0 });
  return page.evaluate(`Promise.race([
    chrome.runtime.sendMessage(${message}).then((reply) => reply?.res ?? null, () => null),
    new Promise((resolve) => setTimeout(() => resolve(null), ${patienceMs})),
  ])`);
}

/** What a record says, whenever it was said: notes keep their own time, which no command names. */
export function contentOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('updatedAtMs' in value)) {
    return canonicalJson(value);
  }
  return canonicalJson({ ...value, updatedAtMs: 0 });
}

/** What of the two stores differs or is not sound; empty is what healing must come to. */
export async function disagreements({ database, second }: BothStores): Promise<string[]> {
  const wrong: string[] = [];
  for (const key of new Set([...database.keys(), ...second.keys()])) {
    const [a, b] = [database.get(key), second.get(key)];
    // A row that the database never had may lie in the second store as a tombstone.
    if (a === undefined && b?.deleted === 1) continue;
    if (a?.checksum !== b?.checksum) wrong.push(`${key}: the stores differ`);
    if (a?.revision === undefined) continue;
    if ((await faultOf(key, a)) !== null) wrong.push(`${key}: not sound`);
  }
  return wrong;
}
