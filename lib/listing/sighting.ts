import * as z from 'zod/mini';

/** Most page data that a sighting carries, in characters; the largest page seen has 0.1 million. */
export const MAX_SEEN_DATA = 2_000_000;

/**
 * One part of a page as it stands there: the selector that found it, and a row of texts for each of
 * its elements. Which text is what, the site's adapter knows.
 */
export const seenPartSchema = z.object({
  css: z.string().check(z.maxLength(300)),
  rows: z
    .array(z.array(z.string().check(z.maxLength(20_000))).check(z.maxLength(4)))
    .check(z.maxLength(300)),
});
export type SeenPart = z.infer<typeof seenPartSchema>;

const partName = z.string().check(z.regex(/^[a-z][A-Za-z]{0,30}$/));

/**
 * What the reader in the page sees of a listing, not yet interpreted: the page has to carry little
 * code, so the background makes a snapshot of it (`interpret` of the site's adapter).
 * - `data`: the page's own data of exactly this item, as JSON of the keys that are read; null
 *   where the page holds none
 * - `parts`: what the DOM shows, by part; `held`: parts that may still be the item before's
 * - `reselected`: other SKU values are chosen now than when the item was first seen
 * - `visitor`: whether the page knows its visitor; never who it is
 */
export const sightingSchema = z.object({
  state: z.literal('seen'),
  site: z.literal('taobao'),
  itemId: z.string().check(z.regex(/^\d{6,20}$/)),
  host: z.string().check(z.maxLength(100)),
  skuInAddress: z.nullable(z.string().check(z.regex(/^\d{1,20}$/))),
  atMs: z.int().check(z.gte(0)),
  data: z.nullable(z.string().check(z.maxLength(MAX_SEEN_DATA))),
  parts: z.record(partName, seenPartSchema),
  held: z.array(partName).check(z.maxLength(40)),
  reselected: z.boolean(),
  visitor: z.enum(['known', 'none', 'unknown']),
});
export type Sighting = z.infer<typeof sightingSchema>;
