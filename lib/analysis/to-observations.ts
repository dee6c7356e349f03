import type { PricePath } from './price-result';
import { seriesKey, type Observation } from '../listing/series';
import type { ListingSnapshot, Sku } from '../listing/snapshot';
import type { Price } from '../listing/price';
import { isOwnKind } from './own-kind';
import { seriesOf } from './price-note';
import { isPromoted } from './promoted-sku';

/** Most SKUs, beside the shown one, that one visit keeps a row of. */
export const MAX_SKU_ROWS = 50;

/**
 * The price facts of one visit, to be stored: one row of the price that the page shows (of the
 * page level or the chosen SKU), and one for each other SKU whose public price is certain because
 * nothing is deducted from it. SKUs under a promotion have no row: their split is not known, a
 * series compares public prices only, and the newest snapshot keeps what the page said of them.
 * Gated visits keep their one row as the page was seen, marked; a decoy's refused number stands in it.
 */
export function toObservations(snapshot: ListingSnapshot, path: PricePath): Observation[] {
  const gated = snapshot.gated || path.noPublic === 'gated';
  const decoy = gated ? refusedPrice(snapshot) : null;
  const skuId = path.skuId ?? decoy?.skuId ?? null;
  const series =
    seriesOf(snapshot, path) ??
    (decoy && seriesKey(snapshot.listingId, skuId, decoy.price.maxFen === null));
  if (series === null) return [];
  const shared = {
    listingId: snapshot.listingId,
    atMs: snapshot.capturedAtMs,
    account: snapshot.account,
    gated,
  };
  const shown: Observation = {
    ...shared,
    series,
    skuId,
    listPrice: path.list,
    beforePrice: path.before ?? decoy?.price ?? null,
    publicPrice: path.public,
    // A gated row is kept as it was seen; elsewhere only what may be called final.
    finalPrice: gated ? (snapshot.finalPrice.value ?? path.final) : path.final,
    steps: path.steps.map(({ code, amountFen, stage, label, thresholdFen }) => {
      return { code, amountFen, stage, label, thresholdFen };
    }),
  };
  const skus = snapshot.skus.value ?? [];
  const others = gated || ownKindAround(snapshot) ? [] : skus;
  const promoted = skus.some(isPromoted);
  const rows = others
    .filter((sku) => sku.skuId !== path.skuId)
    .flatMap((sku) => {
      const price = plainPrice(sku, promoted);
      if (price === null) return [];
      const row: Observation = {
        ...shared,
        series: seriesKey(snapshot.listingId, sku.skuId, price.maxFen === null),
        skuId: sku.skuId,
        listPrice: null,
        beforePrice: sku.before,
        publicPrice: price,
        finalPrice: sku.final,
        steps: [],
      };
      return [row];
    });
  return [shown, ...rows.slice(0, MAX_SKU_ROWS)];
}

/** The number that a gated page shows and that is called no price: a decoy's, of which SKU. */
function refusedPrice({ beforePrice, chosenSku }: ListingSnapshot) {
  const [seen] = beforePrice.candidates;
  if (beforePrice.value !== null || seen === undefined) return null;
  return { price: seen.value, skuId: seen.from.skuId ?? chosenSku.value?.skuId ?? null };
}

/**
 * What anybody pays for a SKU from which nothing is deducted; null where something may be. Beside
 * promoted SKUs one without a price after deductions (a sold-out one) may be promoted as well.
 */
function plainPrice(sku: Sku, promoted: boolean): Price | null {
  if (sku.before === null || isPromoted(sku)) return null;
  return sku.final === null && promoted ? null : sku.before;
}

function ownKindAround(snapshot: ListingSnapshot): boolean {
  return (snapshot.promotions.value ?? []).some(
    ({ text, type, applied }) => applied !== false && (isOwnKind(text) || isOwnKind(type)),
  );
}
