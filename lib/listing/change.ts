import * as z from 'zod/mini';
import { fenSchema, priceSchema } from './price';

const text = z.string().check(z.maxLength(2000));
const short = z.string().check(z.maxLength(500));
const counted = z.object({ word: short, count: short });
/** Set where a change is told against an older visit than the set: that one was the last to show it. */
const older = { sinceMs: z.optional(z.int().check(z.gte(0))) };

/** One thing that is different since the last visit, old → new. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({
    ...older,
    kind: z.literal('price'),
    series: z.string().check(z.maxLength(120)),
    which: z.enum(['public', 'final', 'list']),
    before: priceSchema,
    after: priceSchema,
  }),
  /** A deduction of the ledger that anybody meets; null where it is not in the ledger. */
  z.object({
    ...older,
    kind: z.literal('ledger'),
    series: z.string().check(z.maxLength(120)),
    code: z.string().check(z.maxLength(16)),
    stage: z.enum(['to-before', 'to-final']),
    label: short,
    before: z.nullable(fenSchema),
    after: z.nullable(fenSchema),
  }),
  z.object({ ...older, kind: z.literal('title'), added: z.array(text), removed: z.array(text) }),
  z.object({ ...older, kind: z.enum(['promotion-started', 'promotion-ended']), text: short }),
  z.object({
    ...older,
    kind: z.literal('attribute'),
    name: short,
    before: z.nullable(text),
    after: z.nullable(text),
  }),
  z.object({ ...older, kind: z.enum(['sku-added', 'sku-removed']), names: z.array(short) }),
  z.object({
    ...older,
    kind: z.literal('count'),
    which: z.enum(['images', 'sales', 'reviews']),
    before: short,
    after: short,
  }),
  z.object({ ...older, kind: z.literal('score'), name: short, before: short, after: short }),
  /** Words of the review impressions: those that came, went, or are said by another number. */
  z.object({
    ...older,
    kind: z.literal('impressions'),
    added: z.array(counted).check(z.maxLength(100)),
    removed: z.array(counted).check(z.maxLength(100)),
    moved: z.array(z.object({ word: short, before: short, after: short })).check(z.maxLength(100)),
  }),
  /** The page says that the item is gone, or shows it again. No price belongs to it. */
  z.object({ ...older, kind: z.enum(['off-shelf', 'on-shelf']) }),
]);
export type Change = z.infer<typeof changeSchema>;

/** The changes of one visit against the one before it; the stored row, keyed `[listingId+atMs]`. */
export const changeSetSchema = z.object({
  listingId: z.string().check(z.maxLength(40)),
  atMs: z.int().check(z.gte(0)),
  sinceMs: z.int().check(z.gte(0)),
  changes: z.array(changeSchema).check(z.maxLength(5000)),
});
export type ChangeSet = z.infer<typeof changeSetSchema>;
