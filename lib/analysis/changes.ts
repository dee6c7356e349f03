import { shownIn } from '../listing/facets';
import type { ListingSnapshot } from '../listing/snapshot';
import type { ChangeSet } from './change-result';
import { changedFacet, type Told } from './changed-facets';
import { changedLedger } from './changed-ledger';
import { changedPrices } from './changed-prices';
import type { PricePath } from './price-result';
import type { GapSegmenter } from './root-splitter';
import type { VisitBefore } from './visit-before';

/** One visit as changes are told from it. */
export type Visit = { snapshot: ListingSnapshot; path: PricePath };

/** What was seen this shortly before the visit right before is of that visit, not of an older one. */
const SAME_LOOK_MS = 10 * 60_000;

/**
 * What is different since a listing was seen last, each thing against the last visit that showed it:
 * a field that a page did not show has not changed, and of a gated or degraded page only the title
 * is believed. A change against an older visit than the one right before says since when.
 * Promotions are compared of the same account and chosen SKU only.
 */
export function changesBetween(
  before: VisitBefore,
  current: Visit,
  segment: GapSegmenter,
): ChangeSet {
  const { snapshot } = current;
  const [title, ...others] = shownIn(snapshot).map((facet) => ({
    isTitle: facet.facet === 'title',
    told: changedFacet(before.facets, facet, segment),
  }));
  const titleFirst = title?.isTitle === true ? title.told : [];
  const rest = title === undefined || title.isTitle ? others : [title, ...others];
  const told: Told[] = [
    ...titleFirst,
    ...changedPrices(before, current),
    ...changedLedger(before, current),
    ...rest.flatMap((facet) => facet.told),
  ];
  return {
    listingId: snapshot.listingId,
    atMs: snapshot.capturedAtMs,
    sinceMs: before.atMs,
    changes: told.map(({ change, sinceMs }) =>
      before.atMs - sinceMs > SAME_LOOK_MS ? { ...change, sinceMs } : change,
    ),
  };
}
