import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { createSecondStore } from '../../../lib/db/second-store';
import { steadyArea } from '../../../lib/db/steady-area';
import { FakeArea } from './fake-area';
import { KEYS, Place } from './two-stores-place';

/** An area that refuses to read or overwrite some keys, as Chromium's does where a value is damaged. */
class DamagedArea extends FakeArea {
  readonly damaged = new Set<string>();
  /** Whether a failed read takes the damaged value away. */
  forgets = true;
  /** Whether keys can't be listed either, as where a whole block is damaged. */
  hidesKeys = false;

  async getKeys(): Promise<string[]> {
    if (this.hidesKeys) throw new Error('Corruption: block checksum mismatch');
    return [...this.items.keys()];
  }

  override async get(keys: string[] | null): Promise<Record<string, unknown>> {
    this.#refuse(keys ?? [...this.items.keys()]);
    return super.get(keys);
  }

  override async set(items: Record<string, unknown>): Promise<void> {
    this.#refuse(Object.keys(items));
    await super.set(items);
  }

  #refuse(keys: string[]): void {
    const bad = keys.find((key) => this.damaged.has(key));
    if (bad === undefined) return;
    if (this.forgets) {
      this.damaged.delete(bad);
      this.items.delete(bad);
    }
    throw new Error('Invalid JSON');
  }
}

describe('an area with damaged values', () => {
  it('gives all the others, whether or not Chromium takes the damaged ones away', async () => {
    for (const forgets of [true, false]) {
      const area = new DamagedArea();
      await area.set(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`k${n}`, n])));
      area.damaged.add('k3').add('k4').add('k40');
      area.forgets = forgets;
      const asked = Array.from({ length: 50 }, (_, n) => `k${n}`);
      const found = await steadyArea(area).get(asked);
      expect(Object.keys(found)).toEqual(asked.filter((k) => !['k3', 'k4', 'k40'].includes(k)));
    }
  });

  it('can be written over them', async () => {
    const area = new DamagedArea();
    await area.set({ a: 1, b: 2 });
    area.damaged.add('b');
    await steadyArea(area).set({ a: 3, b: 4 });
    expect(await area.get(['a', 'b'])).toEqual({ a: 3, b: 4 });
  });

  it('fails where nothing can be read, and says full at once', async () => {
    const area = new FakeArea();
    area.get = () => Promise.reject(new Error('IO error'));
    await expect(steadyArea(area).get(['a', 'b'])).rejects.toThrow('IO error');
    await expect(createSecondStore(steadyArea(area)).readAllKeys()).rejects.toThrow('IO error');
    const full = new FakeArea();
    full.before = () => {
      throw new Error('QUOTA_BYTES quota exceeded');
    };
    await expect(steadyArea(full).set({ a: 1 })).rejects.toThrow('QUOTA');
  });

  it('goes on under other keys where some can’t be written, and nothing is missing', async () => {
    for (const hidesKeys of [false, true]) {
      const area = new DamagedArea();
      area.forgets = false;
      const place = new Place();
      place.use(steadyArea(area));
      await place.save('op-1', KEYS, 'a');
      // The manifest of all notes, and one of them: a damaged block.
      area.damaged.add('m/note').add(`r/${KEYS[0]}`);
      area.hidesKeys = hidesKeys;
      expect(await place.save('op-2', [KEYS[0]], 'b')).toEqual({
        ok: true,
        value: { revision: 2 },
      });
      expect(await place.save('op-3', [KEYS[0]], 'c')).toEqual({
        ok: true,
        value: { revision: 3 },
      });
      // Everything is in the second store: the database is lost, and another worker starts.
      place.store.close();
      await Dexie.delete(place.name);
      place.use(steadyArea(area));
      expect(await place.texts()).toEqual(['c', 'a']);
      // Damaged a second time.
      area.damaged.add('g1/writer');
      expect(await place.save('op-4', KEYS, 'd')).toMatchObject({ ok: true });
      expect(await place.store.verify()).toMatchObject({ ok: true });
      expect(area.items.has('gen/2')).toBe(true);
      place.store.close();
      await Dexie.delete(place.name);
      place.use(steadyArea(area));
      expect(await place.texts()).toEqual(['d', 'd']);
    }
  });

  it('is found by the verification as well, and by a start', async () => {
    const area = new DamagedArea();
    area.forgets = false;
    const place = new Place();
    place.use(steadyArea(area));
    await place.save('op-1', KEYS, 'a');
    area.damaged.add(`r/${KEYS[0]}`);
    expect(await place.store.verify()).toMatchObject({ ok: true });
    expect(area.items.has(`g1/r/${KEYS[0]}`)).toBe(true);
    area.damaged.add('g1/m/note');
    place.use(steadyArea(area));
    expect(await place.store.ready()).toMatchObject({ ok: true });
    expect(area.items.has('g2/m/note')).toBe(true);
    expect(await place.texts()).toEqual(['a', 'a']);
  });

  it('is healed: a row and a manifest that can’t be read come from the database', async () => {
    const place = new Place();
    const area = new DamagedArea();
    place.use(steadyArea(area));
    await place.save('op-1', KEYS, 'a');
    area.damaged.add(`r/${KEYS[0]}`).add('m/note');
    place.restart();
    expect(await place.store.ready()).toMatchObject({ ok: true });
    expect(await place.store.verify()).toMatchObject({ ok: true });
    expect(await place.texts()).toEqual(['a', 'a']);
    expect([...area.items.keys()].filter((key) => key.startsWith('r/'))).toHaveLength(2);
    expect(area.items.has('m/note')).toBe(true);
  });
});
