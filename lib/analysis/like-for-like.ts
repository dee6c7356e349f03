import { isExact } from '../listing/exact-price';
import type { Price } from '../listing/price';
import type { ListingSnapshot } from '../listing/snapshot';
import { normaliseText } from '../listing/title-text';
import type { LikeCell, LikeRow } from './compare-result';
import type { PricePath } from './price-result';
import { quantitiesOf } from './sku-table';
import { toObservations } from './to-observations';
import { quantityOfListing, unitPriceOf, type SoldQuantity } from './unit-price';

/** Most rows that are told; the first are those that most listings sell. */
const MOST_ROWS = 30;

/** A SKU with the public price that anybody pays for it, and what it holds. */
type Offer = { names: string[]; price: Price; sold: SoldQuantity | null; needsCoupon: boolean };

/**
 * SKUs of the same quantity (or, where no quantity is known, of the very same names) beside each
 * other, at their public prices: the account's can't be compared between shops. Of several of one
 * listing the cheapest stands. Only what at least two listings sell, and only SKUs whose public price
 * is certain: one under a promotion has it only while it is the chosen one.
 */
export function likeForLike(
  listings: readonly { snapshot: ListingSnapshot; path: PricePath }[],
): LikeRow[] {
  const rows = new Map<string, LikeRow>();
  listings.forEach(({ snapshot, path }, column) => {
    for (const offer of offersOf(snapshot, path)) {
      const key = keyOf(offer);
      if (key === null) continue;
      const row = rows.get(key) ?? {
        ...(offer.sold === null
          ? { by: 'names' as const, text: offer.names.join(' / ') }
          : { by: 'quantity' as const, text: offer.sold.quantity.text }),
        cells: listings.map(() => null),
        lowest: [],
      };
      const known = row.cells[column] ?? null;
      if (known === null || offer.price.minFen < known.price.minFen)
        row.cells[column] = cellOf(offer);
      rows.set(key, row);
    }
  });
  const sellers = ({ cells }: LikeRow) => cells.filter((cell) => cell !== null).length;
  return [...rows.values()]
    .filter((row) => sellers(row) >= 2)
    .toSorted((a, b) => sellers(b) - sellers(a))
    .slice(0, MOST_ROWS)
    .map((row) => ({ ...row, lowest: lowestOf(row.cells) }));
}

function offersOf(snapshot: ListingSnapshot, path: PricePath): Offer[] {
  const skus = snapshot.skus.value ?? [];
  const quantities = quantitiesOf(snapshot, skus);
  return toObservations(snapshot, path).flatMap(({ skuId, publicPrice, gated }): Offer[] => {
    if (gated || publicPrice === null) return [];
    const needsCoupon = path.needsCoupon && skuId === path.skuId;
    if (skuId === null) {
      // The page's own price is of one thing only where there is nothing to choose.
      if (snapshot.skus.value === null || skus.length > 0) return [];
      const sold = quantityOfListing(snapshot.title.value, snapshot.attributes.value);
      return sold === null ? [] : [{ names: [], price: publicPrice, sold, needsCoupon }];
    }
    const index = skus.findIndex((sku) => sku.skuId === skuId);
    const sku = skus[index];
    if (sku === undefined) return [];
    const sold = quantities[index] ?? null;
    return [{ names: sku.names, price: publicPrice, sold, needsCoupon }];
  });
}

function keyOf({ sold, names }: Offer): string | null {
  if (sold !== null) {
    const { measure, word, amount } = sold.quantity;
    return `${measure}|${word}|${amount}`;
  }
  const words = names.map((name) => normaliseText(name).text).filter((name) => name !== '');
  return words.length === 0 ? null : `names|${words.toSorted().join('|')}`;
}

function cellOf({ names, price, sold, needsCoupon }: Offer): LikeCell {
  const unit = sold === null ? null : unitPriceOf(price, sold);
  return { names, price, unit, needsCoupon };
}

/** Which columns are lowest beyond doubt; none where a price is no single amount, or all are alike. */
function lowestOf(cells: readonly (LikeCell | null)[]): number[] {
  const prices = cells.map((cell) => cell?.price ?? null);
  const known = prices.filter((price) => price !== null);
  if (!known.every(isExact)) return [];
  const low = Math.min(...known.map(({ minFen }) => minFen));
  if (known.every(({ minFen }) => minFen === low)) return [];
  return prices.flatMap((price, column) => (price?.minFen === low ? [column] : []));
}
