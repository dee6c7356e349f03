import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  importParts,
  importRows,
  type ImportHead,
  type ImportRow,
} from '../../../lib/benchmark/keyword-import';
import { recordKey } from '../../../lib/benchmark/record';
import { done } from '../../../lib/db/outcome';
import type { Reader } from '../../../lib/db/reader';
import { salvageTables } from '../../../lib/db/salvage';
import { sealedImports } from '../../../lib/db/sealed-imports';
import { openStore, type Store } from '../../../lib/db/store';
import type { TableRow } from '../../../lib/transfer/backup-parser';
import { checkBackup, textOf } from '../../../lib/transfer/read-backup';
import { writeBackup } from '../../../lib/transfer/write-backup';
import { anObservation, aSnapshot, LISTING } from './examples';
import { FakeArea } from './fake-area';
import { FakeFiles } from './fake-files';
import { noteOf } from './two-stores-place';

/* The sealed files as the last copy: where the stores can't be opened, and where they are gone. */

const DAY = 24 * 3600_000;
const START = Date.UTC(2026, 8, 20, 12);
const ROWS: ImportRow[] = Array.from({ length: 40 }, (_, i) => ({
  word: `词${i}`,
  metrics: [{ source: '生意参谋', kind: '搜索人气', period: '7d', min: i, max: i }],
  before: 'none',
}));
const PARTS = importParts(ROWS);
const HEAD: ImportHead = {
  id: 'i1',
  benchmarkId: 'b1',
  atMs: 1,
  fileName: 'a.xlsx',
  source: '生意参谋',
  period: '7d',
  added: 40,
  changed: 0,
  same: 0,
  parts: PARTS.length,
};
const NOTE = `note/${LISTING}`;
/** Prices of five visits in three months. */
const VISITS = [0, 1, 20, 40, 70].map((day, i) => ({ atMs: START + day * DAY, fen: 9000 + i }));
let places = 0;

class Place {
  readonly area = new FakeArea();
  readonly history = new FakeFiles();
  readonly kept = new FakeFiles();
  readonly name = `last-copies-${(places += 1)}`;
  nowMs = START + 100 * DAY;
  store: Store = this.#open();

  #open(): Store {
    return openStore({
      area: sealedImports(this.area, this.kept),
      files: this.history,
      nowMs: () => this.nowMs,
      name: this.name,
    });
  }

  async fill(): Promise<void> {
    for (const { atMs, fen } of VISITS) {
      await this.store.recordVisit({
        snapshot: aSnapshot(atMs),
        observations: [anObservation(atMs, fen)],
        changes: {
          listingId: LISTING,
          atMs,
          sinceMs: 0,
          changes: [{ kind: 'title', added: [`${fen}`], removed: [] }],
        },
      });
    }
    const parts = PARTS.map((value, index) => ({ key: recordKey.importPart('i1', index), value }));
    await this.write('op-1', [
      { key: NOTE, value: noteOf(NOTE, '写过的') },
      { key: recordKey.import('i1'), value: HEAD },
      ...parts,
    ]);
  }

  write(id: string, writes: { key: string; value: unknown }[]) {
    return this.store.write({ id, atMs: 1 }, async () => done({ writes, answerKey: null }));
  }

  /** Takes the first price out, and the newest snapshot, as taking out the demo does. */
  takeOutFirst() {
    const seen = [anObservation(0, 0).series, VISITS[0]?.atMs ?? 0] as [string, number];
    const latest = [{ listingId: LISTING, seenAtMs: VISITS[4]?.atMs ?? 0 }];
    const keys = { latest, changes: [], observations: [seen] };
    return this.store.write({ id: 'op-2', atMs: 1 }, async () =>
      done({ writes: [], answerKey: null, history: [{ kind: 'remove', keys }] }),
    );
  }

  async read<T>(ask: (reader: Reader) => Promise<T>): Promise<T> {
    const outcome = await this.store.read(ask);
    if (!outcome.ok) throw new Error(outcome.why);
    return outcome.value;
  }

  /** Another worker; what it heals is there. */
  async restart(): Promise<void> {
    this.store.close();
    this.store = this.#open();
    await this.store.ready();
    await this.store.verify();
  }

  async emptied(): Promise<void> {
    this.store.close();
    await Dexie.delete(this.name);
    this.area.items.clear();
    await this.restart();
  }

  /** The rows of the file that saving what is readable gives. */
  async exported(): Promise<TableRow[]> {
    const files = (folder: string) => (folder === 'kept' ? this.kept : this.history);
    const salvaged = await salvageTables({ area: sealed(this.area), files, name: this.name });
    const { file, leftOut } = await writeBackup(salvaged.tables, 1);
    salvaged.close();
    if (leftOut > 0) throw new Error(`${leftOut} rows left out`);
    const rows: TableRow[] = [];
    const checked = await checkBackup(textOf(file), file.size, (some) => void rows.push(...some));
    if (!checked.ok) throw new Error(checked.fault.code);
    return rows;
  }

  words(): Promise<string[] | undefined> {
    return this.read(async (reader) => {
      const [head] = await reader.imports('b1');
      if (head === undefined) return undefined;
      return (await reader.importRows(head.value))?.map(({ word }) => word);
    });
  }
}

/** The second store as a page reads it: stubs and all, of which salvaging makes rows. */
const sealed = (area: FakeArea) => ({ get: (keys: string[] | null) => area.get(keys) });

/** Lets no database be opened, or anything of it. */
function shutDatabase(): void {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  });
}

const fens = (rows: TableRow[]) =>
  rows
    .flatMap((row) => (row.table === 'observations' ? (row.row.publicPrice?.minFen ?? -1) : []))
    .toSorted((a, b) => a - b);
const wordsIn = (rows: TableRow[]) =>
  rows.flatMap(({ row }) =>
    'key' in row && row.key.startsWith('import-part/')
      ? (importRows(row.value as never) ?? []).map(({ word }) => word)
      : [],
  );
const keysIn = (rows: TableRow[]) => rows.flatMap(({ row }) => ('key' in row ? [row.key] : []));
const countOf = (rows: TableRow[], table: TableRow['table']) =>
  rows.filter((row) => row.table === table).length;
const ALL_FENS = VISITS.map(({ fen }) => fen);
const ALL_WORDS = ROWS.map(({ word }) => word);

afterEach(() => void vi.restoreAllMocks());

describe('saving what is readable', () => {
  test('with the database shut: the history and the imports come from the sealed files', async () => {
    const place = new Place();
    await place.fill();
    place.store.close();
    shutDatabase();
    const rows = await place.exported();
    expect(fens(rows)).toEqual(ALL_FENS);
    expect(countOf(rows, 'changes')).toBe(5);
    const latest = rows.filter((row) => row.table === 'latest');
    expect(latest.map(({ row }) => 'seenAtMs' in row && row.seenAtMs)).toEqual([VISITS[4]?.atMs]);
    expect(keysIn(rows)).toContain(NOTE);
    expect(keysIn(rows)).toContain('import/i1');
    expect(wordsIn(rows)).toEqual(ALL_WORDS);
  });

  test('with neither store: the same, heads of imports too', async () => {
    const place = new Place();
    await place.fill();
    place.store.close();
    shutDatabase();
    place.area.get = () => Promise.reject(new Error('IO error: not a folder'));
    const rows = await place.exported();
    expect(fens(rows)).toEqual(ALL_FENS);
    expect(keysIn(rows)).toEqual(['import-part/i1/0000', 'import/i1'].toSorted());
    expect(wordsIn(rows)).toEqual(ALL_WORDS);
  });

  test('a damaged file takes only its own rows with it, and what was taken out stays out', async () => {
    const place = new Place();
    await place.fill();
    await place.takeOutFirst();
    place.store.close();
    const damaged = [...place.history.files.keys()].find((name) => name.startsWith('2026-11'));
    place.history.flip(damaged ?? '', 60);
    shutDatabase();
    const rows = await place.exported();
    expect(fens(rows)).toEqual([9001, 9002, 9003]);
    expect(countOf(rows, 'latest')).toBe(0);
  });

  test('what the database has taken out, and the files not yet, is not in it', async () => {
    const place = new Place();
    await place.fill();
    place.history.failing = 'full';
    await place.takeOutFirst();
    place.store.close();
    const rows = await place.exported();
    expect(fens(rows)).toEqual([9001, 9002, 9003, 9004]);
    expect(countOf(rows, 'latest')).toBe(0);
  });

  test('a row that the database has and no file yet is in it, once', async () => {
    const place = new Place();
    await place.fill();
    place.history.failing = 'full';
    await place.store.recordVisit({
      snapshot: aSnapshot(START + 71 * DAY),
      observations: [anObservation(START + 71 * DAY, 9900)],
      changes: null,
    });
    place.store.close();
    expect(fens(await place.exported())).toEqual([...ALL_FENS, 9900]);
  });

  test('of a price in the database that is not what was sealed the sealed one stands', async () => {
    const place = new Place();
    await place.fill();
    place.store.close();
    const database = new Dexie(place.name);
    await database.open();
    await database.table('observations').put(anObservation(VISITS[2]?.atMs ?? 0, 77));
    database.close();
    expect(fens(await place.exported())).toEqual(ALL_FENS);
  });
});

describe('both stores emptied from outside while the sealed files stay', () => {
  test('is told as that, and history and imports are there again', async () => {
    const place = new Place();
    await place.fill();
    await place.emptied();
    expect(await place.read((reader) => reader.loss())).toEqual({
      atMs: place.nowMs,
      months: 3,
      imports: 1,
    });
    const { series } = anObservation(0, 0);
    const seen = await place.read((reader) => reader.historyOf(series, 0));
    expect(seen.map((row) => row.publicPrice?.minFen)).toEqual(ALL_FENS);
    expect(await place.words()).toEqual(ALL_WORDS);
    // What had no second copy is gone, and nothing pretends otherwise.
    expect(await place.read((reader) => reader.note(LISTING))).toBeNull();
  });

  test('the imports outlive the sweep of a later day, and another loss', async () => {
    const place = new Place();
    await place.fill();
    await place.emptied();
    await place.write('op-2', [{ key: NOTE, value: noteOf(NOTE, '重新写的') }]);
    place.nowMs += 3 * DAY;
    await place.restart();
    expect(await place.words()).toEqual(ALL_WORDS);
    await place.emptied();
    expect(await place.words()).toEqual(ALL_WORDS);
    expect((await place.read((reader) => reader.loss()))?.atMs).toBe(place.nowMs);
  });

  test('a full disk leaves it to the next start', async () => {
    const place = new Place();
    await place.fill();
    place.store.close();
    await Dexie.delete(place.name);
    place.area.items.clear();
    place.kept.failing = 'full';
    await place.restart();
    expect(await place.words()).toBeUndefined();
    place.kept.failing = null;
    await place.restart();
    expect(await place.words()).toEqual(ALL_WORDS);
    expect(await place.read((reader) => reader.loss())).toMatchObject({ months: 3, imports: 1 });
  });

  test('a first start is none, nor is one store alone, nor all three', async () => {
    const first = new Place();
    await first.restart();
    expect(await first.read((reader) => reader.loss())).toBeNull();

    for (const what of ['database', 'second', 'everything'] as const) {
      const place = new Place();
      await place.fill();
      place.store.close();
      if (what !== 'second') await Dexie.delete(place.name);
      if (what !== 'database') place.area.items.clear();
      if (what === 'everything') {
        place.history.files.clear();
        place.kept.files.clear();
      }
      await place.restart();
      expect(await place.read((reader) => reader.loss())).toBeNull();
      const kept = what === 'everything' ? undefined : '写过的';
      expect((await place.read((reader) => reader.note(LISTING)))?.value.text).toBe(kept);
    }
  });

  test('an import that was taken back does not come back', async () => {
    const place = new Place();
    await place.fill();
    await place.write('op-2', [
      { key: recordKey.import('i1'), value: null },
      ...PARTS.map((_, index) => ({ key: recordKey.importPart('i1', index), value: null })),
    ]);
    await place.emptied();
    expect(await place.words()).toBeUndefined();
    expect(await place.read((reader) => reader.loss())).toMatchObject({ months: 3, imports: 0 });
  });
});
