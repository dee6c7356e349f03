import * as z from 'zod/mini';
import { MAX_KEYWORDS, type Metric } from './keyword';
import {
  metricKeysSchema,
  MetricPacker,
  metricUnpacker,
  packedMetricsSchema,
} from './packed-metrics';
import { isWord, packedRowsSchema, rowsIn, type PackedRows } from './packed-rows';

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

/** Rows of an import as they were stored first. */
const rowArraysSchema = z.object({
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

/** Some rows of an import as they are stored. */
export const importPartSchema = z.union([
  packedRowsSchema.check(z.refine((part) => importRows(part) !== null)),
  rowArraysSchema,
]);
export type ImportPart = PackedRows | z.infer<typeof rowArraysSchema>;

/** The rows of an import in parts. */
export function importParts(rows: readonly ImportRow[]): PackedRows[] {
  return Array.from({ length: Math.ceil(rows.length / PART_ROWS) }, (_, index) => {
    const packer = new MetricPacker();
    const own = rows.slice(index * PART_ROWS, (index + 1) * PART_ROWS);
    const packed = own.map(({ word: text, metrics, before }) => [
      text,
      packer.pack(metrics),
      typeof before === 'string' ? before : packer.pack(before),
    ]);
    return { keys: packer.keys, rows: JSON.stringify(packed) };
  });
}

/** The rows of a part; null where one does not read. */
export function importRows({ keys, rows }: ImportPart): ImportRow[] | null {
  const metricsOf = metricUnpacker(keys);
  const read: ImportRow[] = [];
  for (const [text, packed, before] of (typeof rows === 'string' ? rowsIn(rows) : rows) ?? [[]]) {
    const metrics = metricsOf(packed);
    const had = before === 'none' || before === 'same' ? before : metricsOf(before);
    if (!isWord(text) || metrics === null || had === null) return null;
    read.push({ word: text, metrics, before: had });
  }
  return read.length > PART_ROWS ? null : read;
}
