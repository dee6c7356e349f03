import { changesBetween } from '../analysis/changes';
import { pricePath } from '../analysis/price-path';
import type { GapSegmenter } from '../analysis/root-splitter';
import { toObservations } from '../analysis/to-observations';
import { seriesToLookUp, visitBefore, withStored } from '../analysis/visit-before';
import type { Store } from '../db/store';
import { applyPicks } from '../inspection/picks';
import type { ChangeSet } from '../listing/change';
import { LEDGER_CODES } from '../listing/ledger-codes';
import type { Observation } from '../listing/series';
import type { ReadResult } from '../listing/read-result';
import type { ListingSnapshot } from '../listing/snapshot';
import type { FailureCode } from '../messaging/result';
import { itemIdOfResult } from './draw-order';
import type { Earlier } from './earlier';
import type { TabState } from './tab-state';

/** A tab in which an item was not read again for this long begins a new visit with it. */
export const SITTING_MS = 6 * 3_600_000;

/** How far back a price is looked for behind visits that did not show it. */
const LOOKED_BACK_MS = 90 * 86_400_000;

/**
 * The state of a tab after a reading. The same item goes on with its visit, its picks and what
 * changes are told against; another item, or the same after hours, begins anew.
 */
export function nextTabState(
  known: TabState | null,
  host: string,
  result: ReadResult,
  earlier: Earlier,
  nowMs: number,
): TabState {
  const itemId = itemIdOfResult(result);
  const isSame = known !== null && known.host === host && known.itemId === itemId;
  const goesOn = isSame && nowMs - lastReadMs(known) < SITTING_MS;
  // A part of the visit that read nothing knew of nothing to tell changes against.
  const carries = goesOn && (known.baseline !== null || known.result.state === 'ok');
  return {
    host,
    itemId,
    result,
    picks: goesOn ? known.picks : {},
    visitStartMs: goesOn ? known.visitStartMs : nowMs,
    baseline: carries ? known.baseline : earlier.snapshot,
    shownBefore: carries ? known.shownBefore : earlier.shownBefore,
    wasGone: (carries && known.wasGone) || earlier.wasGone,
    changes: null,
    saved: null,
  };
}

function lastReadMs({ result, visitStartMs }: TabState): number {
  return result.state === 'ok' ? result.snapshot.capturedAtMs : visitStartMs;
}

/** What a reading found changed since the visit before; null where it is the first, or no reading. */
async function foundChanges(
  store: Store,
  state: TabState,
  current: Reading,
  segment: GapSegmenter,
): Promise<ChangeSet | null> {
  const { baseline, shownBefore, visitStartMs, wasGone } = state;
  if (baseline === null) return null;
  const path = pricePath(baseline, LEDGER_CODES);
  const before = visitBefore({ snapshot: baseline, shownBefore }, path);
  const hidden = seriesToLookUp(before, current);
  const stored = await lastRowsOf(store, hidden, visitStartMs);
  const found = changesBetween(withStored(before, stored), current, segment);
  return wasGone ? { ...found, changes: [{ kind: 'on-shelf' }, ...found.changes] } : found;
}

type Reading = {
  snapshot: ListingSnapshot;
  path: ReturnType<typeof pricePath>;
  observations: Observation[];
};

/** The stored rows of series before a visit, of those whose price the visit right before did not show. */
async function lastRowsOf(
  store: Store,
  series: readonly string[],
  visitStartMs: number,
): Promise<Observation[]> {
  if (series.length === 0) return [];
  const rows = await store.read((reader) =>
    Promise.all(series.map((one) => reader.historyOf(one, visitStartMs - LOOKED_BACK_MS))),
  );
  return rows.ok ? rows.value.flat().filter(({ atMs }) => atMs < visitStartMs) : [];
}

/**
 * Records the visit that a tab's reading is of: its price facts, the newest snapshot, and what
 * changed since the visit before. Answers with the state that says what changed and why it could not
 * be saved.
 */
export async function recordReading(
  store: Store,
  state: TabState,
  segment: GapSegmenter,
): Promise<TabState> {
  const { result } = state;
  if (result.state !== 'ok') return state;
  const snapshot = applyPicks(result.snapshot, state.picks);
  const path = pricePath(snapshot, LEDGER_CODES);
  const observations = toObservations(snapshot, path);
  const changes = await foundChanges(store, state, { snapshot, path, observations }, segment);
  const outcome = await store.recordVisit({
    snapshot,
    observations,
    changes: changes === null || changes.changes.length === 0 ? null : changes,
  });
  return { ...state, changes, saved: outcome.ok ? null : outcome.why };
}

/** Records that a page says of an item seen before that it is gone; null where that was saved. */
export async function recordGone(
  store: Store,
  itemId: string | null,
  nowMs: number,
): Promise<FailureCode | null> {
  if (itemId === null) return null;
  const outcome = await store.recordGone(`taobao:${itemId}`, nowMs);
  return outcome.ok ? null : outcome.why;
}
