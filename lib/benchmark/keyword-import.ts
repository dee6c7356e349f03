import * as z from 'zod/mini';
import { MAX_KEYWORDS, type Metric } from './keyword';
import {
  metricKeysSchema,
  MetricPacker,
  packedMetricsSchema,
  unpackMetrics,
} from './packed-metrics';

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
export type ImportRow = { word: string; metrics: Metric[]; before: 'none' | 'same' | Metric[] };

const word = z.string().check(z.minLength(1), z.maxLength(60));

/** Some rows of an import as they are stored. */
export const importPartSchema = z.object({
  keys: metricKeysSchema,
  rows: z
    .array(
      z.tuple([
        word,
        packedMetricsSchema,
        z.union([z.enum(['none', 'same']), packedMetricsSchema]),
      ]),
    )
    .check(z.maxLength(PART_ROWS)),
});
export type ImportPart = z.infer<typeof importPartSchema>;

/** The rows of an import in parts. */
export function importParts(rows: readonly ImportRow[]): ImportPart[] {
  return Array.from({ length: Math.ceil(rows.length / PART_ROWS) }, (_, index) => {
    const packer = new MetricPacker();
    const own = rows.slice(index * PART_ROWS, (index + 1) * PART_ROWS);
    const packed = own.map(({ word: text, metrics, before }): ImportPart['rows'][number] => [
      text,
      packer.pack(metrics),
      typeof before === 'string' ? before : packer.pack(before),
    ]);
    return { keys: packer.keys, rows: packed };
  });
}

/** The rows of a part; null where one does not read. */
export function importRows({ keys, rows }: ImportPart): ImportRow[] | null {
  const read: ImportRow[] = [];
  for (const [text, packed, before] of rows) {
    const metrics = unpackMetrics(keys, packed);
    const had = typeof before === 'string' ? before : unpackMetrics(keys, before);
    if (metrics === null || had === null) return null;
    read.push({ word: text, metrics, before: had });
  }
  return read;
}

/** The words of an import as they go in a message. */
export const packedWordsSchema = z.object({
  keys: metricKeysSchema,
  words: z.array(z.tuple([word, packedMetricsSchema])).check(z.maxLength(MAX_KEYWORDS)),
});
export type PackedWords = z.infer<typeof packedWordsSchema>;

/** Packs the words of an import for a message. */
export function packWords(words: readonly { word: string; metrics: Metric[] }[]): PackedWords {
  const packer = new MetricPacker();
  const packed = words.map((one): [string, number[]] => [one.word, packer.pack(one.metrics)]);
  return { keys: packer.keys, words: packed };
}

/** The words again; null where a figure does not read. */
export function unpackWords({ keys, words }: PackedWords) {
  const unpacked: { word: string; metrics: Metric[] }[] = [];
  for (const [text, packed] of words) {
    const metrics = unpackMetrics(keys, packed);
    if (metrics === null) return null;
    unpacked.push({ word: text, metrics });
  }
  return unpacked;
}
