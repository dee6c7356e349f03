import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { done } from '../../../lib/db/outcome';
import { anObservation } from './examples';
import { fillDatabase, KEYS, killed, noteOf, Place } from './two-stores-place';

/* Operations cut off by a kill, and what their repeat does. */

/** Kills the worker when the second store has its next batch; `before`: just before that. */
async function killedAtSet(place: Place, when: 'before' | 'after', work: () => Promise<unknown>) {
  const set = place.area.set.bind(place.area);
  const reached = new Promise<void>((resolve) => {
    place.area.set = async (items) => {
      if (when === 'after') await set(items);
      resolve();
      return killed();
    };
  });
  void work();
  await reached;
  place.area.set = set;
  place.restart();
}

const withHistory = (place: Place, id: string) =>
  place.store.write({ id, atMs: 1 }, () =>
    Promise.resolve(
      done({
        writes: [{ key: KEYS[0], value: noteOf(KEYS[0], 'restored') }],
        answerKey: null,
        history: [
          { kind: 'add', rows: { latest: [], changes: [], observations: [anObservation(5, 100)] } },
        ],
      }),
    ),
  );

async function prices(place: Place): Promise<number> {
  const read = await place.store.read((reader) => reader.observationsOf('taobao:900000000001', 0));
  return read.ok ? read.value.length : -1;
}

describe('the repeat of an operation that a kill cut off', () => {
  it('is not another save where the record holds the time of the save', async () => {
    const place = new Place();
    await place.store.ready();
    let nowMs = 100;
    const save = () =>
      place.store.write({ id: 'op-1', atMs: (nowMs += 100) }, () =>
        Promise.resolve(
          done({
            writes: [{ key: KEYS[0], value: { ...noteOf(KEYS[0], 'a'), updatedAtMs: nowMs } }],
            answerKey: KEYS[0],
          }),
        ),
      );
    await killedAtSet(place, 'after', save);
    await place.store.ready();
    const before = await place.rows();
    expect(await save()).toEqual({ ok: true, value: { revision: 1 } });
    expect(await place.rows()).toEqual(before);
    // The deletion of the same record is another operation.
    expect(await place.save('op-2', [KEYS[0]], null)).toMatchObject({ ok: true });
    expect(await place.texts()).toEqual([null, null]);
  });
});

describe('an operation with history', () => {
  it('brings its records and its history, or neither, wherever it is killed', async () => {
    for (const when of ['before', 'after'] as const) {
      const place = new Place();
      await place.store.ready();
      await killedAtSet(place, when, () => withHistory(place, 'op-1'));
      expect(await place.texts()).toEqual(['restored', null]);
      expect(await prices(place)).toBe(1);
      expect(await withHistory(place, 'op-1')).toMatchObject({ ok: true });
      const { database, second } = await place.rows();
      expect(second).toEqual(database);
      expect(await prices(place)).toBe(1);
    }
  });

  it('changes nothing where the database refuses it', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    fillDatabase(true);
    expect(await withHistory(place, 'op-2')).toMatchObject({ ok: false, why: 'full' });
    fillDatabase(false);
    expect(await place.texts()).toEqual(['a', 'a']);
    expect(await prices(place)).toBe(0);
    const { database, second } = await place.rows();
    expect(second).toEqual(database);
  });

  it('is not called saved until the second store has it too', async () => {
    const place = new Place();
    await place.store.ready();
    place.area.before = () => {
      throw new Error('QUOTA_BYTES quota exceeded');
    };
    expect(await withHistory(place, 'op-1')).toMatchObject({ ok: false, why: 'full' });
    expect(await withHistory(place, 'op-1')).toMatchObject({ ok: false, why: 'full' });
    place.area.before = () => {};
    expect(await withHistory(place, 'op-1')).toMatchObject({ ok: true });
    const { database, second } = await place.rows();
    expect(second).toEqual(database);
    expect(await prices(place)).toBe(1);
  });
});
