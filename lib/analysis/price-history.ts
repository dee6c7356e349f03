import type { Price } from '../listing/price';
import type { Observation } from '../listing/series';
import type { PriceExtent, StripPoint } from './price-result';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Not seen for longer than this is a gap of the strip. */
export const GAP_DAYS = 7;
/** How far back the strip goes. */
export const STRIP_DAYS = 180;

/** A public price at a time; null where the listing was seen and the price could not be told. */
export type SeenPrice = { atMs: number; price: Price | null };

/**
 * What was seen of one series before a time, oldest first. Gated rows are left out: what a
 * degraded page shows is no price.
 */
export function historyOf(
  history: readonly Observation[],
  series: string | null,
  beforeMs: number,
): SeenPrice[] {
  return history
    .filter((row) => row.series === series && row.atMs < beforeMs && !row.gated)
    .map((row) => ({ atMs: row.atMs, price: row.publicPrice }))
    .toSorted((a, b) => a.atMs - b.atMs);
}

/**
 * Lowest and highest price of the last 30, 90 and 180 days, `seen` oldest first. A range counts
 * with its lower end for the lowest and its upper end for the highest (its lower, where that is
 * not known); of equal prices the newest is named.
 */
export function extentsOf(seen: readonly SeenPrice[], nowMs: number): PriceExtent[] {
  return ([30, 90, 180] as const).map((days) => {
    let lowest: PriceExtent['lowest'] = null;
    let highest: PriceExtent['highest'] = null;
    let count = 0;
    for (const { atMs, price } of seen) {
      if (price === null || atMs < nowMs - days * DAY_MS || atMs > nowMs) continue;
      count++;
      if (lowest === null || price.minFen <= lowest.price.minFen) lowest = { price, atMs };
      if (highest === null || topOf(price) >= topOf(highest.price)) highest = { price, atMs };
    }
    return { days, lowest, highest, seen: count };
  });
}

const topOf = (price: Price) => price.maxFen ?? price.minFen;

/**
 * The strip's points over the last 180 days, `seen` oldest first: the lower end of each price,
 * and null right after a point that was followed by more than `GAP_DAYS` days unseen.
 */
export function stripOf(seen: readonly SeenPrice[], nowMs: number): StripPoint[] {
  const points: StripPoint[] = [];
  let before: number | null = null;
  for (const { atMs, price } of seen) {
    if (atMs < nowMs - STRIP_DAYS * DAY_MS || atMs > nowMs) continue;
    if (before !== null && atMs - before > GAP_DAYS * DAY_MS)
      points.push({ atMs: before + 1, fen: null });
    points.push({ atMs, fen: price?.minFen ?? null });
    before = atMs;
  }
  return points;
}
