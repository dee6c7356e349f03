import type { Ladder } from '../benchmark/benchmark';
import { exactPrice, type Price } from '../listing/price';
import { seriesKey, type Observation } from '../listing/series';
import type { ListingSnapshot } from '../listing/snapshot';
import { difference, positionOf, shareOf } from './price-arithmetic';
import { extentsOf, historyOf, stripOf, type SeenPrice } from './price-history';
import type { PriceNote, PricePath, Rung } from './price-result';
import { checkScores, type ScoreThreshold } from './score-check';

export type PriceNoteInput = {
  snapshot: ListingSnapshot;
  path: PricePath;
  /** The benchmark's ladder and thresholds, null where no benchmark is held against the page. */
  ladder: Ladder | null;
  thresholds: readonly ScoreThreshold[];
  /** What was observed of this listing, in any order; other series and this visit are left out. */
  history: readonly Observation[];
};

/** The price series that the page's shown price belongs to, null where no price was read. */
export function seriesOf(snapshot: ListingSnapshot, path: PricePath): string | null {
  const shown = path.public ?? path.final ?? path.shown ?? path.before;
  return shown === null ? null : seriesKey(snapshot.listingId, path.skuId, shown.maxFen === null);
}

/**
 * The price note of one visit. The ladder and the history speak of the public price; the 会员价
 * rung meets the account's price or nothing. Days are 24 hours before this visit.
 */
export function priceNote(input: PriceNoteInput): PriceNote {
  const { snapshot, path } = input;
  const series = seriesOf(snapshot, path);
  const atMs = snapshot.capturedAtMs;
  const past = historyOf(input.history, series, atMs);
  const now: SeenPrice[] = series === null || snapshot.gated ? [] : [{ atMs, price: path.public }];
  return {
    path,
    series,
    rungs: input.ladder === null ? [] : rungsOf(input.ladder, path),
    last: lastOf(past, path.public),
    extents: extentsOf([...past, ...now], atMs),
    strip: stripOf([...past, ...now], atMs),
    scores: checkScores(snapshot.scores.value, input.thresholds),
  };
}

/** The newest known price of the series and how far this visit's is from it. */
function lastOf(past: readonly SeenPrice[], now: Price | null): PriceNote['last'] {
  for (const { atMs, price } of past.toReversed()) {
    if (price === null) continue;
    return now === null
      ? { price, atMs, difference: { minFen: null, maxFen: null }, share: null }
      : { price, atMs, difference: difference(now, price), share: shareOf(now, price) };
  }
  return null;
}

/** The ladder's set lines beside the price that each is compared with, from the highest meaning. */
function rungsOf(ladder: Ladder, path: PricePath): Rung[] {
  const rung = (
    name: Rung['rung'],
    lineFen: number | null,
    against: Rung['against'],
    price: Price | null,
  ): Rung[] => {
    if (lineFen === null) return [];
    const line = exactPrice(lineFen);
    return [
      {
        rung: name,
        lineFen,
        against,
        difference: price === null ? null : difference(price, line),
        share: price === null ? null : shareOf(price, line),
        position: price === null ? null : positionOf(price, lineFen),
      },
    ];
  };
  const final = path.noPublic === 'gated' ? null : path.final;
  return [
    ...rung('daily', ladder.dailyFen, 'public', path.public),
    ...rung('promo', ladder.promoFen, 'public', path.public),
    ...rung('member', ladder.memberFen, 'account', final),
    ...rung('floor', ladder.floorFen, 'public', path.public),
  ];
}
