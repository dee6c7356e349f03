import type { ChangeSet } from '../listing/change';
import { shownBehind } from '../listing/facets';
import { sameFacts } from '../listing/same-facts';
import type { Observation } from '../listing/series';
import type { ListingSnapshot } from '../listing/snapshot';
import type { Database } from './database';
import { enterInBook } from './history/book';
import type { HistoryRow } from './history/line';
import type { LatestRow } from './rows';

/** One visit of a listing: what was read, its price facts, and what changed since the last one. */
export type Visit = {
  snapshot: ListingSnapshot;
  observations: Observation[];
  /** Null where nothing changed, or there was no visit before. */
  changes: ChangeSet | null;
};

/** How many rows a visit added; 0 observations means that these facts were there already. */
export type Recorded = { observations: number; changes: number };

/** That of the rows that it added. */
export function recordedOf(added: HistoryRow[]): Recorded {
  const count = (table: HistoryRow['table']) => added.filter((row) => row.table === table).length;
  return { observations: count('observations'), changes: count('changes') };
}

/** The same facts of one series within this time are one row: twenty tabs, or a reload. */
export const SAME_VISIT_MS = 10 * 60_000;

/**
 * Appends a visit within the caller's transaction over `observations`, `latest`, `changes` and
 * `chunks`, and answers with the rows that it added. Nothing but the database is awaited. No row is ever replaced: where the key is taken by other
 * facts, the next free millisecond is used. Where the clock has gone back, the row says after which
 * visit it really came.
 */
export async function appendVisit(database: Database, visit: Visit): Promise<HistoryRow[]> {
  const { snapshot } = visit;
  const known = await database.latest.get(snapshot.listingId);
  // Tabs answer out of order by moments; more than that is the clock.
  const wentBack = known !== undefined && known.seenAtMs - snapshot.capturedAtMs > SAME_VISIT_MS;
  const mark = wentBack ? { cameAfterMs: known.seenAtMs } : {};

  const added: HistoryRow[] = [];
  for (const observation of visit.observations) {
    if (await seenJustNow(database, observation)) continue;
    const row = { ...observation, ...mark, atMs: await freeMs(observation) };
    await database.observations.add(row);
    added.push({ table: 'observations', row });
  }
  if (visit.changes !== null) added.push(...(await appendChanges(database, visit.changes)));
  const latest = newerLatest(known, snapshot, wentBack);
  if (latest !== known) {
    await database.latest.put(latest);
    added.push({ table: 'latest', row: latest });
  }
  await enterInBook(database, { added, removed: [] });
  return added;

  async function freeMs({ series, atMs }: Observation): Promise<number> {
    let free = atMs;
    while ((await database.observations.get([series, free])) !== undefined) free += 1;
    return free;
  }
}

/**
 * Appends that a listing seen before is gone, within the caller's transaction over `latest`,
 * `changes` and `chunks`. No price row: none was shown. Once, until it is seen again. Answers with
 * the rows that it added.
 */
export async function appendGone(
  database: Database,
  listingId: string,
  atMs: number,
): Promise<HistoryRow[]> {
  const known = await database.latest.get(listingId);
  if (known === undefined) return [];
  const last = await database.changes
    .where('[listingId+atMs]')
    .between([listingId, known.seenAtMs], [listingId, Infinity])
    .last();
  if (last?.changes.some(({ kind }) => kind === 'off-shelf') === true) return [];
  const changes: ChangeSet['changes'] = [{ kind: 'off-shelf' }];
  const set = { listingId, atMs, sinceMs: known.seenAtMs, changes };
  const added = await appendChanges(database, set);
  await enterInBook(database, { added, removed: [] });
  return added;
}

/** True when the row before or after in time states the same facts within ten minutes. */
async function seenJustNow(database: Database, seen: Observation): Promise<boolean> {
  const { series, atMs } = seen;
  const at = database.observations.where('[series+atMs]');
  const before = await at
    .between([series, atMs - SAME_VISIT_MS], [series, atMs], true, true)
    .last();
  if (before !== undefined && sameFacts(before, seen)) return true;
  const after = await database.observations
    .where('[series+atMs]')
    .between([series, atMs], [series, atMs + SAME_VISIT_MS], false, true)
    .first();
  return after !== undefined && sameFacts(after, seen);
}

async function appendChanges(database: Database, set: ChangeSet): Promise<HistoryRow[]> {
  const near = await database.changes
    .where('[listingId+atMs]')
    .between(
      [set.listingId, set.atMs - SAME_VISIT_MS],
      [set.listingId, set.atMs + SAME_VISIT_MS],
      true,
      true,
    )
    .toArray();
  if (near.some((row) => sameFacts(row, set))) return [];
  const taken = new Set(near.map((row) => row.atMs));
  let atMs = set.atMs;
  while (taken.has(atMs)) atMs += 1;
  const row = { ...set, atMs };
  await database.changes.add(row);
  return [{ table: 'changes', row }];
}

function newerLatest(
  known: LatestRow | undefined,
  snapshot: ListingSnapshot,
  wentBack: boolean,
): LatestRow {
  if (known !== undefined && !wentBack && known.seenAtMs > snapshot.capturedAtMs) return known;
  const { listingId, capturedAtMs } = snapshot;
  return { listingId, seenAtMs: capturedAtMs, snapshot, ...shownBehind(known, snapshot) };
}
