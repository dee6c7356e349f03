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

/** Most rows of an import in one stored part, and about how long its text may get. */
const PART_ROWS = 10_000;
const PART_CHARS = 1_000_000;
/** Most parts: a table has at most two million cells. */
const MAX_PARTS = 100;

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
  parts: z.int().check(z.gte(0), z.lte(MAX_PARTS)),
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
  const parts: PackedRows[] = [];
  let packer = new MetricPacker();
  let texts: string[] = [];
  let chars = 0;
  const close = () => {
    if (texts.length > 0) parts.push({ keys: packer.keys, rows: `[${texts.join(',')}]` });
    packer = new MetricPacker();
    texts = [];
    chars = 0;
  };
  for (const { word: text, metrics, before } of rows) {
    const had = typeof before === 'string' ? before : packer.pack(before);
    const row = JSON.stringify([text, packer.pack(metrics), had]);
    chars += row.length;
    if (texts.push(row) === PART_ROWS || chars > PART_CHARS) close();
  }
  close();
  return parts;
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
