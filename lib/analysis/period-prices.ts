import { exactPrice } from '../listing/exact-price';
import type { Price } from '../listing/price';
import type { Observation } from '../listing/series';
import { difference, shareOf, type ShareSpan } from './price-arithmetic';
import type { FenSpan } from './price-result';

/** A stretch of time in ms, its end exclusive. */
export type Span = { fromMs: number; toMs: number };

/** A price and when it was seen. */
export type PriceSight = { price: Price; atMs: number };

/**
 * The public prices of one series within a span. `lowest` and `highest` are prices as they stood on
 * the page: of ranges the one with the lowest lower and the highest upper end (its lower, where 起
 * hides that), of equal ones the newest. All are null where no price was seen: that is never 0.
 */
export type PeriodPrices = {
  last: PriceSight | null;
  lowest: PriceSight | null;
  highest: PriceSight | null;
  /** Sights with a public price, sights whose public price could not be told, sights of gated pages. */
  priced: number;
  unread: number;
  gated: number;
};

/** One series in a period, beside the period before it. */
export type SeriesPeriod = {
  series: string;
  skuId: string | null;
  isFrom: boolean;
  now: PeriodPrices;
  before: PeriodPrices;
  /** The account's price at the last sight that had one; it stands beside, nothing compares with it. */
  account: PriceSight | null;
  /**
   * Last price of the period less last price of the one before; null where either was not seen. In
   * a 起 series it is the entry price that moved: what lies above it is not known on either side.
   */
  change: { difference: FenSpan; share: ShareSpan | null } | null;
  /** The series' sights from the beginning of the period before, oldest first; null: not told. */
  path: { atMs: number; price: Price | null }[];
};

/**
 * The series of one listing that were seen within a period, each beside the period before. Series
 * are never mixed, and what a gated page shows is no price.
 */
export function periodPrices(
  observations: readonly Observation[],
  period: Span,
  before: Span,
): SeriesPeriod[] {
  const bySeries = new Map<string, Observation[]>();
  for (const row of observations.toSorted((a, b) => a.atMs - b.atMs))
    bySeries.set(row.series, [...(bySeries.get(row.series) ?? []), row]);
  return [...bySeries].flatMap(([series, rows]) => {
    const seen = rows.filter(within(period));
    if (seen.length === 0) return [];
    const [now, then] = [pricesOf(seen), pricesOf(rows.filter(within(before)))];
    const known = seen.filter((row) => !row.gated && row.finalPrice !== null).at(-1);
    const account =
      known === undefined || known.finalPrice === null
        ? null
        : { price: known.finalPrice, atMs: known.atMs };
    return [
      {
        series,
        skuId: seen[0]?.skuId ?? null,
        isFrom: series.endsWith('|from'),
        now,
        before: then,
        account,
        change: changeOf(now.last, then.last),
        path: rows
          .filter((row) => !row.gated && row.atMs >= before.fromMs && row.atMs < period.toMs)
          .map(({ atMs, publicPrice }) => ({ atMs, price: publicPrice })),
      },
    ];
  });
}

function within({ fromMs, toMs }: Span) {
  return ({ atMs }: { atMs: number }) => atMs >= fromMs && atMs < toMs;
}

function pricesOf(rows: readonly Observation[]): PeriodPrices {
  const prices: PeriodPrices = {
    last: null,
    lowest: null,
    highest: null,
    priced: 0,
    unread: 0,
    gated: 0,
  };
  for (const { atMs, publicPrice: price, gated } of rows) {
    if (gated) prices.gated += 1;
    else if (price === null) prices.unread += 1;
    else {
      const sight = { price, atMs };
      const { lowest, highest } = prices;
      prices.priced += 1;
      prices.last = sight;
      if (lowest === null || price.minFen <= lowest.price.minFen) prices.lowest = sight;
      if (highest === null || topOf(price) >= topOf(highest.price)) prices.highest = sight;
    }
  }
  return prices;
}

const topOf = (price: Price) => price.maxFen ?? price.minFen;

function changeOf(now: PriceSight | null, before: PriceSight | null): SeriesPeriod['change'] {
  if (now === null || before === null) return null;
  const areEntries = now.price.maxFen === null && before.price.maxFen === null;
  const [a, b] = areEntries
    ? [exactPrice(now.price.minFen), exactPrice(before.price.minFen)]
    : [now.price, before.price];
  return { difference: difference(a, b), share: shareOf(a, b) };
}
