import * as z from 'zod/mini';

/**
 * An amount of money in integer fen (1 yuan = 100 fen). Never negative, never a float:
 * ¥129.00 is 12900. The cap keeps every sum of a page's amounts a safe integer.
 */
export const MAX_FEN = 100_000_000_000;
export const fenSchema = z.int().check(z.gte(0), z.lte(MAX_FEN));

/**
 * A price as a page states it.
 * - exact: `minFen === maxFen`
 * - a range ("600 ~ 1200"): `minFen < maxFen`
 * - 起 ("129 起"): `maxFen === null`, the upper end was not shown
 */
export const priceSchema = z
  .object({ minFen: fenSchema, maxFen: z.nullable(fenSchema) })
  .check(z.refine((price) => price.maxFen === null || price.maxFen >= price.minFen));
export type Price = z.infer<typeof priceSchema>;

export { exactPrice, isExact } from './exact-price';
