import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { existingDatabase } from '../../../lib/db/database';
import { done } from '../../../lib/db/outcome';
import type { RecordRow } from '../../../lib/db/rows';
import { openStore, type Store } from '../../../lib/db/store';
import { FakeArea } from './fake-area';

/*
 * Both stores under faults. fake-indexeddb keeps its data in this process: what it can't show is
 * durability across a killed browser and Chromium's own aborts; tests/browser/db has those.
 */

const KEYS = ['note/taobao:900000000001', 'note/taobao:900000000002'] as const;
let names = 0;

// Every write of the database goes through here; a test makes one of them fail.
let databaseFull = false;
// oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function putOrFail(value: unknown, key?: IDBValidKey) {
  if (databaseFull) throw new DOMException('the disk is full', 'QuotaExceededError');
  return key === undefined ? put.call(this, value) : put.call(this, value, key);
};
afterEach(() => {
  databaseFull = false;
});

class Place {
  readonly area = new FakeArea();
  readonly name = `two-stores-${(names += 1)}`;
  store: Store = this.open();

  open(): Store {
    return openStore({ area: this.area, nowMs: () => 1, name: this.name });
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

function noteOf(key: string, text: string) {
  return { listingId: key.slice('note/'.length), text, tags: [], updatedAtMs: 1 };
}

/** A promise that never settles: the worker was killed there. */
const killed = () => new Promise<never>(() => {});

describe('a save', () => {
  it('is acknowledged when both stores hold it', async () => {
    const place = new Place();
    expect(await place.save('op-1', KEYS, 'a')).toEqual({ ok: true, value: { revision: 1 } });
    const { database, second } = await place.rows();
    expect(database).toHaveLength(2);
    expect(second).toEqual(database);
    expect(place.area.access).toBe('TRUSTED_CONTEXTS');
  });

  it('saves nothing where the second store is full', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    place.area.before = () => {
      throw new Error('QUOTA_BYTES quota exceeded');
    };
    expect(await place.save('op-2', KEYS, 'b')).toMatchObject({ ok: false, why: 'full' });
    expect(await place.texts()).toEqual(['a', 'a']);
    place.area.before = () => {};
    // What was typed is sent again, by the same operation or a new one.
    expect(await place.save('op-2', KEYS, 'b')).toEqual({ ok: true, value: { revision: 2 } });
    expect(await place.texts()).toEqual(['b', 'b']);
  });

  it('takes back the second store where the database is full', async () => {
    const place = new Place();
    await place.save('op-1', [KEYS[0]], 'a');
    databaseFull = true;
    expect(await place.save('op-2', KEYS, 'b')).toMatchObject({ ok: false, why: 'full' });
    databaseFull = false;
    place.restart();
    expect(await place.texts()).toEqual(['a', null]);
    // The new one, taken back, is a tombstone in the second store.
    const { database, second } = await place.rows();
    expect(second.filter((row) => row.deleted === 0)).toEqual(database);
    databaseFull = true;
    await place.save('op-3', KEYS, 'c');
    databaseFull = false;
    expect(await place.store.verify()).toMatchObject({ ok: true });
    expect(await place.texts()).toEqual(['a', null]);
  });

  it('is finished by the next start where the worker was killed between the stores', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    let reached: () => void = () => {};
    const between = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const set = place.area.set.bind(place.area);
    place.area.set = async (items) => {
      await set(items);
      reached();
      return killed();
    };
    void place.save('op-2', KEYS, 'b');
    await between;
    place.area.set = set;
    place.restart();
    expect(await place.texts()).toEqual(['b', 'b']);
    // The page repeats what was not answered: no conflict, and it counts once.
    expect(await place.save('op-2', KEYS, 'b')).toMatchObject({ ok: true });
    expect((await place.rows()).database.map((row) => row.revision)).toEqual([2, 2]);
    // Also where the save named what it was based on.
    const based = { key: KEYS[0], value: noteOf(KEYS[0], 'b'), base: 1 };
    const plan = () => Promise.resolve(done({ writes: [based], answerKey: KEYS[0] }));
    const answer = await place.store.write({ id: 'op-3', atMs: 1 }, plan);
    expect(answer).toEqual({ ok: true, value: { revision: 2 } });
  });
});

describe('healing', () => {
  it('brings everything back to an emptied database, and to an emptied second store', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    place.store.close();
    await Dexie.delete(place.name);
    place.restart();
    expect(await place.texts()).toEqual(['a', 'a']);
    place.area.items.clear();
    place.restart();
    await place.store.ready();
    const { database, second } = await place.rows();
    expect(second).toEqual(database);
    expect(database).toHaveLength(2);
  });

  it('does not bring back what was deleted', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    const old = new Map(place.area.items);
    await place.save('op-2', KEYS, null);
    place.area.items = old;
    place.restart();
    expect(await place.texts()).toEqual([null, null]);
    expect((await place.rows()).second.map((row) => row.deleted)).toEqual([1, 1]);
  });

  it('finds a damaged row on full verification, sets it aside and mends it', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    await place.damageInDatabase(KEYS[0]);
    place.damageInSecond(KEYS[1]);
    place.restart();
    expect(await place.store.verify()).toMatchObject({
      ok: true,
      value: { checked: 2, healed: 2, quarantined: 2 },
    });
    expect(await place.texts()).toEqual(['a', 'a']);
    const aside = await place.store.read((reader) => reader.setAside());
    expect(aside.ok && aside.value.map((row) => [row.key, row.from, row.why])).toEqual(
      expect.arrayContaining([
        [KEYS[0], 'database', 'wrong-checksum'],
        [KEYS[1], 'second-store', 'does-not-parse'],
      ]),
    );
    expect(await place.store.verify()).toMatchObject({ value: { healed: 0, quarantined: 0 } });
  });

  it('keeps both damaged rows where they lie, and shows neither', async () => {
    const place = new Place();
    await place.save('op-1', [KEYS[0]], 'a');
    place.damageInSecond(KEYS[0]);
    const database = existingDatabase(place.name);
    await database.open();
    await database.table('records').put({ key: KEYS[0], value: 'nonsense', deleted: 0 });
    database.close();
    place.restart();
    expect(await place.store.verify()).toMatchObject({ value: { healed: 0, quarantined: 2 } });
    expect(await place.texts()).toEqual([null, null]);
    expect((await place.rows()).database).toHaveLength(1);
    expect(await place.save('op-2', [KEYS[0]], 'new')).toMatchObject({ ok: true });
    expect(await place.texts()).toEqual(['new', null]);
  });

  it('only reads where a newer version has written, whichever store says so', async () => {
    for (const newer of ['database', 'second'] as const) {
      const place = new Place();
      await place.save('op-1', KEYS, 'a');
      if (newer === 'second') place.area.items.set('writer', '99');
      else {
        const database = existingDatabase(place.name);
        await database.open();
        await database.table('meta').put({ name: 'minimumWriter', value: 99 });
        database.close();
      }
      const before = new Map(place.area.items);
      place.restart();
      expect(await place.store.ready()).toEqual({ ok: true, value: 'read-only' });
      expect(await place.save('op-2', KEYS, 'b')).toMatchObject({ ok: false, why: 'read-only' });
      expect(await place.texts()).toEqual(['a', 'a']);
      expect(place.area.items).toEqual(before);
    }
  });
});

type Fault =
  | 'none'
  | 'second store full'
  | 'killed between the stores'
  | 'database full'
  | 'database full, then killed'
  | 'killed before the answer';
type After =
  | 'go on'
  | 'restart'
  | 'database emptied'
  | 'second store emptied'
  | 'row damaged in the database'
  | 'row damaged in the second store'
  | 'repeat';

const steps = fc.array(
  fc.record({
    both: fc.boolean(),
    text: fc.option(fc.constantFrom('x', 'y', 'z'), { nil: null }),
    fault: fc.constantFrom<Fault>(
      'none',
      'none',
      'second store full',
      'killed between the stores',
      'database full',
      'database full, then killed',
      'killed before the answer',
    ),
    after: fc.constantFrom<After>(
      'go on',
      'restart',
      'database emptied',
      'second store emptied',
      'row damaged in the database',
      'row damaged in the second store',
      'repeat',
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('any saves, faults and losses of one store', () => {
  it('lose no acknowledged save, tear none, bring nothing back, and end in agreement', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const place = new Place();
        // What each key may hold: the acknowledged text, or an unanswered save after it.
        const allowed: (string | null)[][] = [[null], [null]];
        const pairs = plan.every((step) => step.both);
        for (const [index, step] of plan.entries()) {
          const keys = step.both ? KEYS : [KEYS[0]];
          // Each save has a text of its own: one that came back from before would be seen.
          const text = step.text === null ? null : `${step.text}${index}`;
          const id = `operation-${index}`;
          const answered = await attempt(place, id, keys, text, step.fault);
          keys.forEach((_, key) => {
            allowed[key] = answered ? [text] : [...(allowed[key] ?? []), text];
          });
          await then(place, step.after);
          const repeated = step.after === 'repeat' ? await place.save(id, keys, text) : null;
          expect(repeated?.ok).not.toBe(false);
          keys.forEach((_, key) => {
            if (repeated !== null) allowed[key] = [text];
          });
          const texts = await place.texts();
          texts.forEach((now, key) => expect(allowed[key]).toContain(now));
          expect(pairs ? texts[0] : texts[1]).toBe(texts[1]);
          // What is there now was healed, and is what stands from here on.
          texts.forEach((now, key) => {
            allowed[key] = [now];
          });
        }
        place.restart();
        expect(await place.store.verify()).toMatchObject({ ok: true });
        const { database, second } = await place.rows();
        const live = (rows: RecordRow[]) => rows.filter((row) => row.deleted === 0);
        expect(live(second)).toEqual(live(database));
        place.store.close();
      }),
      { numRuns: 80 },
    );
  }, 120_000);
});

/** One save under a fault; true when it was acknowledged. */
async function attempt(
  place: Place,
  id: string,
  keys: readonly string[],
  text: string | null,
  fault: Fault,
): Promise<boolean> {
  await place.store.ready();
  const { area } = place;
  if (fault === 'second store full') {
    area.before = () => {
      throw new Error('QUOTA_BYTES quota exceeded');
    };
  }
  if (fault === 'database full' || fault === 'database full, then killed') databaseFull = true;
  if (fault === 'killed between the stores' || fault === 'database full, then killed') {
    const dies = fault === 'killed between the stores' ? 1 : 2;
    const set = area.set.bind(area);
    await Promise.race([place.save(id, keys, text), afterSet(area, dies)]);
    area.set = set;
    place.restart();
    return false;
  }
  const outcome = await place.save(id, keys, text);
  databaseFull = false;
  area.before = () => {};
  if (fault === 'killed before the answer') {
    place.restart();
    return false;
  }
  return outcome.ok;
}

/** Resolves when the nth batch has been written, after which the area answers no more. */
function afterSet(area: FakeArea, nth: number): Promise<void> {
  return new Promise<void>((resolve) => {
    const set = FakeArea.prototype.set.bind(area);
    let count = 0;
    area.set = async (items) => {
      count += 1;
      if (count > nth) return killed();
      await set(items);
      if (count < nth) return undefined;
      resolve();
      return killed();
    };
  });
}

async function then(place: Place, after: After): Promise<void> {
  if (after === 'go on' || after === 'repeat') return;
  // One loss at a time: what a kill left in one store only is in both again.
  await place.store.ready();
  place.store.close();
  if (after === 'database emptied') await Dexie.delete(place.name);
  if (after === 'second store emptied') place.area.items.clear();
  if (after === 'row damaged in the database') await place.damageInDatabase(KEYS[0]);
  if (after === 'row damaged in the second store') place.damageInSecond(KEYS[0]);
  place.restart();
  if (after.startsWith('row')) await place.store.verify();
}
