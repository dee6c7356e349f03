import * as z from 'zod/mini';
import { benchmarkSchema } from '../benchmark/benchmark';
import { keywordSchema, MAX_KEYWORDS } from '../benchmark/keyword';
import { importHeadSchema } from '../benchmark/keyword-import';
import { packedRowsSchema } from '../benchmark/packed-rows';
import { pictureSchema, verdictSchema, watchlistSchema } from '../benchmark/watchlist';
import { FIELD_NAMES, type FieldName } from '../listing/snapshot';
import { settingsSchema, siteHostSchema } from '../settings';
import { MAX_RETURNING_PICTURES } from './returning-pictures';

const recordId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/i));
const listingId = z.string().check(z.regex(/^taobao:\d{6,20}$/));
/** The revision the edit was based on; null for a new record. A different one is a `conflict`. */
const baseRevision = z.nullable(z.int());

/**
 * Everything an operator can ask to be written. Each is one transaction under one operation id,
 * so that sending it again is harmless, and is acknowledged when both stores hold it.
 */
export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('save-benchmark'), benchmark: benchmarkSchema, baseRevision }),
  /**
   * Deletes a benchmark with its keywords, imports and verdicts. Under `deletionId` all of it can be
   * had back for a day.
   */
  z.object({
    kind: z.literal('delete-benchmark'),
    benchmarkId: recordId,
    deletionId: z.optional(recordId),
  }),
  /** Brings back what was deleted under that id; `gone` where it is too late. */
  z.object({ kind: z.literal('put-back-benchmark'), deletionId: recordId }),
  z.object({
    kind: z.literal('save-keywords'),
    benchmarkId: recordId,
    keywords: z.array(keywordSchema).check(z.maxLength(MAX_KEYWORDS)),
    baseRevision,
  }),
  /**
   * Adds the words of a table to a benchmark, whole or not at all, and keeps them as an import.
   * `baseRevision` is that of the keywords which the preview was made with.
   */
  z.object({
    kind: z.literal('import-keywords'),
    importId: recordId,
    benchmarkId: recordId,
    fileName: importHeadSchema.shape.fileName,
    source: importHeadSchema.shape.source,
    period: importHeadSchema.shape.period,
    packed: packedRowsSchema,
    baseRevision,
  }),
  /**
   * Gives keywords a class, or makes them must-have or not, in one operation. They are named by
   * their place in the keywords as they stood at `baseRevision`.
   */
  z.object({
    kind: z.literal('mark-keywords'),
    benchmarkId: recordId,
    changes: z
      .array(
        z.object({
          at: z.array(z.int().check(z.gte(0), z.lt(MAX_KEYWORDS))).check(z.maxLength(MAX_KEYWORDS)),
          mark: z.union([
            z.object({ class: keywordSchema.shape.class }),
            z.object({ mustHave: keywordSchema.shape.mustHave }),
          ]),
        }),
      )
      .check(z.maxLength(10)),
    baseRevision: z.int(),
  }),
  /** Takes the newest import of a benchmark back; `conflict` where another one came after it. */
  z.object({ kind: z.literal('undo-import'), importId: recordId }),
  /** Holds this benchmark against this listing from now on; unpins it from the others. */
  z.object({ kind: z.literal('pin-benchmark'), listingId, benchmarkId: recordId }),
  /** `pictures`: small pictures that went with a listing and come back with it. */
  z.object({
    kind: z.literal('save-list'),
    list: watchlistSchema,
    baseRevision,
    pictures: z.optional(z.array(pictureSchema).check(z.maxLength(MAX_RETURNING_PICTURES))),
  }),
  z.object({ kind: z.literal('delete-list'), listId: recordId }),
  /** Adds to, or takes from, one list; `listId` null is the first list, made where there is none. */
  z.object({ kind: z.literal('watch'), listingId, listId: z.nullable(recordId), on: z.boolean() }),
  /** Takes a listing off every list that holds it. */
  z.object({ kind: z.literal('unwatch'), listingId }),
  z.object({
    kind: z.literal('save-note'),
    listingId,
    text: z.string().check(z.maxLength(5000)),
    tags: z
      .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(30)))
      .check(z.maxLength(30)),
    /** Who looks after it: '' for nobody; absent leaves it as it is. */
    owner: z.optional(z.string().check(z.trim(), z.maxLength(30))),
  }),
  z.object({ kind: z.literal('set-verdict'), verdict: verdictSchema }),
  z.object({
    kind: z.literal('clear-verdict'),
    benchmarkId: recordId,
    pointId: recordId,
    listingId,
  }),
  z.object({
    kind: z.literal('set-my-shop'),
    shopId: z.nullable(z.string().check(z.regex(/^\d{1,20}$/))),
    sellerId: z.nullable(z.string().check(z.regex(/^\d{1,20}$/))),
    name: z.string().check(z.maxLength(100)),
    on: z.boolean(),
  }),
  z.object({ kind: z.literal('save-settings'), patch: z.partial(settingsSchema) }),
  /** Draws on the listing pages of this host, or no more. The dock and popup know no other settings. */
  z.object({ kind: z.literal('set-site'), host: siteHostSchema, on: z.boolean() }),
  /** Loads the packaged demo through the product's own restore; removing takes just it out again. */
  z.object({ kind: z.literal('load-demo') }),
  z.object({ kind: z.literal('remove-demo') }),
  /**
   * Puts a row back that was set aside as damaged or replaced. `over`: the revision of the record
   * here that the operator has seen and lets go; without it nothing that is here is replaced.
   */
  z.object({
    kind: z.literal('restore-set-aside'),
    id: z.string().check(z.maxLength(1000)),
    over: z.optional(z.int()),
  }),
]);
export type Command = z.infer<typeof commandSchema>;

export const commandMessageSchema = z.object({
  /** Made by the page for one action of the operator; a repeat is answered, not done again. */
  operationId: z.string().check(z.regex(/^[a-z0-9-]{8,64}$/i)),
  command: commandSchema,
});
export type CommandMessage = z.infer<typeof commandMessageSchema>;

/** Which candidate of an ambiguous field the operator picked, for this visit. */
export const pickSchema = z.object({
  tabId: z.nullable(z.int()),
  field: z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]),
  index: z.int().check(z.gte(0), z.lte(7)),
});
