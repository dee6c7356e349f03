import type { Price } from '../listing/price';
import type { Attribute } from '../listing/snapshot';
import { readQuantity, type Quantity } from './quantity';

/**
 * The price of 100 g, 100 ml or one piece: `fen / of` fen, kept as a fraction so that nothing is
 * rounded before it is shown. A range of prices gives a range; `maxFen` null is 起.
 */
export type UnitPrice = {
  per: '100g' | '100ml' | 'piece';
  /** The measure word of a piece: 片, 袋 …; g and ml for the others. */
  word: string;
  minFen: number;
  maxFen: number | null;
  of: number;
  /** What it was worked out from, and where that stands. */
  quantity: { text: string; from: 'sku' | 'title' | 'attribute' };
};

/** The quantity that a price buys, and where it was read. */
export type SoldQuantity = { quantity: Quantity; from: 'sku' | 'title' | 'attribute' };

/** Attributes that say how much is in what is sold; 单件净含量 says only what is in a part of it. */
const AMOUNT_NAMES = /^(?:净含量|总净含量|净重|化妆品净含量|规格|总数量|总片数|总抽数)$/;
/** A title that promises more than the SKU's name says. */
const GIFT = /买.{0,3}[送赠]|[加多]送|第二?[件份]/;

/**
 * The quantity of one SKU, from its own names; null where they leave it open. A title that speaks
 * of gifts leaves it open too.
 */
export function quantityOfSku(names: readonly string[], title: string | null): SoldQuantity | null {
  if (title !== null && GIFT.test(title)) return null;
  const readings = names.map(readQuantity).filter((reading) => reading !== 'none');
  const [only] = readings;
  if (only === undefined || only === 'unsure' || readings.length > 1) return null;
  return { quantity: only, from: 'sku' };
}

/** Whether the names of a SKU say anything of a quantity, clear or not. */
export function speaksOfQuantity(names: readonly string[]): boolean {
  return names.some((name) => readQuantity(name) !== 'none');
}

/**
 * The quantity that title and attributes state for the whole listing. Null where neither states
 * one, one of them is unclear, or the two do not say the same.
 */
export function quantityOfListing(
  title: string | null,
  attributes: readonly Attribute[] | null,
): SoldQuantity | null {
  if (title !== null && GIFT.test(title)) return null;
  const inTitle = title === null ? 'none' : readQuantity(title);
  const named = (attributes ?? [])
    .filter(({ name }) => AMOUNT_NAMES.test(name.trim()))
    .map(({ value }) => readQuantity(value))
    .filter((reading) => reading !== 'none');
  const [first, ...others] = named;
  if (inTitle === 'unsure' || named.includes('unsure')) return null;
  if (first === undefined || first === 'unsure')
    return inTitle === 'none' ? null : { quantity: inTitle, from: 'title' };
  if (others.some((other) => other !== 'unsure' && !sameQuantity(other, first))) return null;
  if (inTitle !== 'none' && !sameQuantity(inTitle, first)) return null;
  return { quantity: first, from: 'attribute' };
}

function sameQuantity(a: Quantity, b: Quantity): boolean {
  return a.measure === b.measure && a.word === b.word && a.amount === b.amount;
}

/** The unit price of a price for a quantity; null where the figures are beyond exact arithmetic. */
export function unitPriceOf(price: Price, sold: SoldQuantity): UnitPrice | null {
  const { measure, word, amount, text } = sold.quantity;
  // 100 g are 100,000 mg, 100 ml as many microlitres.
  const scale = measure === 'piece' ? 1 : 100_000;
  const common = divisor(amount, scale);
  const times = scale / common;
  if (!Number.isSafeInteger((price.maxFen ?? price.minFen) * times)) return null;
  return {
    per: measure === 'piece' ? 'piece' : `100${measure}`,
    word,
    minFen: price.minFen * times,
    maxFen: price.maxFen === null ? null : price.maxFen * times,
    of: amount / common,
    quantity: { text, from: sold.from },
  };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** Whether two unit prices are of the same thing and can be compared at all. */
export function sameUnit(a: UnitPrice, b: UnitPrice): boolean {
  return a.per === b.per && a.word === b.word;
}
