import type { Sku } from '../listing/snapshot';
import { samePrice } from './price-arithmetic';

/** Whether a SKU is sold with deductions: its 到手 is known and is not its 优惠前. */
export function isPromoted({ before, final }: Sku): boolean {
  return before !== null && final !== null && !samePrice(before, final);
}
