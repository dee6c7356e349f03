import type { Price } from '../listing/price';
import type { ListingSnapshot, Sku } from '../listing/snapshot';
import { samePrice } from './price-arithmetic';
import type { SkuMark, SkuRow, SkuTable } from './sku-result';
import {
  quantityOfListing,
  quantityOfSku,
  sameUnit,
  speaksOfQuantity,
  unitPriceOf,
  type SoldQuantity,
  type UnitPrice,
} from './unit-price';

/**
 * The SKUs of a listing with both prices, stock, unit price, and which is cheapest and dearest. On
 * a gated or degraded page every price is 价格待定, whatever it shows. Null where the SKUs were not
 * read or the item has none.
 */
export function skuTable(snapshot: ListingSnapshot): SkuTable | null {
  const skus = snapshot.skus.value;
  if (skus === null || skus.length === 0) return null;
  const hidden = snapshot.gated || snapshot.account === 'degraded';
  const isGated = (sku: Sku) => hidden || (sku.before === null && sku.final === null);
  const priced = skus.filter((sku) => !isGated(sku));
  const role = roleOf(priced);
  const quantities = quantitiesOf(snapshot, skus);
  const chosenId = snapshot.chosenSku.value?.skuId ?? null;

  const rows = skus.map((sku, index): SkuRow => {
    const gated = isGated(sku);
    const price = gated || role === null ? null : sku[role];
    const quantity = quantities[index] ?? null;
    return {
      skuId: sku.skuId,
      names: sku.names,
      chosen: sku.skuId === chosenId,
      before: gated ? null : sku.before,
      final: gated ? null : sku.final,
      gated,
      stockText: sku.stockText,
      unitPrice: price === null || quantity === null ? null : unitPriceOf(price, quantity),
      mark: null,
      unitMark: null,
    };
  });
  if (role !== null) {
    const marks = marksOf(rows.map((row) => spanOfPrice(row[role])));
    const unitMarks = unitMarksOf(rows);
    rows.forEach((row, index) => {
      row.mark = marks[index] ?? null;
      row.unitMark = unitMarks[index] ?? null;
    });
  }
  return { rows, role, priced: priced.length, gated: skus.length - priced.length };
}

function roleOf(priced: readonly Sku[]): SkuTable['role'] {
  if (priced.length === 0) return null;
  if (priced.every((sku) => sku.final !== null)) return 'final';
  return priced.every((sku) => sku.before !== null) ? 'before' : null;
}

/**
 * What each SKU holds. What title and attributes say of the whole listing counts for a SKU only
 * where no SKU names a quantity and all cost the same (colours, tastes), for else it is one SKU's.
 */
export function quantitiesOf(
  snapshot: ListingSnapshot,
  skus: readonly Sku[],
): (SoldQuantity | null)[] {
  const title = snapshot.title.value;
  if (skus.some((sku) => speaksOfQuantity(sku.names)))
    return skus.map((sku) => quantityOfSku(sku.names, title));
  const first = skus[0]?.before ?? null;
  const alike = skus.every(
    ({ before }) => first !== null && before !== null && samePrice(before, first),
  );
  const common =
    alike || skus.length === 1 ? quantityOfListing(title, snapshot.attributes.value) : null;
  return skus.map(() => common);
}

/** From `low` to `high` in any one measure; `high` null where it was not shown. */
type Span = { low: bigint; high: bigint | null };

function spanOfPrice(price: Price | null): Span | null {
  if (price === null) return null;
  return { low: BigInt(price.minFen), high: price.maxFen === null ? null : BigInt(price.maxFen) };
}

/** Unit prices are compared only where there is one for every priced SKU, all of the same unit. */
function unitMarksOf(rows: readonly SkuRow[]): SkuMark[] {
  const units = rows.filter((row) => !row.gated).map((row) => row.unitPrice);
  const [first] = units;
  if (first === undefined || first === null) return [];
  if (!units.every((unit) => unit !== null && sameUnit(unit, first))) return [];
  // Over one denominator the numerators can be compared: fractions are never rounded.
  const whole = units.reduce((product, unit) => lcm(product, BigInt(unit?.of ?? 1)), 1n);
  return marksOf(rows.map((row) => spanOfUnit(row.unitPrice, whole)));
}

function spanOfUnit(unit: UnitPrice | null, whole: bigint): Span | null {
  if (unit === null) return null;
  const times = whole / BigInt(unit.of);
  return {
    low: BigInt(unit.minFen) * times,
    high: unit.maxFen === null ? null : BigInt(unit.maxFen) * times,
  };
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/**
 * Marks the spans that are cheapest and dearest beyond doubt: whatever the true amounts in the
 * ranges are, none is lower, or higher. Nothing is marked where all are alike.
 */
function marksOf(spans: readonly (Span | null)[]): SkuMark[] {
  const known = spans.filter((span) => span !== null);
  const lowest = known.reduce<bigint | null>(
    (low, span) => (low === null || span.low < low ? span.low : low),
    null,
  );
  const tops = known.map((span) => span.high);
  const highest = tops.includes(null)
    ? null
    : tops.reduce(
        (high, top) => (high === null || (top !== null && top > high) ? top : high),
        null,
      );
  if (known.length < 2 || lowest === null || lowest === highest) return spans.map(() => null);
  return spans.map((span) => {
    if (span === null) return null;
    if (span.high !== null && span.high <= lowest) return 'cheapest';
    return highest !== null && span.low >= highest ? 'dearest' : null;
  });
}
