import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { movableArea } from '../../../lib/db/bucket-area';
import { placeOf } from '../../../lib/db/buckets';
import { openStore, type Store } from '../../../lib/db/store';
import { steadyArea } from '../../../lib/db/steady-area';
import { FakeArea } from './fake-area';
import { FakeBuckets } from './fake-buckets';
import { KEYS, noteOf } from './two-stores-place';
import { done } from '../../../lib/db/outcome';

/* Stores that the browser opens never again, whatever it is asked: they go on in a bucket. */

let names = 0;

/** Both stores of one extension in a browser with buckets. */
class Movable {
  readonly area = new FakeArea();
  readonly buckets = new FakeBuckets();
  readonly name = `movable-${(names += 1)}`;
  store = this.open();

  open(): Store {
    const { area, buckets, name } = this;
    const second = steadyArea(movableArea(area, placeOf('second', buckets)));
    return openStore({ area: second, nowMs: () => 1, buckets, name });
  }

  /** The browser is started anew. */
  restart(): void {
    this.store.close();
    this.store = this.open();
  }

  /** The same, and the browser has lost the database. */
  async restartWithout(): Promise<void> {
    this.store.close();
    await Dexie.delete(this.name);
    this.store = this.open();
  }

  save(id: string, text: string, keys: readonly string[] = KEYS) {
    return this.store.write({ id, atMs: 1 }, () =>
      Promise.resolve(
        done({
          writes: keys.map((key) => ({ key, value: noteOf(key, text) })),
          answerKey: KEYS[0],
        }),
      ),
    );
  }

  async texts(): Promise<(string | undefined)[]> {
    const read = await this.store.read((reader) =>
      Promise.all(KEYS.map((key) => reader.note(key.slice(5)))),
    );
    return read.ok ? read.value.map((note) => note?.value.text) : [read.why];
  }

  /** Neither opened nor deleted any more: the ordinary place only. */
  shutDatabase(): void {
    const shut = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    vi.spyOn(indexedDB, 'open').mockImplementation(shut);
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(shut);
  }

  shutSecond(): void {
    const shut = () => Promise.reject(new Error('IO error: MANIFEST-010001'));
    Object.assign(this.area, { get: shut, set: shut, clear: shut });
  }
}

afterEach(() => void vi.restoreAllMocks());

describe('a store that the browser opens never again', () => {
  it('goes on in a bucket after the typed word, with everything, and stays there', async () => {
    for (const shut of ['shutDatabase', 'shutSecond'] as const) {
      const place = new Movable();
      await place.save('op-1', 'a');
      place.restart();
      place[shut]();
      expect(await place.store.ready()).toMatchObject({ ok: false, why: 'broken' });
      expect(place.buckets.names()).toEqual([]);
      expect(await place.store.resetUnreadable()).toEqual({ ok: true, value: null });
      expect(place.buckets.names()).toEqual([shut === 'shutDatabase' ? 'database-1' : 'second-1']);
      expect(await place.texts()).toEqual(['a', 'a']);
      expect(await place.save('op-2', 'b')).toMatchObject({ ok: true });
      expect(await place.store.health()).toEqual({ database: true, second: true });
      place.restart();
      expect(await place.texts()).toEqual(['b', 'b']);
      // Each of the two alone has all of it: the other one is emptied.
      if (shut === 'shutDatabase') place.buckets.empty('database-1');
      else place.buckets.empty('second-1');
      place.restart();
      expect(await place.texts()).toEqual(['b', 'b']);
      expect(await place.store.verify()).toMatchObject({ ok: true, value: { quarantined: 0 } });
      vi.restoreAllMocks();
    }
  });

  it('is brought back by the older place where the browser has forgotten its bucket', async () => {
    const place = new Movable();
    await place.save('op-1', 'a');
    place.restart();
    place.shutDatabase();
    await place.store.ready();
    await place.store.resetUnreadable();
    await place.save('op-2', 'b');
    place.buckets.all.clear();
    vi.restoreAllMocks();
    place.restart();
    // What lies at the older place is older: the second store has the newer.
    expect(await place.texts()).toEqual(['b', 'b']);
  });

  it('stays where it is, and that is said, where a bucket can’t be used either', async () => {
    const place = new Movable();
    await place.save('op-1', 'a');
    place.restart();
    place.shutDatabase();
    await place.store.ready();
    const made = place.buckets.open.bind(place.buckets);
    place.buckets.open = async (name) => {
      const bucket = await made(name);
      vi.spyOn(bucket.indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('no space', 'UnknownError');
      });
      return bucket;
    };
    expect(await place.store.resetUnreadable()).toMatchObject({ ok: false, why: 'broken' });
    expect(place.buckets.names()).toEqual([]);
    vi.restoreAllMocks();
    expect(await place.texts()).toEqual(['a', 'a']);
  });
});

describe('a second store that can be read, and not written any more', () => {
  const DAMAGE = new Error('Corruption: block checksum mismatch');
  const refuse = () => Promise.reject(DAMAGE);

  it('goes on in a bucket with the save that found it out, and stays there', async () => {
    const place = new Movable();
    await place.save('op-1', 'a');
    Object.assign(place.area, { set: refuse });
    expect(await place.save('op-2', 'b')).toEqual({ ok: true, value: { revision: 2 } });
    expect(place.buckets.names()).toEqual(['second-1']);
    expect(await place.save('op-3', 'c')).toMatchObject({ ok: true });
    await place.restartWithout();
    expect(await place.texts()).toEqual(['c', 'c']);
    expect(place.buckets.names()).toEqual(['second-1']);
  });

  it('does so at a verification as well, which comes to its end', async () => {
    const place = new Movable();
    await place.save('op-1', 'a');
    place.area.items.delete(`r/${KEYS[1]}`);
    Object.assign(place.area, { set: refuse });
    expect(await place.store.verify()).toMatchObject({ ok: true });
    await place.restartWithout();
    expect(await place.texts()).toEqual(['a', 'a']);
  });

  it('has what could not be read from the database before anything is answered', async () => {
    const place = new Movable();
    await place.save('op-1', 'a');
    const read = place.area.get.bind(place.area);
    const get = (keys: string[] | null) =>
      keys?.includes(`r/${KEYS[1]}`) === true ? refuse() : read(keys);
    Object.assign(place.area, { set: refuse, get });
    expect(await place.save('op-2', 'b', KEYS.slice(0, 1))).toMatchObject({ ok: true });
    await place.restartWithout();
    expect(await place.texts()).toEqual(['b', 'a']);
  });

  it('stays where it is for want of room, or without buckets, and the save is refused', async () => {
    const place = new Movable();
    await place.save('op-1', 'a');
    const full = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    Object.assign(place.area, { set: full });
    expect(await place.save('op-2', 'b')).toEqual({ ok: false, why: 'full' });
    Object.assign(place.area, { set: refuse });
    place.buckets.open = refuse;
    expect(await place.save('op-3', 'c')).toMatchObject({ ok: false });
    expect(place.buckets.names()).toEqual([]);
    place.restart();
    expect(await place.texts()).toEqual(['a', 'a']);
  });
});

describe('the place of a store', () => {
  it('is the last bucket of its name; what was left behind is kept', async () => {
    const buckets = new FakeBuckets();
    for (let n = 1; n <= 3; n += 1) {
      expect(await placeOf('sealed', buckets).moveOn(() => Promise.resolve(true))).toBe(true);
    }
    await placeOf('second', buckets).moveOn(() => Promise.resolve(true));
    expect(buckets.names()).toEqual(['sealed-1', 'sealed-2', 'sealed-3', 'second-1']);
    expect(await placeOf('sealed', buckets).find()).toBe(buckets.all.get('sealed-3'));
    expect(await placeOf('database', buckets).find()).toBeNull();
  });

  it('is the ordinary one where the browser has no buckets or can’t say', async () => {
    const buckets = new FakeBuckets();
    await placeOf('second', buckets).moveOn(() => Promise.resolve(true));
    buckets.keys = () => Promise.reject(new Error('no register'));
    expect(await placeOf('second', buckets).find()).toBeNull();
    expect(await placeOf('second', null).find()).toBeNull();
    expect(await placeOf('second', null).moveOn(() => Promise.resolve(true))).toBe(false);
  });
});

describe('a storage area in a bucket', () => {
  it('gives back what was set, by key, and in one batch or not at all', async () => {
    const buckets = new FakeBuckets();
    const place = placeOf('second', buckets);
    await place.moveOn(() => Promise.resolve(true));
    const area = movableArea(new FakeArea(), place);
    await area.set({ a: 1, b: { c: [2] } });
    expect(await area.get(['b', 'x'])).toEqual({ b: { c: [2] } });
    expect(await area.get(null)).toEqual({ a: 1, b: { c: [2] } });
    const bad = area.set({ a: 3, d: () => {} });
    await expect(bad).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await area.get(null)).toEqual({ a: 1, b: { c: [2] } });
    expect(await area.getKeys?.()).toEqual(['a', 'b']);
    await area.clear();
    expect(await area.get(null)).toEqual({});
  });
});
