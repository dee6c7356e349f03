import { changesBetween } from '../analysis/changes';
import { pricePath } from '../analysis/price-path';
import { toObservations } from '../analysis/to-observations';
import type { Store } from '../db/store';
import { applyPicks } from '../inspection/picks';
import { LEDGER_CODES } from '../listing/ledger-codes';
import type { ReadResult } from '../listing/read-result';
import type { ListingSnapshot } from '../listing/snapshot';
import type { FailureCode } from '../messaging/result';
import { itemIdOfResult } from './draw-order';
import type { TabState } from './tab-state';

/**
 * The state of a tab after a reading. The same item goes on with its visit, its picks and what
 * changes are told against; another item begins anew.
 */
export function nextTabState(
  known: TabState | null,
  host: string,
  result: ReadResult,
  earlier: ListingSnapshot | null,
  nowMs: number,
): TabState {
  const itemId = itemIdOfResult(result);
  const goesOn = known !== null && known.host === host && known.itemId === itemId;
  return {
    host,
    itemId,
    result,
    picks: goesOn ? known.picks : {},
    visitStartMs: goesOn ? known.visitStartMs : nowMs,
    baseline: goesOn ? known.baseline : earlier,
    saved: null,
  };
}

/**
 * Records the visit that a tab's reading is of: its price facts, the newest snapshot, and what
 * changed since the visit before. Answers with why it could not be saved, null where it was.
 */
export async function recordReading(store: Store, state: TabState): Promise<FailureCode | null> {
  if (state.result.state !== 'ok') return null;
  const snapshot = applyPicks(state.result.snapshot, state.picks);
  const path = pricePath(snapshot, LEDGER_CODES);
  const changes =
    state.baseline === null
      ? null
      : changesBetween(
          { snapshot: state.baseline, path: pricePath(state.baseline, LEDGER_CODES) },
          { snapshot, path },
        );
  const outcome = await store.recordVisit({
    snapshot,
    observations: toObservations(snapshot, path),
    changes: changes === null || changes.changes.length === 0 ? null : changes,
  });
  return outcome.ok ? null : outcome.why;
}
