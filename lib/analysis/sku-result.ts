import type { Price } from '../listing/price';
import type { UnitPrice } from './unit-price';

/** The least and the most of a column, where its prices can be put in order at all. */
export type SkuMark = 'cheapest' | 'dearest' | null;

/** One SKU as the page prices it. `gated`: the page keeps its price back (价格待定). */
export type SkuRow = {
  skuId: string;
  names: string[];
  chosen: boolean;
  before: Price | null;
  final: Price | null;
  gated: boolean;
  stockText: string | null;
  /** Of the price that the table compares; null where the quantity is not sure. */
  unitPrice: UnitPrice | null;
  mark: SkuMark;
  unitMark: SkuMark;
};

/**
 * Every SKU of a listing in the page's order. `role` is the price that marks and unit prices speak
 * of: what this account pays where every priced SKU has that, else 优惠前 where every one has that,
 * else null, and then nothing is compared. All of one page and one account, so they may be compared
 * with each other, and with no other page.
 */
export type SkuTable = {
  rows: SkuRow[];
  role: 'final' | 'before' | null;
  priced: number;
  gated: number;
};
