import { afterAll, beforeAll, expect, it } from 'vitest';
import '../../lib/zod-jitless';
import { CompiledCache } from '../../lib/background/compiled-cache';
import { lookUpFacts } from '../../lib/background/look-up-facts';
import { declareDatabase, type Database } from '../../lib/db/database';
import { createReader, type Reader } from '../../lib/db/reader';
import type { ChangeSet } from '../../lib/listing/change';
import type { Observation } from '../../lib/listing/series';
import { settingsFrom } from '../../lib/settings';
import { sampleSnapshot } from '../fixtures/sample-snapshot';
import { timePair, type Pair } from './async-ratio';
import { DAY_MS, FROM_MS, listingIdOf, observationsOf, seriesOf } from './history-rows';
import { answerOf, fillRaw, openRaw } from './raw-database';
import { writeSection, type Row } from './results';
import { quantileOf } from './row';

const WATCHED = 500;
const DAYS = 90;
const CHANGE_EVERY = 3;
const LAST_MS = FROM_MS + DAYS * DAY_MS;
const NAME = 'bench-watchlist';
const ids = Array.from({ length: WATCHED }, (_, n) => listingIdOf(n));
const rows: Row[] = [];

let database: Database;
let raw: IDBDatabase;
let reader: Reader;

const compiled = new CompiledCache({
  segmenter: () => Promise.reject(new Error('there are no keywords to split')),
  files: null,
  compiler: 'bench',
});
const ask = (strips: boolean) =>
  lookUpFacts(reader, { listingIds: ids, strips }, settingsFrom(undefined), { compiled });

/** Raw IndexedDB reading the same rows: each listing's newest, its 90 days or its newest price, its newest change. */
async function readRaw(strips: boolean) {
  const work = raw.transaction(['latest', 'observations', 'changes']);
  const latest = work.objectStore('latest');
  const observations = work.objectStore('observations');
  const changes = work.objectStore('changes');
  return Promise.all(
    ids.map(async (id, n) => {
      const days = IDBKeyRange.bound([seriesOf(n), FROM_MS], [seriesOf(n), Infinity]);
      const ofListing = IDBKeyRange.bound([id, 0], [id, Infinity]);
      const [newest, history, change] = await Promise.all([
        answerOf(latest.get(id)),
        strips
          ? answerOf<Observation[]>(observations.getAll(days))
          : answerOf(observations.openCursor(days, 'prev')).then((cursor) => [
              cursor!.value as Observation,
            ]),
        answerOf(changes.openCursor(ofListing, 'prev')),
      ]);
      return { newest, history, change: change!.value as ChangeSet };
    }),
  );
}

function changesOf(listingId: string): ChangeSet[] {
  return Array.from({ length: DAYS / CHANGE_EVERY }, (_, n) => {
    const atMs = FROM_MS + n * CHANGE_EVERY * DAY_MS;
    const word = `第${n}次`;
    return {
      listingId,
      atMs,
      sinceMs: atMs - CHANGE_EVERY * DAY_MS,
      changes: [{ kind: 'title', added: [word], removed: [] }],
    };
  });
}

beforeAll(async () => {
  await answerOf(indexedDB.deleteDatabase(NAME) as IDBRequest<unknown>);
  database = declareDatabase(NAME);
  await database.open();
  raw = await openRaw(NAME);
  reader = createReader(database);
  for (let at = 0; at < WATCHED; at += 50)
    await fillRaw(raw, Array.from({ length: 50 }, (_, n) => observationsOf(at + n, DAYS)).flat());
  await database.changes.bulkPut(ids.flatMap(changesOf));
  await database.latest.bulkPut(
    ids.map((listingId) => ({
      listingId,
      seenAtMs: LAST_MS,
      snapshot: sampleSnapshot({ listingId, itemId: listingId.slice(7), capturedAtMs: LAST_MS }),
    })),
  );
}, 120_000);

afterAll(async () => {
  await writeSection(
    'Watchlist',
    [
      `${WATCHED} listings with ${DAYS} days of observations and ${DAYS / CHANGE_EVERY} changes each: what the watchlist's rows are made of, without the message.`,
    ],
    rows,
  );
  database.close();
  raw.close();
  indexedDB.deleteDatabase(NAME);
});

function record(figure: string, pair: Pair, limit: number | null) {
  const [p50, p95] = [0.5, 0.95].map((share) => quantileOf(pair.ours, share).toFixed(0));
  rows.push({
    target: 'P12',
    figure,
    value: `${p50} ms, p95 ${p95} ms`,
    ratio: pair.ratio,
    limit,
    peer: 'raw IndexedDB reading the same rows',
  });
}

it('P12: 500 listings with last price, change and sparkline beside raw reads of the same rows', async () => {
  const [said, there] = [await ask(true), await readRaw(true)];
  for (const [n, row] of said.entries()) {
    const { history, change } = there[n]!;
    const prices = history.map(({ publicPrice }) => publicPrice!.minFen);
    expect(row.strip.map(({ fen }) => fen)).toEqual([...prices, 12900]);
    expect(row.lastPrice?.price).toEqual(history.at(-1)!.publicPrice);
    expect(row.change?.atMs).toBe(change.atMs);
  }
  // What is shown at once, before the strips are there, says the same.
  expect(await ask(false)).toEqual(said.map((row) => ({ ...row, strip: [] })));
  const atOnce = await timePair(
    () => ask(false),
    () => readRaw(false),
    9,
  );
  record('500 listings with last price and change: what is shown at once', atOnce, null);
  const whole = await timePair(
    () => ask(true),
    () => readRaw(true),
    5,
  );
  record('500 listings with last price, change and sparkline', whole, 1.5);
}, 300_000);
