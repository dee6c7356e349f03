import * as z from 'zod/mini';
import { ledgerSchema } from './ledger';
import { priceSchema } from './price';
import { readingSchema } from './provenance';

/** Longest text of a page that is kept: 100 kB strings are cut by the reader, with `cut` set. */
export const MAX_TEXT = 20_000;
const short = z.string().check(z.maxLength(500));
const id = z.string().check(z.regex(/^\d{1,20}$/));

/** A count as a page shows it: "3万+" is `{ text: '3万+', atLeast: 30000, isLowerBound: true }`. */
export const countSchema = z.object({
  text: short,
  atLeast: z.int().check(z.gte(0)),
  isLowerBound: z.boolean(),
});
export type Count = z.infer<typeof countSchema>;

/** Sales text; 付款, 收货, 已售, 月销 are different metrics and never compared with each other. */
export const salesSchema = z.object({
  count: countSchema,
  metric: z.enum(['sold', 'paid', 'received', 'monthly', 'unknown']),
});
export type Sales = z.infer<typeof salesSchema>;

/** A promotion or coupon line of the page; `applied` is null where the page does not say. */
export const promotionSchema = z.object({
  text: short,
  type: short,
  applied: z.nullable(z.boolean()),
});
export type Promotion = z.infer<typeof promotionSchema>;

/** A shop score in the page's words; `value` is null for "-". */
export const scoreSchema = z.object({
  name: short,
  text: short,
  value: z.nullable(z.number().check(z.gte(0), z.lte(100))),
  level: z.nullable(z.enum(['high', 'equal', 'low'])),
});
export type Score = z.infer<typeof scoreSchema>;

export const attributeSchema = z.object({
  name: short,
  value: z.string().check(z.maxLength(2000)),
});
export type Attribute = z.infer<typeof attributeSchema>;

/** A word of the review impressions with how many reviews carry it. */
export const impressionSchema = z.object({ word: short, count: countSchema });
export type Impression = z.infer<typeof impressionSchema>;

/** One purchasable variant. `before` 优惠前, `final` 到手; null where the page gates them. */
export const skuSchema = z.object({
  skuId: id,
  names: z.array(short).check(z.maxLength(20)),
  before: z.nullable(priceSchema),
  final: z.nullable(priceSchema),
  stockText: z.nullable(short),
});
export type Sku = z.infer<typeof skuSchema>;

/** The SKU that is chosen on the page; `skuId` is null while not every option is chosen. */
export const chosenSkuSchema = z.object({
  skuId: z.nullable(id),
  names: z.array(short).check(z.maxLength(20)),
});
export type ChosenSku = z.infer<typeof chosenSkuSchema>;

/** The detail area 图文详情: its text, how many images, and whether images are all there is. */
export const detailSchema = z.object({
  text: z.string().check(z.maxLength(MAX_TEXT)),
  imageCount: z.int().check(z.gte(0)),
  imagesOnly: z.boolean(),
});
export type Detail = z.infer<typeof detailSchema>;

export const accountSchema = z.enum(['logged-in', 'logged-out', 'degraded', 'unknown']);
export type Account = z.infer<typeof accountSchema>;

const fields = {
  title: readingSchema(z.string().check(z.maxLength(MAX_TEXT))),
  shopName: readingSchema(short),
  shopId: readingSchema(id),
  sellerId: readingSchema(id),
  kind: readingSchema(z.enum(['tmall', 'taobao'])),
  sellerLevel: readingSchema(short),
  listPrice: readingSchema(priceSchema),
  beforePrice: readingSchema(priceSchema),
  finalPrice: readingSchema(priceSchema),
  ledger: readingSchema(ledgerSchema),
  promotions: readingSchema(z.array(promotionSchema).check(z.maxLength(100))),
  sales: readingSchema(salesSchema),
  reviewCount: readingSchema(countSchema),
  goodRate: readingSchema(
    z.object({ text: short, percent: z.number().check(z.gte(0), z.lte(100)) }),
  ),
  impressions: readingSchema(z.array(impressionSchema).check(z.maxLength(100))),
  scores: readingSchema(z.array(scoreSchema).check(z.maxLength(20))),
  attributes: readingSchema(z.array(attributeSchema).check(z.maxLength(300))),
  skus: readingSchema(z.array(skuSchema).check(z.maxLength(2000))),
  chosenSku: readingSchema(chosenSkuSchema),
  imageCount: readingSchema(z.int().check(z.gte(0))),
  detail: readingSchema(detailSchema),
};

/** Every field a reader fills, in the order in which they are listed to the operator. */
export const FIELD_NAMES = Object.keys(fields) as FieldName[];
export type FieldName = keyof typeof fields;

/** Why a field is missing; each has its own sentence of what to do. */
export const missingWhySchema = z.enum([
  'absent', // the page holds no such thing
  'not-rendered', // it comes later, after scrolling or on another load
  'gated', // the page hides it (登录查看更多优惠, hideOtherPrice, degraded render)
  'malformed', // it is there but does not read as what it should be
  'ambiguous', // readers disagree: see the reading's candidates
]);
export type MissingWhy = z.infer<typeof missingWhySchema>;

/**
 * One reading of a listing, parsed here at the trust boundary (the background).
 * `listingId` is `<site>:<itemId>`; the item id is that of the address and of the data.
 * `gated` is set when the prices shown can't be believed as such (facts §2.6).
 */
export const snapshotSchema = z.object({
  site: z.literal('taobao'),
  itemId: id,
  listingId: z.string().check(z.regex(/^taobao:\d{6,20}$/)),
  host: z.string().check(z.maxLength(100)),
  capturedAtMs: z.int().check(z.gte(0)),
  account: accountSchema,
  gated: z.boolean(),
  ...fields,
  missing: z.array(
    z.object({
      field: z.enum(Object.keys(fields) as [FieldName, ...FieldName[]]),
      why: missingWhySchema,
    }),
  ),
});
export type ListingSnapshot = z.infer<typeof snapshotSchema>;
