import * as z from 'zod/mini';
import { MAX_KEYWORDS, metricSchema } from './keyword';

const recordId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/i));
const count = z.int().check(z.gte(0), z.lte(MAX_KEYWORDS));

/** Most rows of an import in one stored part. */
export const PART_ROWS = 2000;

/** The head of an import: which file went into which benchmark, when, and what it did. */
export const importHeadSchema = z.object({
  id: recordId,
  benchmarkId: recordId,
  atMs: z.int().check(z.gte(0)),
  /** The name of the file, '' for a pasted table. */
  fileName: z.string().check(z.maxLength(200)),
  source: z.string().check(z.maxLength(60)),
  /** '' where each row has a day of its own, or nothing says. */
  period: z.string().check(z.maxLength(30)),
  added: count,
  changed: count,
  same: count,
  parts: z.int().check(z.gte(0), z.lte(Math.ceil(MAX_KEYWORDS / PART_ROWS))),
});
export type ImportHead = z.infer<typeof importHeadSchema>;

/**
 * One word of an import with all figures that the table gave it, and what the bank had before:
 * `none`: the word was new; `same`: the same figures; else the metrics that it had.
 */
export const importRowSchema = z.object({
  word: z.string().check(z.minLength(1), z.maxLength(60)),
  metrics: z.array(metricSchema).check(z.maxLength(2000)),
  before: z.union([z.enum(['none', 'same']), z.array(metricSchema).check(z.maxLength(20))]),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importPartSchema = z.array(importRowSchema).check(z.maxLength(PART_ROWS));
