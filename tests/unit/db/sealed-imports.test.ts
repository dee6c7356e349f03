import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import {
  importParts,
  type ImportHead,
  type ImportRow,
} from '../../../lib/benchmark/keyword-import';
import { recordKey } from '../../../lib/benchmark/record';
import { existingDatabase } from '../../../lib/db/database';
import { done } from '../../../lib/db/outcome';
import { sealedImports } from '../../../lib/db/sealed-imports';
import { openStore, type Store } from '../../../lib/db/store';
import { FakeArea } from './fake-area';
import { FakeFiles } from './fake-files';
import { fillDatabase, killed } from './two-stores-place';

const ROWS: ImportRow[] = Array.from({ length: 12_000 }, (_, i) => ({
  word: `词${i}`,
  metrics: [{ source: '生意参谋', kind: '搜索人气', period: '7d', min: i, max: i }],
  before: i % 3 === 0 ? 'none' : 'same',
}));
const PARTS = importParts(ROWS);
const HEAD: ImportHead = {
  id: 'i1',
  benchmarkId: 'b1',
  atMs: 1,
  fileName: 'a.xlsx',
  source: '生意参谋',
  period: '7d',
  added: 4000,
  changed: 0,
  same: 8000,
  parts: PARTS.length,
};
const FILE = 'import.i1';
let places = 0;

/** Both stores with sealed files, and the worker that holds them. */
class Place {
  readonly area = new FakeArea();
  readonly files = new FakeFiles();
  nowMs = 1;
  readonly name = `sealed-imports-${(places += 1)}`;
  store: Store = this.#open();

  #open(): Store {
    return openStore({
      area: sealedImports(this.area, this.files),
      nowMs: () => this.nowMs,
      name: this.name,
    });
  }

  /** The worker is gone with whatever it was doing; another one starts. */
  restart(): void {
    this.files.after = () => Promise.resolve();
    this.area.after = () => {};
    this.area.before = () => {};
    this.store = this.#open();
  }

  write(id: string, isThere: boolean) {
    const value = <T>(of: T) => (isThere ? of : null);
    return this.store.write({ id, atMs: 1 }, async () =>
      done({
        writes: [
          { key: recordKey.import('i1'), value: value(HEAD) },
          ...PARTS.map((part, index) => ({
            key: recordKey.importPart('i1', index),
            value: value(part),
          })),
        ],
        answerKey: null,
      }),
    );
  }

  /** What is there of the import: its rows, whole or not, or nothing. */
  async seen(): Promise<'whole' | 'nothing' | 'torn'> {
    const rows = await this.store.read(async (reader) => {
      const [head] = await reader.imports('b1');
      return head === undefined ? 'nothing' : await reader.importRows(head.value);
    });
    if (!rows.ok) throw new Error(rows.why);
    if (rows.value === 'nothing') return 'nothing';
    return JSON.stringify(rows.value) === JSON.stringify(ROWS) ? 'whole' : 'torn';
  }

  /** The rows of the import in the database, whatever is said of them. */
  async partsInDatabase(): Promise<number> {
    const database = existingDatabase(this.name);
    await database.open();
    const rows = await database.table<{ key: string; deleted: number }>('records').toArray();
    database.close();
    return rows.filter((row) => row.key.startsWith('import-part/') && row.deleted === 0).length;
  }

  async loseDatabase(): Promise<void> {
    this.store.close();
    indexedDB.deleteDatabase(this.name);
    this.restart();
  }
}

test('an import is one sealed file, and nothing of its rows is in storage.local', async () => {
  const place = new Place();
  expect(PARTS).toHaveLength(2);
  expect(await place.write('op-1', true)).toMatchObject({ ok: true });
  expect([...place.files.files.keys()]).toEqual([FILE]);
  expect([...place.area.items.keys()].filter((key) => /^r.import.i1/.test(key))).toEqual([
    'r/import/i1',
  ]);
  expect([...place.area.items.values()].join('').length).toBeLessThan(2000);
  expect(await place.seen()).toBe('whole');
});

describe('heals both ways', () => {
  test('the file gives what the database has lost', async () => {
    const place = new Place();
    await place.write('op-1', true);
    await place.loseDatabase();
    expect(await place.seen()).toBe('whole');
  });

  test.each([
    ['flipped', 300],
    ['flipped in its head', 3],
    ['gone', -1],
  ])('the database gives the file again that is %s, and what lay there is kept', async (_, at) => {
    const place = new Place();
    await place.write('op-1', true);
    const before = [...place.files.files.get(FILE)!];
    if (at < 0) place.files.files.clear();
    else place.files.flip(FILE, at);
    place.restart();
    expect(await place.store.verify()).toMatchObject({ ok: true, value: { healed: PARTS.length } });
    expect([...place.files.files.get(FILE)!]).toEqual(before);
    expect(place.files.aside.has(FILE)).toBe(at >= 0);
    expect(await place.store.verify()).toMatchObject({ ok: true, value: { healed: 0 } });
    await place.loseDatabase();
    expect(await place.seen()).toBe('whole');
  });
});

describe('killed in the middle, it is there whole or not at all', () => {
  test('before storage.local has it: not at all, and its file counts for nothing', async () => {
    const place = new Place();
    await place.store.ready();
    const cut = new Promise<void>((resolve) => {
      place.files.after = () => {
        resolve();
        return killed();
      };
    });
    void place.write('op-1', true);
    await cut;
    place.restart();
    expect(await place.seen()).toBe('nothing');
    expect(await place.store.verify()).toMatchObject({ ok: true, value: { healed: 0 } });
    expect([await place.seen(), await place.partsInDatabase()]).toEqual(['nothing', 0]);
    expect(await place.write('op-1', true)).toMatchObject({ ok: true });
    expect(await place.seen()).toBe('whole');
  });

  test('after storage.local has it: whole', async () => {
    const place = new Place();
    await place.store.ready();
    place.area.after = () => {
      throw new Error('the worker was killed');
    };
    await place.write('op-1', true);
    place.restart();
    expect(await place.seen()).toBe('whole');
    expect(await place.store.verify()).toMatchObject({ ok: true, value: { quarantined: 0 } });
    expect(await place.seen()).toBe('whole');
  });

  test('while it is taken back: gone, and nothing brings it back', async () => {
    const place = new Place();
    await place.write('op-1', true);
    const cut = new Promise<void>((resolve) => {
      place.area.after = () => {
        // The tombstones are written; the file is not taken away any more.
        place.files.remove = killed;
        resolve();
      };
    });
    void place.write('op-2', false);
    await cut;
    const { files } = place.files;
    place.restart();
    expect(files.has(FILE)).toBe(true);
    expect(await place.seen()).toBe('nothing');
    await place.store.verify();
    expect([await place.seen(), await place.partsInDatabase()]).toEqual(['nothing', 0]);
    await place.loseDatabase();
    expect(await place.seen()).toBe('nothing');
  });
});

test('taken back, its file goes; brought back, it is there again', async () => {
  const place = new Place();
  await place.write('op-1', true);
  await place.write('op-2', false);
  expect([...place.files.files.keys()]).toEqual([]);
  place.restart();
  await place.store.verify();
  expect(await place.seen()).toBe('nothing');
  await place.write('op-3', true);
  expect(await place.seen()).toBe('whole');
  await place.loseDatabase();
  expect(await place.seen()).toBe('whole');
});

describe('a file that a kill left behind', () => {
  const DAY = 24 * 3600_000;
  /** Killed between the file and storage.local; another import is whole. */
  async function withOrphan(): Promise<Place> {
    const place = new Place();
    await place.write('op-1', true);
    place.files.files.set('import.i2', place.files.files.get(FILE)!);
    place.files.written.set('import.i2', 1);
    return place;
  }

  test('is swept by the verification once it is older than a day; the others stay', async () => {
    const place = await withOrphan();
    place.nowMs = 1 + DAY;
    await place.store.verify();
    expect([...place.files.files.keys()]).toEqual([FILE, 'import.i2']);
    place.nowMs = 2 + DAY;
    expect(await place.store.verify()).toMatchObject({ ok: true, value: { healed: 0 } });
    expect([...place.files.files.keys()]).toEqual([FILE]);
    await place.loseDatabase();
    expect(await place.seen()).toBe('whole');
  });

  test('is swept where the import was taken back and the kill came before its file went', async () => {
    const place = new Place();
    await place.write('op-1', true);
    const file = place.files.files.get(FILE)!;
    await place.write('op-2', false);
    place.files.files.set(FILE, file);
    place.nowMs = 2 + DAY;
    await place.store.verify();
    expect([...place.files.files.keys()]).toEqual([]);
    expect(await place.seen()).toBe('nothing');
  });

  test('stays where both stores are lost: it may be the last copy', async () => {
    const place = await withOrphan();
    for (const key of place.area.items.keys()) place.area.items.delete(key);
    place.nowMs = 2 + DAY;
    await place.loseDatabase();
    await place.store.verify();
    expect([...place.files.files.keys()]).toEqual([FILE]);
    expect(await place.seen()).toBe('whole');
    // Damaged: nobody can read it, and nobody throws it away.
    expect([...place.files.aside.keys()]).toEqual(['import.i2']);
  });

  test('that it can’t be taken away is no fault', async () => {
    const place = await withOrphan();
    place.nowMs = 2 + DAY;
    place.files.failing = 'internal';
    expect(await place.store.verify()).toMatchObject({ ok: true, value: { healed: 0 } });
    expect(await place.seen()).toBe('whole');
  });
});

describe('where there is no room', () => {
  test.each([
    ['for the file', (place: Place) => (place.files.failing = 'full')],
    [
      'in storage.local',
      (place: Place) => {
        place.area.before = () => {
          throw new Error('QUOTA_BYTES quota exceeded');
        };
      },
    ],
    ['in the database', () => fillDatabase(true)],
  ])('%s, nothing is written and nothing is left', async (_, fill) => {
    const place = new Place();
    await place.store.ready();
    fill(place);
    expect(await place.write('op-1', true)).toMatchObject({ ok: false, why: 'full' });
    fillDatabase(false);
    place.files.failing = null;
    place.restart();
    await place.store.verify();
    expect([await place.seen(), await place.partsInDatabase()]).toEqual(['nothing', 0]);
    expect([...place.files.files.keys()]).toEqual([]);
  });

  test('to take it back, it stays whole', async () => {
    const place = new Place();
    await place.write('op-1', true);
    fillDatabase(true);
    expect(await place.write('op-2', false)).toMatchObject({ ok: false, why: 'full' });
    fillDatabase(false);
    expect(await place.seen()).toBe('whole');
    await place.loseDatabase();
    expect(await place.seen()).toBe('whole');
  });
});
