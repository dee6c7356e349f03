import { afterAll, beforeAll, expect, it } from 'vitest';
import { declareDatabase, type Database } from '../../lib/db/database';
import { workOnHistory } from '../../lib/db/history-rows';
import { createReader, type Reader } from '../../lib/db/reader';
import { sampleSnapshot } from '../fixtures/sample-snapshot';
import { timePair } from './async-ratio';
import { FROM_MS, listingIdOf, observationsOf, seriesOf } from './history-rows';
import { answerOf, appendRaw, fillRaw, lastOfEach, openRaw, rangeRaw } from './raw-database';
import { writeSection, type Row } from './results';
import { medianOf, quantileOf, type Ratio } from './row';

declare const BENCH_RUN: { pass: number };

/** The first pass is whole; the others see to it that the ratios hold. */
const WHOLE = BENCH_RUN.pass === 1;
const APPENDED = WHOLE ? 50_000 : 20_000;
const CHUNK = 2000;
const YEAR = 365;
const WATCHED = 500;
const rows: Row[] = [];
const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
const p = (values: number[]) => `${ms(medianOf(values))}, p95 ${ms(quantileOf(values, 0.95))}`;

let ours: Database;
let raw: IDBDatabase;
let reader: Reader;

function record(target: string, figure: string, value: string, ratio: Ratio | null, limit: number) {
  rows.push({
    target,
    figure,
    value,
    ratio,
    limit: Number.isNaN(limit) ? null : limit,
    peer: ratio === null ? '' : 'raw IndexedDB, same schema',
  });
}

/** The same work on ten listings, so that a block is long beside the clock's 0.1 ms. */
function times(count: number, work: (round: number) => Promise<unknown>) {
  return async (round: number) => {
    for (let n = 0; n < count; n++) await work(round * count + n);
  };
}

async function addOurs(observations: ReturnType<typeof observationsOf>): Promise<void> {
  await ours.transaction('rw', ours.tables, () =>
    workOnHistory(ours, { kind: 'add', rows: { observations, latest: [], changes: [] } }),
  );
}

async function expectSameCount(): Promise<void> {
  // Listened to at once: an answer that came before is never heard of.
  const theirs = answerOf(raw.transaction('observations').objectStore('observations').count());
  expect(await ours.observations.count()).toBe(await theirs);
}

/** The chunk of rows of one round: whole years of some listings. */
function chunkOf(round: number) {
  const each = Math.floor(CHUNK / YEAR);
  return Array.from({ length: each }, (_, n) => observationsOf(round * each + n, YEAR)).flat();
}

beforeAll(async () => {
  for (const name of ['bench-ours', 'bench-raw'])
    await answerOf(indexedDB.deleteDatabase(name) as IDBRequest<unknown>);
  ours = declareDatabase('bench-ours');
  await ours.open();
  raw = await openRaw('bench-raw');
  reader = createReader(ours);
});

afterAll(async () => {
  await writeSection(
    'Storage',
    [
      `Rows with a ledger of three steps, a year of days for each listing; ${APPENDED} appended in chunks of about ${CHUNK}, each transaction flushed to disk on both sides. Every answer met that of raw IndexedDB first.`,
    ],
    rows,
  );
  ours.close();
  raw.close();
  indexedDB.deleteDatabase('bench-ours');
  indexedDB.deleteDatabase('bench-raw');
});

it('P10: puts rows in as quickly as raw IndexedDB', async () => {
  const pair = await timePair(
    (round) => ours.observations.bulkAdd(chunkOf(20_000 + round)),
    (round) => fillRaw(raw, chunkOf(20_000 + round), 'strict'),
    11,
  );
  record('P10', 'bulk write, 1825 rows at once', p(pair.ours), pair.ratio, 1.15);
  await expectSameCount();
});

it('P10: appends as quickly as raw IndexedDB does the same work', async () => {
  const rounds = Math.round(APPENDED / chunkOf(0).length);
  const pair = await timePair(
    (round) => addOurs(chunkOf(round)),
    (round) => appendRaw(raw, chunkOf(round)),
    rounds,
  );
  const total = pair.ours.reduce((sum, one) => sum + one, 0);
  const count = rounds * chunkOf(0).length;
  const speed = `${((count / total) * 1000).toFixed(0)} rows/s`;
  record(
    'P10',
    'append as a restore does: looked up, kept in the book of months',
    speed,
    pair.ratio,
    1.15,
  );
  await expectSameCount();
});

it('P10: reads a year of a listing as quickly', async () => {
  const year = (round: number) => seriesOf((round * 37) % 50);
  expect(await reader.historyOf(year(1), 0)).toEqual(await rangeRaw(raw, year(1), 0));
  const whole = await timePair(
    times(10, (round) => reader.historyOf(year(round), 0)),
    times(10, (round) => rangeRaw(raw, year(round), 0)),
    21,
  );
  record('P10', 'a year of ten listings, one after the other', p(whole.ours), whole.ratio, 1.5);
  const since = FROM_MS + 335 * 86_400_000;
  const month = await timePair(
    times(10, (round) => reader.historyOf(year(round), since)),
    times(10, (round) => rangeRaw(raw, year(round), since)),
    21,
  );
  record('P10', '30 days of ten listings, one after the other', p(month.ours), month.ratio, 1.5);
  const opening = await timePair(
    async () => {
      ours.close();
      await ours.open();
    },
    async () => {
      raw.close();
      raw = await openRaw('bench-raw');
    },
    15,
  );
  // The target is of a browser that has just started: `database-cold.spec.ts`.
  record('P10', 'open again in a running browser', p(opening.ours), opening.ratio, Number.NaN);
});

it('P12: the latest of 500 watched listings', async () => {
  const ids = Array.from({ length: WATCHED }, (_, n) => listingIdOf(n));
  const known = new Set(
    await ours.observations
      .toCollection()
      .primaryKeys()
      .then((keys) => keys.map(([series]) => series.split('|')[0]!)),
  );
  const missing = ids
    .filter((id) => !known.has(id))
    .map((id) => Number(id.slice(7)) - 70_000_000_000);
  for (let at = 0; at < missing.length; at += 50)
    await fillRaw(
      raw,
      missing.slice(at, at + 50).flatMap((n) => observationsOf(n, 30)),
    );
  const newest = ids.map((listingId) => {
    const snapshot = sampleSnapshot({ listingId, itemId: listingId.slice(7) });
    return { listingId, seenAtMs: snapshot.capturedAtMs, snapshot };
  });
  await ours.latest.bulkPut(newest);
  const work = raw.transaction('latest', 'readwrite');
  for (const row of newest) work.objectStore('latest').put(row);
  expect((await reader.latestMany(ids)).map((row) => row?.listingId)).toEqual(ids);
  expect((await lastOfEach(raw, ids)).map((row) => row?.listingId)).toEqual(ids);
  const pair = await timePair(
    () => reader.latestMany(ids),
    () => lastOfEach(raw, ids),
    15,
  );
  rows.push({
    target: 'P12',
    figure: 'latest of 500 listings, whole snapshots',
    value: p(pair.ours),
    ratio: pair.ratio,
    limit: 0.2,
    peer: '500 cursors on raw IndexedDB',
  });
  // What copying the snapshots out costs in the one request that is quickest: the floor.
  const floor = await timePair(
    () => reader.latestMany(ids),
    () => answerOf(raw.transaction('latest').objectStore('latest').getAll()),
    15,
  );
  rows.push({
    target: 'P12',
    figure: 'latest of 500 listings, whole snapshots',
    value: p(floor.ours),
    ratio: floor.ratio,
    limit: 1.5,
    peer: 'one raw getAll of the same snapshots',
  });
  rows.push({
    target: 'P12',
    figure: 'latest of 500 listings: time',
    value: p(pair.ours),
    ratio: null,
    limit: 10,
    time: medianOf(pair.ours),
  });
});
