import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { salvageTables } from '../../../lib/db/salvage';
import { textIn, checkBackup } from '../../../lib/transfer/read-backup';
import { writeBackup } from '../../../lib/transfer/write-backup';
import { KEYS, Place } from './two-stores-place';

/* Stores that can't be opened at all: said, exported, and deleted only when asked. */

/** Lets no database be opened (nor anything of it), or no more. */
function closeDatabases(why = 'UnknownError'): void {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store', why);
  });
}

function breakSecond(place: Place): void {
  place.area.get = () => Promise.reject(new Error('IO error: not a folder'));
}

async function exported(place: Place): Promise<string[]> {
  const { tables } = await salvageTables({ area: place.area, name: place.name });
  const { file } = await writeBackup(tables, 1);
  const text = await file.text();
  const texts: string[] = [];
  const checked = await checkBackup(textIn(text), text.length, (rows) => {
    for (const row of rows) {
      if (row.table === 'records') texts.push((row.row.value as { text: string }).text);
    }
  });
  expect(checked.ok).toBe(true);
  return texts;
}

afterEach(() => void vi.restoreAllMocks());

describe('where a store can’t be opened', () => {
  it('that is said, nothing is saved, and what the other one holds is exported', async () => {
    for (const broken of ['database', 'second'] as const) {
      const place = new Place();
      await place.save('op-1', KEYS, 'a');
      place.store.close();
      place.restart();
      if (broken === 'database') closeDatabases();
      else breakSecond(place);
      expect(await place.store.ready()).toMatchObject({ ok: false, why: 'broken' });
      expect(await place.save('op-2', KEYS, 'b')).toMatchObject({ ok: false, why: 'broken' });
      expect(await place.store.health()).toEqual({
        database: broken !== 'database',
        second: broken !== 'second',
      });
      expect(await exported(place)).toEqual(['a', 'a']);
      vi.restoreAllMocks();
    }
  });

  it('that is put down to the full disk for as long as a save has just found it full', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    const set = place.area.set.bind(place.area);
    place.area.set = () => Promise.reject(new DOMException('no space', 'QuotaExceededError'));
    expect(await place.save('op-2', KEYS, 'b')).toMatchObject({ ok: false, why: 'full' });
    place.area.set = set;
    // As Chromium does it: closed under us, and none opens until there is space.
    place.store.close();
    closeDatabases();
    expect(await place.save('op-2', KEYS, 'b')).toMatchObject({ ok: false, why: 'full' });
    expect(await place.store.ready()).toMatchObject({ ok: false, why: 'full' });
    vi.restoreAllMocks();
    // A save that just fitted in says nothing of the next.
    expect(await place.save('op-2', KEYS, 'b')).toMatchObject({ ok: true });
    place.store.close();
    closeDatabases();
    expect(await place.store.ready()).toMatchObject({ ok: false, why: 'full' });
    // Another time it is what it is.
    place.nowMs += 11 * 60_000;
    expect(await place.store.ready()).toMatchObject({ ok: false, why: 'broken' });
  });

  it('so it is where the opening itself said that there is no room', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    place.store.close();
    closeDatabases('QuotaExceededError');
    expect(await place.store.ready()).toMatchObject({ ok: false, why: 'full' });
    vi.restoreAllMocks();
    closeDatabases();
    expect(await place.store.ready()).toMatchObject({ ok: false, why: 'full' });
  });

  it('only it is deleted when that is asked for, and the other one heals it', async () => {
    for (const broken of ['database', 'second'] as const) {
      const place = new Place();
      await place.save('op-1', KEYS, 'a');
      expect(await place.store.resetUnreadable()).toMatchObject({ ok: false, why: 'conflict' });
      place.store.close();
      place.restart();
      const get = place.area.get.bind(place.area);
      if (broken === 'second') {
        breakSecond(place);
        const clear = place.area.clear.bind(place.area);
        place.area.clear = async () => {
          await clear();
          place.area.get = get;
        };
      } else {
        closeDatabases();
        // oxlint-disable-next-line typescript/unbound-method -- applied to its own `this`
        const remove = IDBFactory.prototype.deleteDatabase;
        vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(function spied(
          this: IDBFactory,
          name: string,
        ) {
          vi.restoreAllMocks();
          return remove.call(this, name);
        });
      }
      expect(await place.store.resetUnreadable()).toEqual({ ok: true, value: null });
      expect(await place.texts()).toEqual(['a', 'a']);
      expect(await place.save('op-2', KEYS, 'b')).toMatchObject({ ok: true });
      const { database, second } = await place.rows();
      expect(second).toEqual(database);
      place.store.close();
    }
  });

  it('of a damaged record the sound copy is exported, of two sound ones the newer', async () => {
    const place = new Place();
    await place.save('op-1', KEYS, 'a');
    const old = place.area.items.get(`r/${KEYS[1]}`) ?? '';
    await place.save('op-2', [KEYS[1]], 'b');
    place.area.items.set(`r/${KEYS[1]}`, old);
    await place.damageInDatabase(KEYS[0]);
    expect(await exported(place)).toEqual(['a', 'b']);
  });
});
