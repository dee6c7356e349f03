import type { Price } from './price';

// Apart from the schemas, so that a content script can use them without carrying Zod.

/** The exact price of `fen`. */
export function exactPrice(fen: number): Price {
  return { minFen: fen, maxFen: fen };
}

/** True when the price is one amount: neither a range nor 起. */
export function isExact(price: Price): boolean {
  return price.maxFen === price.minFen;
}
