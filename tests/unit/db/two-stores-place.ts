import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import { existingDatabase } from '../../../lib/db/database';
import { done } from '../../../lib/db/outcome';
import type { RecordRow } from '../../../lib/db/rows';
import type { StorageArea } from '../../../lib/db/second-store';
import { openStore, type Store } from '../../../lib/db/store';
import { FakeArea } from './fake-area';

/*
 * Both stores under faults. fake-indexeddb keeps its data in this process: what it can't show is
 * durability across a killed browser and Chromium's own aborts; tests/browser/db has those.
 */

/** The two records that the tests write. */
export const KEYS = ['note/taobao:900000000001', 'note/taobao:900000000002'] as const;
let names = 0;

// Every write of the database goes through here; a test makes one of them fail.
let databaseFull = false;

/** Makes every write of the database fail for want of space, or no more. */
export function fillDatabase(full: boolean): void {
  databaseFull = full;
}

// oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function putOrFail(value: unknown, key?: IDBValidKey) {
  if (databaseFull) throw new DOMException('the disk is full', 'QuotaExceededError');
  return key === undefined ? put.call(this, value) : put.call(this, value, key);
};
afterEach(() => {
  databaseFull = false;
});

/** Both stores of one extension, and the worker that holds them. */
export class Place {
  readonly area = new FakeArea();
  #used: StorageArea | null = null;
  readonly name = `two-stores-${(names += 1)}`;
  nowMs = 1;
  store: Store = this.open();

  /** Another area than the plain one, from here on. */
  use(area: StorageArea): void {
    this.#used = area;
    this.restart();
  }

  open(): Store {
    return openStore({ area: this.#used ?? this.area, nowMs: () => this.nowMs, name: this.name });
  }

  /** The worker is gone with whatever it was doing; another one starts. */
  restart(): void {
    databaseFull = false;
    this.area.before = () => {};
    this.area.after = () => {};
    this.store = this.open();
  }

  save(operationId: string, keys: readonly string[], text: string | null) {
    return this.store.write({ id: operationId, atMs: 1 }, () =>
      Promise.resolve(
        done({
          writes: keys.map((key) => ({ key, value: text === null ? null : noteOf(key, text) })),
          answerKey: keys[0] ?? null,
        }),
      ),
    );
  }

  async texts(): Promise<(string | null)[]> {
    const read = await this.store.read((reader) =>
      Promise.all(KEYS.map((key) => reader.note(key.slice(5)))),
    );
    if (!read.ok) throw new Error(read.why);
    return read.value.map((note) => note?.value.text ?? null);
  }

  async rows(): Promise<{ database: RecordRow[]; second: RecordRow[] }> {
    const database = existingDatabase(this.name);
    await database.open();
    const inDatabase = await database.table<RecordRow>('records').toArray();
    database.close();
    const second = [...this.area.items]
      .filter(([key]) => key.startsWith('r/'))
      .map(([, text]) => JSON.parse(text) as RecordRow)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return { database: inDatabase, second };
  }

  async damageInDatabase(key: string): Promise<void> {
    const database = existingDatabase(this.name);
    await database.open();
    const table = database.table<RecordRow>('records');
    const row = await table.get(key);
    if (row !== undefined) await table.put({ ...row, value: noteOf(key, 'flipped bytes') });
    database.close();
  }

  damageInSecond(key: string): void {
    const text = this.area.items.get(`r/${key}`);
    if (text !== undefined) this.area.items.set(`r/${key}`, '{"key":7}');
  }
}

export function noteOf(key: string, text: string) {
  return { listingId: key.slice('note/'.length), text, tags: [], updatedAtMs: 1 };
}

/** A promise that never settles: the worker was killed there. */
export const killed = () => new Promise<never>(() => {});
