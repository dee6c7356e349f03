import * as z from 'zod/mini';
import { ledgerStepSchema } from './ledger';
import { priceSchema } from './price';
import { accountSchema } from './snapshot';

/**
 * The key of a price series: `<listingId>|<skuId or page>|<exact or from>`. Last, lowest, highest
 * and change compare within one series only, so a 起 price never meets an exact one.
 */
export function seriesKey(listingId: string, skuId: string | null, isFrom: boolean): string {
  return `${listingId}|${skuId ?? 'page'}|${isFrom ? 'from' : 'exact'}`;
}

/**
 * The stored price facts of one visit; append-only, keyed `[series+atMs]`. `publicPrice` is what
 * the series compares; `finalPrice` is the visitor's account and stands beside it. A `gated` row
 * is kept as it was seen and left out of lows, highs and changes.
 */
export const observationSchema = z.object({
  series: z.string().check(z.maxLength(120)),
  listingId: z.string().check(z.maxLength(40)),
  skuId: z.nullable(z.string().check(z.maxLength(64))),
  atMs: z.int().check(z.gte(0)),
  listPrice: z.nullable(priceSchema),
  beforePrice: z.nullable(priceSchema),
  publicPrice: z.nullable(priceSchema),
  finalPrice: z.nullable(priceSchema),
  steps: z.array(ledgerStepSchema),
  account: accountSchema,
  gated: z.boolean(),
  /**
   * Set by the store where the clock had gone back: the time of the visit that this one really came
   * after, later than `atMs`. One of the two times is wrong.
   */
  cameAfterMs: z.optional(z.int().check(z.gte(0))),
});
export type Observation = z.infer<typeof observationSchema>;
