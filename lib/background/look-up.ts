import { pricePath } from '../analysis/price-path';
import { seriesOf } from '../analysis/price-note';
import { chooseBenchmark } from '../benchmark/fit';
import type { Reader } from '../db/reader';
import { SAME_VISIT_MS } from '../db/visits';
import { inspect } from '../inspection/inspect';
import type { Inspection } from '../inspection/inspection';
import { isMine } from '../inspection/mine';
import { applyPicks } from '../inspection/picks';
import { visitChanges } from '../inspection/visit-changes';
import type { ChangeSet } from '../listing/change';
import { LEDGER_CODES } from '../listing/ledger-codes';
import type { Price } from '../listing/price';
import type { Observation } from '../listing/series';
import type { ListingSnapshot } from '../listing/snapshot';
import type { Settings } from '../settings';
import type { CompiledCache } from './compiled-cache';
import type { TabState } from './tab-state';

const DAY_MS = 86_400_000;
/** How far back the price note looks. */
const HISTORY_MS = 180 * DAY_MS;
/** Changes seen by a visit this short ago are still told: a reload must not wipe them away. */
const STILL_NEWS_MS = DAY_MS / 2;
/** Rows of changes that may be of this visit: one for each reading that found something else. */
const TOLD_ROWS = 20;

/**
 * Gathers what an inspection is made of and makes it. Without a reader (the store can't be read)
 * the page itself is still told: its prices, and nothing that the operator keeps.
 */
export async function lookUp(
  reader: Reader | null,
  read: ListingSnapshot,
  state: Pick<TabState, 'picks' | 'changes' | 'visitStartMs'>,
  settings: Settings,
  deps: { compiled: CompiledCache },
): Promise<Inspection> {
  const snapshot = applyPicks(read, state.picks);
  const path = pricePath(snapshot, LEDGER_CODES);
  const series = seriesOf(snapshot, path);
  const { listingId, capturedAtMs } = snapshot;
  const benchmarks = (await reader?.benchmarks())?.map((stored) => stored.value) ?? [];
  const choice = chooseBenchmark(snapshot, benchmarks);
  const benchmarkId = choice.state === 'chosen' ? choice.benchmark.id : null;
  const [compiled, verdicts, seen, lists, note, told] = await Promise.all([
    reader === null || benchmarkId === null ? null : deps.compiled.of(reader, benchmarkId),
    reader?.verdictsOf(listingId),
    series === null ? [] : reader?.historyOf(series, capturedAtMs - HISTORY_MS),
    reader?.lists(),
    reader?.note(listingId),
    reader?.changesOf(listingId, TOLD_ROWS),
  ]);
  return inspect({
    snapshot,
    mine: isMine(snapshot, settings.myShops),
    choice,
    benchmarks,
    compiled,
    verdicts: verdicts?.map((stored) => stored.value) ?? [],
    history: (seen ?? []).filter((row) => isEarlier(row, path.public, state.visitStartMs)),
    changes: changesToTell(told ?? [], state.changes, capturedAtMs),
    rules: settings.changeRules,
    watchlists: lists?.map((stored) => stored.value) ?? [],
    note: note?.value ?? null,
  });
}

/**
 * What this visit changed, as the room of changes tells it: of the stored rows and this reading the
 * newest visit. A reading that found nothing tells what a part of this sitting told before it, and
 * else that nothing changed.
 */
function changesToTell(
  stored: readonly ChangeSet[],
  found: ChangeSet | null,
  nowMs: number,
): ChangeSet | null {
  const newest = visitChanges([...stored, ...(found === null ? [] : [found])]).find(
    ({ changes }) => changes.length > 0,
  );
  const isNews = newest !== undefined && nowMs - newest.atMs < STILL_NEWS_MS;
  return isNews ? newest : found;
}

/**
 * Whether a row is of an earlier visit. What this visit itself has recorded is no earlier price,
 * and the same price of minutes before it (a reload, another tab) is the same visit.
 */
function isEarlier(row: Observation, shown: Price | null, visitStartMs: number): boolean {
  if (row.atMs >= visitStartMs) return false;
  const isSame =
    row.publicPrice?.minFen === shown?.minFen && row.publicPrice?.maxFen === shown?.maxFen;
  return !isSame || visitStartMs - row.atMs > SAME_VISIT_MS;
}
