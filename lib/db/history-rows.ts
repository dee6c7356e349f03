import type { ChangeSet } from '../listing/change';
import { sameFacts } from '../listing/same-facts';
import type { Observation } from '../listing/series';
import type { Database } from './database';
import { enterInBook } from './history/book';
import type { HistoryRow } from './history/line';
import type { LatestRow } from './rows';

/** Rows of the history tables that come from a file. */
export type HistoryRows = {
  latest: LatestRow[];
  observations: Observation[];
  changes: ChangeSet[];
};

/** Which rows of the history tables to take out; latest only where it is still of that visit. */
export type HistoryKeys = {
  latest: { listingId: string; seenAtMs: number }[];
  observations: [series: string, atMs: number][];
  changes: [listingId: string, atMs: number][];
};

/**
 * What an operation does to the history beside its records. Staged parts are read inside the
 * transaction, one by one; `read` must not wait for anything.
 */
export type HistoryWork =
  | { kind: 'add'; rows: HistoryRows }
  | { kind: 'add-staged'; restoreId: string; parts: number; read: (text: string) => HistoryRows }
  | { kind: 'remove'; keys: HistoryKeys };

/** Carries that out within the caller's transaction over the history tables, `chunks` and `staging`. */
export async function workOnHistory(database: Database, work: HistoryWork): Promise<void> {
  switch (work.kind) {
    case 'add':
      return addHistory(database, work.rows);
    case 'remove':
      return removeHistory(database, work.keys);
    case 'add-staged':
      for (let index = 0; index < work.parts; index += 1) {
        const part = await database.staging.get([work.restoreId, index]);
        await addHistory(database, work.read(part?.text ?? ''));
      }
  }
}

/**
 * Adds rows as a union: a row that is there stays, one with the same facts is not added again, and
 * where other facts hold the key the next free millisecond is used. The newest snapshot stands.
 */
async function addHistory(database: Database, rows: HistoryRows): Promise<void> {
  const { observations, changes, latest } = database;
  const newObservations = await freeRows(
    rows.observations,
    (row, atMs) => [row.series, atMs] as const,
    (keys) => observations.bulkGet(keys),
  );
  await observations.bulkAdd(newObservations);
  const newChanges = await freeRows(
    rows.changes,
    (row, atMs) => [row.listingId, atMs] as const,
    (keys) => changes.bulkGet(keys),
  );
  await changes.bulkAdd(newChanges);
  const known = await latest.bulkGet(rows.latest.map((row) => row.listingId));
  const newLatest = rows.latest.filter(
    (row, index) => (known[index]?.seenAtMs ?? -1) < row.seenAtMs,
  );
  await latest.bulkPut(newLatest);
  const added = taggedRows({
    observations: newObservations,
    changes: newChanges,
    latest: newLatest,
  });
  await enterInBook(database, { added, removed: [] });
}

function taggedRows({ observations, changes, latest }: HistoryRows): HistoryRow[] {
  return [
    ...observations.map((row) => ({ table: 'observations' as const, row })),
    ...changes.map((row) => ({ table: 'changes' as const, row })),
    ...latest.map((row) => ({ table: 'latest' as const, row })),
  ];
}

type Key = readonly [string, number];

/** The rows to be added, at free keys. */
async function freeRows<Row extends Observation | ChangeSet>(
  rows: Row[],
  keyOf: (row: Row, atMs: number) => Key,
  get: (keys: [string, number][]) => Promise<(Row | undefined)[]>,
): Promise<Row[]> {
  const there = await get(rows.map((row) => [...keyOf(row, row.atMs)]));
  const added = new Map<string, Row>();
  for (const [index, row] of rows.entries()) {
    let atMs = row.atMs;
    let taken = there[index] ?? added.get(keyOf(row, atMs).join('@'));
    while (taken !== undefined && !sameFacts(taken, row)) {
      atMs += 1;
      const key = keyOf(row, atMs);
      taken = added.get(key.join('@')) ?? (await get([[...key]]))[0];
    }
    if (taken === undefined) added.set(keyOf(row, atMs).join('@'), { ...row, atMs });
  }
  return [...added.values()];
}

async function removeHistory(database: Database, keys: HistoryKeys): Promise<void> {
  const observations = present(await database.observations.bulkGet(keys.observations));
  const changes = present(await database.changes.bulkGet(keys.changes));
  const known = await database.latest.bulkGet(keys.latest.map((row) => row.listingId));
  const latest = present(
    known.filter((row, index) => row?.seenAtMs === keys.latest[index]?.seenAtMs),
  );
  await database.observations.bulkDelete(keys.observations);
  await database.changes.bulkDelete(keys.changes);
  await database.latest.bulkDelete(latest.map((row) => row.listingId));
  const removed = taggedRows({ observations, changes, latest });
  await enterInBook(database, { added: [], removed });
}

function present<Row>(rows: (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}
