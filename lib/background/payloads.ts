import * as z from 'zod/mini';
import { locateSchema } from '../messaging/frames';

/** The payloads of own-tier messages that are not commands. */
const tabId = z.nullable(z.int().check(z.gte(0)));
const recordId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/i));

export const nothingSchema = z.optional(z.null());
export const tabSchema = z.object({ tabId });
/** A content script's answer whether its page keeps taking the overlay away. */
export const overlayStateSchema = z.object({ removed: z.boolean() });
export const pictureTabSchema = z.object({ tabId: z.int().check(z.gte(0)) });
export const checkTitleSchema = z.object({
  title: z.string().check(z.maxLength(2000)),
  benchmarkId: z.nullable(recordId),
});
export const listingIdsSchema = z.object({
  listingIds: z.array(z.string().check(z.regex(/^taobao:\d{6,20}$/))).check(z.maxLength(5000)),
});
/** `strips` false leaves the strips empty, which is quick for any number of listings. */
export const factsAskedSchema = z.object({
  listingIds: listingIdsSchema.shape.listingIds,
  strips: z.optional(z.boolean()),
});
export const compareSchema = z.object({
  listingIds: z
    .array(z.string().check(z.regex(/^taobao:\d{6,20}$/)))
    .check(z.minLength(2), z.maxLength(6)),
  benchmarkId: z.nullable(recordId),
});
const spanFields = { fromMs: z.int().check(z.gte(0)), toMs: z.int().check(z.gte(0)) };
/** A report's period: at most a year of days, as the page's calendar has them. */
export const reportSchema = z.object({
  listingIds: listingIdsSchema.shape.listingIds,
  period: z.object({
    ...spanFields,
    dayStartsMs: z.array(z.int().check(z.gte(0))).check(z.minLength(1), z.maxLength(366)),
    before: z.object(spanFields),
  }),
});
export const sinceSchema = z.object({ sinceMs: z.int().check(z.gte(0)) });
export const foldSchema = z.object({ folded: z.boolean() });
export const locateInTabSchema = z.object({ tabId, target: locateSchema });
/** A room of the options page: `#/benchmarks/abc`. */
export const openOptionsSchema = z.object({
  hash: z.string().check(z.regex(/^(#\/[a-z0-9/:-]{0,120})?$/i)),
});
