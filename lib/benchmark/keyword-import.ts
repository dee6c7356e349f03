import * as z from 'zod/mini';
import { MAX_KEYWORDS, metricSchema, type Metric } from './keyword';

const recordId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/i));
const { source, kind, period } = metricSchema.shape;
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

/**
 * The words of an import as they go in a message: every source, kind and period once, and per word
 * its figures as flat triples of their place among those, lower and upper end. 50,000 words with
 * eight figures are 10 MB so, and 40 as they are stored.
 */
export const packedWordsSchema = z.object({
  metrics: z.array(z.object({ source, kind, period })).check(z.maxLength(4000)),
  words: z
    .array(z.tuple([importRowSchema.shape.word, z.array(z.number()).check(z.maxLength(6000))]))
    .check(z.maxLength(MAX_KEYWORDS)),
});
export type PackedWords = z.infer<typeof packedWordsSchema>;

type Words = { word: string; metrics: Metric[] }[];

/** Packs the words of an import for a message. */
export function packWords(words: Readonly<Words>): PackedWords {
  const metrics: PackedWords['metrics'] = [];
  const known = new Map<string, number>();
  const placeOf = ({ source, kind, period }: Metric): number => {
    const id = `${source}\n${kind}\n${period}`;
    const place = known.get(id) ?? metrics.push({ source, kind, period }) - 1;
    known.set(id, place);
    return place;
  };
  return {
    metrics,
    words: words.map((one) => [
      one.word,
      one.metrics.flatMap((metric) => [placeOf(metric), metric.min, metric.max]),
    ]),
  };
}

/** The words again; null where a figure names no metric or is none. */
export function unpackWords({ metrics, words }: PackedWords): Words | null {
  const unpacked: Words = [];
  for (const [word, figures] of words) {
    const own: Metric[] = [];
    for (let at = 0; at < figures.length; at += 3) {
      const of = metrics[figures[at] ?? -1];
      const metric = metricSchema.safeParse({ ...of, min: figures[at + 1], max: figures[at + 2] });
      if (!metric.success) return null;
      own.push(metric.data);
    }
    unpacked.push({ word, metrics: own });
  }
  return unpacked;
}
