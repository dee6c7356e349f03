import * as z from 'zod/mini';

const recordId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/i));
const listingId = z.string().check(z.maxLength(40));

/**
 * A named list of listings to revisit. An entry keeps when the operator added it; `dueDays` is how
 * often each is to be seen, absent where the list has no rhythm.
 */
export const watchlistSchema = z.object({
  id: recordId,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  entries: z.array(z.object({ listingId, addedAtMs: z.int() })).check(z.maxLength(5000)),
  dueDays: z.optional(z.int().check(z.gte(1), z.lte(90))),
});
export type Watchlist = z.infer<typeof watchlistSchema>;

/** The operator's free note, tags and owner of a listing. */
export const noteSchema = z.object({
  listingId,
  text: z.string().check(z.maxLength(5000)),
  tags: z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(30))).check(z.maxLength(30)),
  /** 负责人: who looks after this listing; absent where nobody was named. */
  owner: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(30))),
  updatedAtMs: z.int(),
});
export type Note = z.infer<typeof noteSchema>;

/** A small picture of a listing, cut from what the operator had in sight; never fetched. */
export const pictureSchema = z.object({
  listingId,
  image: z
    .string()
    .check(z.maxLength(11_000), z.regex(/^data:image\/webp;base64,[A-Za-z0-9+/=]+$/)),
  atMs: z.int(),
});
export type Picture = z.infer<typeof pictureSchema>;

/** A hand-set state of one selling point on one listing, with its date and reason. */
export const verdictSchema = z.object({
  benchmarkId: recordId,
  pointId: recordId,
  listingId,
  state: z.enum(['pass', 'partial', 'missing', 'not-applicable']),
  note: z.string().check(z.maxLength(500)),
  atMs: z.int(),
});
export type Verdict = z.infer<typeof verdictSchema>;
