import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { existingDatabase } from '../../../lib/db/database';
import { done } from '../../../lib/db/outcome';
import { fillDatabase, KEYS, killed, noteOf, Place } from './two-stores-place';

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
    fillDatabase(true);
    expect(await place.save('op-2', KEYS, 'b')).toMatchObject({ ok: false, why: 'full' });
    fillDatabase(false);
    place.restart();
    expect(await place.texts()).toEqual(['a', null]);
    // The new one, taken back, is a tombstone in the second store.
    const { database, second } = await place.rows();
    expect(second.filter((row) => row.deleted === 0)).toEqual(database);
    fillDatabase(true);
    await place.save('op-3', KEYS, 'c');
    fillDatabase(false);
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

  it('brings everything back, unasked, to a database thrown away while it is open', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    const deleting = indexedDB.deleteDatabase(place.name);
    await new Promise((resolve) => (deleting.onsuccess = resolve));
    const there = () =>
      place.rows().then(
        ({ database }) => database.length,
        () => 0,
      );
    expect(await there()).toBe(0);
    await vi.waitFor(async () => expect(await there()).toBe(2), { timeout: 3000 });
    place.store.close();
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
