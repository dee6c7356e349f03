import * as z from 'zod/mini';
import { fenSchema } from '../listing/price';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
const phrase = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
const recordId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/i));

/** Where on a listing a selling point may have to stand. */
export const placeSchema = z.enum(['title', 'attributes', 'detail', 'promotions', 'skus']);
export type Place = z.infer<typeof placeSchema>;

/**
 * A selling point of the product line. It is made when its phrases are found (`any` one of them,
 * or `all`) in one of the places it must appear in (no place named: anywhere). Synonyms count and
 * are shown as such.
 */
export const sellingPointSchema = z.object({
  id: recordId,
  name,
  phrases: z.array(phrase).check(z.minLength(1), z.maxLength(50)),
  match: z.enum(['any', 'all']),
  synonyms: z.array(phrase).check(z.maxLength(50)),
  places: z.array(placeSchema),
  mustHave: z.boolean(),
  /** True when no text can decide it (a picture, a feel): the state is 需人工 until a verdict. */
  manual: z.boolean(),
});
export type SellingPoint = z.infer<typeof sellingPointSchema>;

/** The operator's own price lines in fen; null where not set. 会员价 meets the account's price only. */
export const ladderSchema = z.object({
  dailyFen: z.nullable(fenSchema),
  promoFen: z.nullable(fenSchema),
  memberFen: z.nullable(fenSchema),
  floorFen: z.nullable(fenSchema),
});
export type Ladder = z.infer<typeof ladderSchema>;

export const productRoleSchema = z.enum(['main', 'profit', 'traffic']); // 主推款, 利润款, 引流款

/**
 * What the operator measures one product line against. Keywords are kept beside it (up to 50,000,
 * in chunks), see `keyword.ts`. `titleLimitUnits` counts half-width units (a 汉字 is 2);
 * `nearWindow` is the widest span, in characters beyond the keyword's own, of a near match.
 */
export const benchmarkSchema = z.object({
  id: recordId,
  name,
  role: z.nullable(productRoleSchema),
  pinnedListingIds: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(1000)),
  shopIds: z.array(z.string().check(z.regex(/^\d{1,20}$/))).check(z.maxLength(300)),
  categoryWords: z.array(phrase).check(z.maxLength(100)),
  sellingPoints: z.array(sellingPointSchema).check(z.maxLength(200)),
  ladder: ladderSchema,
  scoreThresholds: z
    .array(z.object({ name: phrase, min: z.number().check(z.gte(0), z.lte(100)) }))
    .check(z.maxLength(20)),
  titleLimitUnits: z.int().check(z.gte(2), z.lte(400)),
  nearWindow: z.int().check(z.gte(0), z.lte(60)),
});
export type Benchmark = z.infer<typeof benchmarkSchema>;
