import * as z from 'zod/mini';

/**
 * Where a value was read.
 * - `source`: the page's own data, its DOM, its address, or our arithmetic over other readings
 * - `path`: the JSON path or the selector that found it
 * - `atMs`: when, in integer milliseconds
 * - `skuId`: the exact SKU it speaks of, or null for the page level
 */
export const provenanceSchema = z.object({
  source: z.enum(['page-data', 'dom', 'url', 'computed']),
  path: z.string().check(z.maxLength(300)),
  atMs: z.int().check(z.gte(0)),
  skuId: z.nullable(z.string().check(z.maxLength(64))),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/**
 * One value read from a page. `value` is null when it was not read, and then the snapshot's
 * `missing` names the field, or when readers disagreed, and then `candidates` holds what each
 * one saw (the field is ambiguous, the operator picks). `from` is null exactly when `value` is.
 */
export type Reading<T> = {
  value: T | null;
  from: Provenance | null;
  candidates: { value: T; from: Provenance }[];
};

/**
 * The Zod schema of a `Reading` over the schema of its value. A value without provenance, or the
 * reverse, does not parse.
 */
export function readingSchema<T extends z.ZodMiniType>(value: T) {
  const candidates = z.array(z.object({ value, from: provenanceSchema })).check(z.maxLength(8));
  return z.union([
    z.object({ value, from: provenanceSchema, candidates }),
    z.object({ value: z.null(), from: z.null(), candidates }),
  ]);
}
