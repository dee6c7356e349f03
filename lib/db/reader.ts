import {
  keywordsOfChunks,
  parseRecordOf,
  recordKey,
  type KeywordSet,
  type RecordKind,
  type RecordValue,
  type StoredKeywords,
} from '../benchmark/record';
import type { Benchmark } from '../benchmark/benchmark';
import type { Keyword } from '../benchmark/keyword';
import { importRows, type ImportHead, type ImportRow } from '../benchmark/keyword-import';
import type { Note, Picture, Verdict, Watchlist } from '../benchmark/watchlist';
import type { ChangeSet } from '../listing/change';
import type { Observation } from '../listing/series';
import type { Database } from './database';
import { isSoundChangeSet, isSoundObservation, soundSnapshots } from './history/sound-rows';
import { newestOf, type Newest, type NewestAsked } from './newest';
import type { LatestRow, Loss, QuarantineRow, RecordRow, Verification } from './rows';

/** A record with its revision, which a later save names as the one it was based on. */
export type Stored<T> = { revision: number; createdAtMs: number; updatedAtMs: number; value: T };

/**
 * Reading, the same in the background and on the extension's pages. Rows that do not parse are left
 * out (they are in quarantine, not on the screen). Rejects where the database fails.
 */
export type Reader = {
  /** All benchmarks, oldest first. */
  benchmarks(): Promise<Stored<Benchmark>[]>;
  benchmark(id: string): Promise<Stored<Benchmark> | null>;
  /**
   * A benchmark's keywords in the operator's order. Null where it has none yet; `damaged` where a
   * chunk can't be read: then nothing may be counted from them.
   */
  keywords(benchmarkId: string): Promise<(Stored<Keyword[]> & { damaged: boolean }) | null>;
  /** The same as it is stored, for a worker to read: 50,000 words keep a page busy for 200 ms. */
  storedKeywords(benchmarkId: string): Promise<({ revision: number } & StoredKeywords) | null>;
  /** How many keywords a benchmark has and their revision, without reading them. */
  keywordCount(benchmarkId: string): Promise<{ revision: number; count: number } | null>;
  /** The head of a benchmark's keywords. */
  keywordSet(benchmarkId: string): Promise<Stored<KeywordSet> | null>;
  /** The imports into a benchmark, newest first. */
  imports(benchmarkId: string): Promise<Stored<ImportHead>[]>;
  /** The words of an import; null where a part can't be read. */
  importRows(head: ImportHead): Promise<ImportRow[] | null>;
  /** All watchlists, oldest first; the first is where a star goes. */
  lists(): Promise<Stored<Watchlist>[]>;
  note(listingId: string): Promise<Stored<Note> | null>;
  notes(listingIds: string[]): Promise<Map<string, Stored<Note>>>;
  /** The small pictures of these listings, of those that have one. */
  pictures(listingIds: string[]): Promise<Map<string, Stored<Picture>>>;
  /** Every hand-set verdict on a listing, of all benchmarks. */
  verdictsOf(listingId: string): Promise<Stored<Verdict>[]>;
  /** The same of many listings, of those that have some, in one request. */
  verdictsOfMany(listingIds: readonly string[]): Promise<Map<string, Stored<Verdict>[]>>;
  /** Every hand-set verdict by one benchmark, on all listings. */
  verdictsBy(benchmarkId: string): Promise<Stored<Verdict>[]>;
  /** The settings as stored; `settingsFrom(stored?.value)` makes settings of it. */
  settings(): Promise<Stored<unknown> | null>;
  /** Whether the demo was loaded and not yet taken out. */
  demo(): Promise<Stored<RecordValue<'demo'>> | null>;

  /** Records as they are stored, tombstones too, in the order asked. */
  recordsAt(keys: string[]): Promise<(RecordRow | undefined)[]>;
  /** What was set aside as damaged or replaced, newest first. */
  setAside(): Promise<QuarantineRow[]>;
  /** One of those, null where there is none of that id. */
  asideOf(id: string): Promise<QuarantineRow | null>;
  /** The last full verification of both stores, null where there was none yet. */
  lastVerification(): Promise<Verification | null>;
  /** How many saves of the operator's came after a time, counted up to `most`. */
  savesSince(atMs: number, most: number): Promise<number>;
  /** The first save of the operator's that is still known (a month), null for none. */
  firstSaveMs(): Promise<number | null>;
  /** When both stores were found emptied from outside, and what was left; null where they never were. */
  loss(): Promise<Loss | null>;
  /** Whether the stores were found to differ since then: a full verification is due. */
  foundMismatch(): Promise<boolean>;

  latestOf(listingId: string): Promise<LatestRow | null>;
  /** Newest snapshots in the order asked, null where there is none. */
  latestMany(listingIds: string[]): Promise<(LatestRow | null)[]>;
  /** The listings seen last, newest first. */
  newest(limit: number): Promise<LatestRow[]>;
  /** Observations of a series since a time (inclusive), oldest first. */
  historyOf(series: string, sinceMs: number): Promise<Observation[]>;
  /** The last observation of a series before a time (exclusive). */
  lastBefore(series: string, atMs: number): Promise<Observation | null>;
  /** What a long list shows of each listing's history, in the order asked. */
  newestOf(asked: readonly NewestAsked[]): Promise<Newest[]>;
  /** Every observation of a listing since a time, of all its series, oldest first. */
  observationsOf(listingId: string, sinceMs: number): Promise<Observation[]>;
  observationsAt(keys: [series: string, atMs: number][]): Promise<(Observation | undefined)[]>;
  changesAt(keys: [listingId: string, atMs: number][]): Promise<(ChangeSet | undefined)[]>;
  /** The newest changes of a listing, newest first. */
  changesOf(listingId: string, limit: number): Promise<ChangeSet[]>;
  /** Every change of a listing since a time (inclusive), newest first. */
  changesOfSince(listingId: string, sinceMs: number): Promise<ChangeSet[]>;
  /** The newest changes of all listings since a time (inclusive), newest first. */
  changesSince(sinceMs: number, limit: number): Promise<ChangeSet[]>;
};

/** A reader over an open database. */
export function createReader(database: Database): Reader {
  const { observations, latest, changes, records, operations, quarantine, meta } =
    tablesOf(database);
  const snapshots = soundSnapshots();

  async function one<K extends RecordKind>(kind: K, key: string) {
    return storedOf(kind, await records.get(key));
  }

  async function under<K extends RecordKind>(kind: K, prefix: string) {
    // '0' is the character after '/': every key below the prefix, and nothing else.
    const rows = await records.where('key').between(`${prefix}/`, `${prefix}0`).toArray();
    return rows
      .map((row) => storedOf(kind, row))
      .filter((stored) => stored !== null)
      .sort((a, b) => a.createdAtMs - b.createdAtMs);
  }

  const chunksOf = (benchmarkId: string) =>
    // One transaction: a save in between must not mix its chunks with those before it.
    database.transaction('r', records, async () => {
      const set = await one('keyword-set', recordKey.keywordSet(benchmarkId));
      if (set === null) return null;
      const { value, ...stored } = set;
      const keys = value.chunks.map((_, index) => recordKey.keywordChunk(benchmarkId, index));
      const rows = await records.bulkGet(keys);
      const chunks = rows.map((row) => (row?.deleted === 0 ? row.value : null));
      return { ...stored, count: value.count, chunks };
    });

  return {
    benchmarks: () => under('benchmark', 'benchmark'),
    benchmark: (id) => one('benchmark', recordKey.benchmark(id)),
    lists: () => under('list', 'list'),
    note: (listingId) => one('note', recordKey.note(listingId)),
    verdictsOf: (listingId) => under('verdict', `verdict/${listingId}`),
    async verdictsOfMany(listingIds) {
      const asked = new Set(listingIds);
      const byListing = new Map<string, Stored<Verdict>[]>();
      for (const stored of await under('verdict', 'verdict')) {
        const { listingId } = stored.value;
        if (!asked.has(listingId)) continue;
        const known = byListing.get(listingId);
        if (known === undefined) byListing.set(listingId, [stored]);
        else known.push(stored);
      }
      return byListing;
    },
    verdictsBy: async (benchmarkId) =>
      (await under('verdict', 'verdict')).filter((s) => s.value.benchmarkId === benchmarkId),
    settings: () => one('settings', recordKey.settings),
    demo: () => one('demo', recordKey.demo),

    async notes(listingIds) {
      const rows = await records.bulkGet(listingIds.map(recordKey.note));
      const notes = new Map<string, Stored<Note>>();
      listingIds.forEach((listingId, index) => {
        const stored = storedOf('note', rows[index]);
        if (stored !== null) notes.set(listingId, stored);
      });
      return notes;
    },

    async pictures(listingIds) {
      const rows = await records.bulkGet(listingIds.map(recordKey.picture));
      const pictures = new Map<string, Stored<Picture>>();
      listingIds.forEach((listingId, index) => {
        const stored = storedOf('picture', rows[index]);
        if (stored !== null) pictures.set(listingId, stored);
      });
      return pictures;
    },

    async keywordCount(benchmarkId) {
      const set = await one('keyword-set', recordKey.keywordSet(benchmarkId));
      return set === null ? null : { revision: set.revision, count: set.value.count };
    },
    keywordSet: (benchmarkId) => one('keyword-set', recordKey.keywordSet(benchmarkId)),

    storedKeywords: chunksOf,
    async keywords(benchmarkId) {
      const stored = await chunksOf(benchmarkId);
      if (stored === null) return null;
      const { keywords, damaged } = keywordsOfChunks(stored);
      const { revision, createdAtMs, updatedAtMs } = stored;
      return { revision, createdAtMs, updatedAtMs, value: keywords, damaged };
    },

    recordsAt: (keys) => records.bulkGet(keys),
    observationsAt: (keys) => observations.bulkGet(keys),
    changesAt: (keys) => changes.bulkGet(keys),
    asideOf: async (id) => (await quarantine.get(id)) ?? null,
    setAside: async () => (await quarantine.orderBy('atMs').toArray()).toReversed(),
    lastVerification: async () =>
      ((await meta.get('verification'))?.value as Verification | undefined) ?? null,
    savesSince: async (atMs, most) =>
      (await operations.where('atMs').above(atMs).limit(most).primaryKeys()).length,
    firstSaveMs: async () => (await operations.orderBy('atMs').first())?.atMs ?? null,
    loss: async () => ((await meta.get('loss'))?.value as Loss | undefined) ?? null,
    foundMismatch: async () => (await meta.get('mismatch')) !== undefined,

    imports: async (benchmarkId) =>
      (await under('import', 'import'))
        .filter((stored) => stored.value.benchmarkId === benchmarkId)
        .toSorted((a, b) => b.value.atMs - a.value.atMs),

    async importRows({ id, parts }) {
      const keys = Array.from({ length: parts }, (_, index) => recordKey.importPart(id, index));
      const rows: ImportRow[] = [];
      for (const row of await records.bulkGet(keys)) {
        const part = storedOf('import-part', row);
        const own = part === null ? null : importRows(part.value);
        if (own === null) return null;
        rows.push(...own);
      }
      return rows;
    },

    latestOf: async (listingId) => snapshots.sound(await latest.get(listingId)),
    newest: async (limit) =>
      // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection: it walks back
      (await latest.orderBy('seenAtMs').reverse().limit(limit).toArray()).filter(
        (row) => snapshots.sound(row) !== null,
      ),
    latestMany: async (ids) => (await latest.bulkGet(ids)).map((row) => snapshots.sound(row)),

    historyOf: async (series, sinceMs) =>
      (
        await observations
          .where('[series+atMs]')
          .between([series, sinceMs], [series, Infinity])
          .toArray()
      ).filter(isSoundObservation),

    lastBefore: async (series, atMs) =>
      (await observations
        .where('[series+atMs]')
        .between([series, -Infinity], [series, atMs])
        .filter(isSoundObservation)
        .last()) ?? null,

    newestOf: (asked) => newestOf(database, asked),

    observationsOf: async (listingId, sinceMs) =>
      (
        await observations
          .where('[listingId+atMs]')
          .between([listingId, sinceMs], [listingId, Infinity])
          .toArray()
      ).filter(isSoundObservation),

    changesSince: async (sinceMs, limit) =>
      (
        await changes
          .where('atMs')
          .between(sinceMs, Infinity)
          // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection: it walks back
          .reverse()
          .limit(limit)
          .toArray()
      ).filter(isSoundChangeSet),

    changesOfSince: async (listingId, sinceMs) =>
      (
        await changes
          .where('[listingId+atMs]')
          .between([listingId, sinceMs], [listingId, Infinity])
          // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection: it walks back
          .reverse()
          .toArray()
      ).filter(isSoundChangeSet),

    changesOf: async (listingId, limit) =>
      (
        await changes
          .where('[listingId+atMs]')
          .between([listingId, -Infinity], [listingId, Infinity])
          // A Dexie collection, not an array: it walks the index back.
          // oxlint-disable-next-line unicorn/no-array-reverse
          .reverse()
          .limit(limit)
          .toArray()
      ).filter(isSoundChangeSet),
  };
}

// A page's database is opened without declared tables: its table properties come by name only.
function tablesOf(
  database: Database,
): Pick<
  Database,
  'observations' | 'latest' | 'changes' | 'records' | 'operations' | 'quarantine' | 'meta'
> {
  return {
    observations: database.table('observations'),
    latest: database.table('latest'),
    changes: database.table('changes'),
    records: database.table('records'),
    operations: database.table('operations'),
    quarantine: database.table('quarantine'),
    meta: database.table('meta'),
  };
}

/** What a row holds, null where there is none, it is deleted, or it does not parse. */
export function storedOf<K extends RecordKind>(
  kind: K,
  row: RecordRow | undefined,
): Stored<RecordValue<K>> | null {
  if (row === undefined || row.deleted !== 0) return null;
  const value = parseRecordOf(kind, row.key, row.value);
  if (value === null) return null;
  const { revision, createdAtMs, updatedAtMs } = row;
  return { revision, createdAtMs, updatedAtMs, value };
}
