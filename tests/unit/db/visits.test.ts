import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openReading } from '../../../lib/db/reading';
import type { Reader } from '../../../lib/db/reader';
import { openStore, type Store } from '../../../lib/db/store';
import { SAME_VISIT_MS } from '../../../lib/db/visits';
import type { Observation } from '../../../lib/listing/series';
import { anObservation, aSnapshot, LISTING } from './examples';
import { FakeArea } from './fake-area';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const { series } = anObservation(0, 0);
let store: Store;
let name = '';
let names = 0;

beforeEach(() => {
  name = `visits-${(names += 1)}`;
  store = openStore({ area: new FakeArea(), nowMs: () => 0, name });
});

function visit(atMs: number, fen: number, changed = false) {
  return store.recordVisit({
    snapshot: aSnapshot(atMs),
    observations: [anObservation(atMs, fen)],
    changes: changed
      ? {
          listingId: LISTING,
          atMs,
          sinceMs: 0,
          changes: [{ kind: 'title', added: [`${fen}`], removed: [] }],
        }
      : null,
  });
}

async function read<T>(use: (reader: Reader) => Promise<T>): Promise<T> {
  const outcome = await store.read(use);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.value;
}

const history = () => read((reader) => reader.historyOf(series, 0));
const fens = async () => (await history()).map((row) => row.publicPrice?.minFen);

describe('recording a visit', () => {
  it('makes one row of twenty tabs that saw the same price at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, tab) => visit(DAY + ((tab * 7 + 13) % 20), 12900, true)),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await history()).toHaveLength(1);
    expect(await read((reader) => reader.changesOf(LISTING, 100))).toHaveLength(1);
    expect((await read((reader) => reader.latestOf(LISTING)))?.seenAtMs).toBe(DAY + 19);
  });

  it('adds a row for other facts, or for the same after ten minutes', async () => {
    await visit(DAY, 12900);
    expect(await visit(DAY + MINUTE, 9900)).toEqual({
      ok: true,
      value: { observations: 1, changes: 0 },
    });
    expect(await visit(DAY + 2 * MINUTE, 12900)).toMatchObject({ value: { observations: 1 } });
    expect(await visit(DAY + 3 * MINUTE, 12900)).toMatchObject({ value: { observations: 0 } });
    expect(await visit(DAY + 2 * MINUTE + SAME_VISIT_MS + 1, 12900)).toMatchObject({
      value: { observations: 1 },
    });
    expect(await fens()).toEqual([12900, 9900, 12900, 12900]);
  });

  it('puts other facts of the same millisecond on the next free one', async () => {
    await Promise.all([visit(DAY, 100), visit(DAY, 200), visit(DAY, 300)]);
    expect((await history()).map((row) => row.atMs)).toEqual([DAY, DAY + 1, DAY + 2]);
    expect((await fens()).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([100, 200, 300]);
  });

  it('drops no row when the clock goes back, and says after which visit it came', async () => {
    await visit(10 * DAY, 12900);
    await visit(7 * DAY, 12900);
    await visit(7 * DAY + DAY / 2, 9900);
    expect((await history()).map(({ atMs, cameAfterMs }) => [atMs, cameAfterMs])).toEqual([
      [7 * DAY, 10 * DAY],
      [7.5 * DAY, undefined],
      [10 * DAY, undefined],
    ]);
    expect((await read((reader) => reader.latestOf(LISTING)))?.seenAtMs).toBe(7.5 * DAY);
  });

  it('does not put an older reading of another tab over the newer one', async () => {
    await visit(DAY + 500, 9900);
    await visit(DAY, 12900);
    expect((await read((reader) => reader.latestOf(LISTING)))?.seenAtMs).toBe(DAY + 500);
    expect((await history())[0]?.cameAfterMs).toBeUndefined();
  });

  it('keeps every fact of two tabs that save 100 different ones each', async () => {
    const tab = async (start: number) => {
      for (let n = 0; n < 100; n += 1) await visit(DAY + n, start + n);
    };
    await Promise.all([tab(1000), tab(5000)]);
    expect(new Set(await fens()).size).toBe(200);
  }, 60_000);

  it('keeps every fact whatever the clock does', async () => {
    const times = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 * DAY }), fc.nat(3)), {
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(times, async (visits) => {
        store = openStore({
          area: new FakeArea(),
          nowMs: () => 0,
          name: `visits-${(names += 1)}`,
        });
        for (const [atMs, fen] of visits) expect((await visit(atMs, fen)).ok).toBe(true);
        const rows = await history();
        for (const [atMs, fen] of visits) {
          const near = (row: Observation) => Math.abs(row.atMs - atMs) <= SAME_VISIT_MS + 30;
          expect(rows.some((row) => row.publicPrice?.minFen === fen && near(row))).toBe(true);
        }
        const ordered = rows.map((row) => row.atMs);
        expect(ordered).toEqual([...new Set(ordered)].sort((a, b) => a - b));
        store.close();
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('a clock that jumps', () => {
  it('back three days and forward a year 100 times drops no row, keeps order, marks the suspect', async () => {
    let atMs = 10 * DAY;
    const seen: { atMs: number; fen: number; cameAfterMs: number | undefined }[] = [];
    let last = 0;
    const look = async (fen: number) => {
      expect(await visit(atMs, fen)).toMatchObject({ ok: true, value: { observations: 1 } });
      seen.push({ atMs, fen, cameAfterMs: atMs < last ? last : undefined });
      last = atMs;
    };
    await look(1);
    for (let jump = 0; jump < 100; jump += 1) {
      atMs -= 3 * DAY;
      await look(1000 + jump);
      atMs += 365 * DAY;
      await look(2000 + jump);
    }
    const rows = await history();
    expect(rows).toHaveLength(201);
    const times = rows.map((row) => row.atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const expected = seen.toSorted((a, b) => a.atMs - b.atMs);
    const found = rows.map((row) => ({
      atMs: row.atMs,
      fen: row.publicPrice?.minFen,
      cameAfterMs: row.cameAfterMs,
    }));
    expect(found).toEqual(expected);
    expect(found.filter((row) => row.cameAfterMs !== undefined)).toHaveLength(100);
  }, 60_000);

  it('to and fro between two times keeps both rows of each, in order', async () => {
    for (let jump = 0; jump < 100; jump += 1) {
      await visit(400 * DAY, 1000 + jump);
      await visit(397 * DAY, 2000 + jump);
    }
    const rows = await history();
    expect(rows).toHaveLength(200);
    expect(new Set(rows.map((row) => row.publicPrice?.minFen)).size).toBe(200);
    const early = rows.slice(0, 100);
    expect(
      early.every((row) => row.atMs < 397 * DAY + 1000 && row.cameAfterMs === 400 * DAY + 0),
    ).toBe(true);
    expect(rows.slice(100).every((row) => row.cameAfterMs === undefined)).toBe(true);
  }, 60_000);
});

describe('reading history', () => {
  it('answers within one series and its window', async () => {
    for (let day = 1; day <= 5; day += 1) await visit(day * DAY, day);
    await store.recordVisit({
      snapshot: aSnapshot(6 * DAY, 'taobao:900000000009'),
      observations: [anObservation(3 * DAY, 77, 'taobao:900000000009')],
      changes: null,
    });
    expect((await read((r) => r.historyOf(series, 3 * DAY))).map((row) => row.atMs / DAY)).toEqual([
      3, 4, 5,
    ]);
    expect((await read((r) => r.lastBefore(series, 3 * DAY)))?.atMs).toBe(2 * DAY);
    expect(await read((r) => r.lastBefore(series, DAY))).toBeNull();
    expect(await read((r) => r.observationsOf(LISTING, 4 * DAY))).toHaveLength(2);
    const latest = await read((r) =>
      r.latestMany(['taobao:900000000009', 'taobao:900000000404', LISTING]),
    );
    expect(latest.map((row) => row?.seenAtMs ?? null)).toEqual([6 * DAY, null, 5 * DAY]);
  });

  it('gives a page the same answers, and creates nothing where nothing is', async () => {
    await visit(DAY, 12900);
    const reading = await openReading(name);
    expect(await reading.reader.historyOf(series, 0)).toEqual(await history());
    reading.close();
    await expect(openReading('not-there')).rejects.toThrow('not-there');
    const there = (await indexedDB.databases()).map((database) => database.name);
    expect(there).not.toContain('not-there');
  });
});
