import type { Price } from '../listing/price';
import type { FenSpan, Rung } from './price-result';

/** A share as a span; null ends are not known. */
export type ShareSpan = { min: number | null; max: number | null };

/**
 * `a − b` for prices that may be ranges or 起: the span that holds the difference whatever the
 * true amounts within the ranges are. An upper end that was not shown makes the end that needs it
 * unknown.
 */
export function difference(a: Price, b: Price): FenSpan {
  return {
    minFen: b.maxFen === null ? null : a.minFen - b.maxFen,
    maxFen: a.maxFen === null ? null : a.maxFen - b.minFen,
  };
}

/**
 * `(a − b) / b` as a span that holds the share whatever the true amounts are; −0.072 is −7.2 %.
 * Null where `b` may be 0, for then it has no lower or upper bound worth saying.
 */
export function shareOf(a: Price, b: Price): ShareSpan | null {
  if (b.minFen === 0) return null;
  return {
    min: b.maxFen === null ? null : a.minFen / b.maxFen - 1,
    max: a.maxFen === null ? null : a.maxFen / b.minFen - 1,
  };
}

/** Where a price stands to a line in fen; `unclear` when its range reaches both sides of it. */
export function positionOf(price: Price, lineFen: number): NonNullable<Rung['position']> {
  if (price.minFen > lineFen) return 'above';
  if (price.maxFen === null) return 'unclear';
  if (price.maxFen < lineFen) return 'below';
  return price.minFen === lineFen && price.maxFen === lineFen ? 'at' : 'unclear';
}

/** Whether two prices are stated alike, ends and 起. */
export function samePrice(a: Price, b: Price): boolean {
  return a.minFen === b.minFen && a.maxFen === b.maxFen;
}
