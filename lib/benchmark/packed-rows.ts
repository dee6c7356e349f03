import * as z from 'zod/mini';
import { keywordSchema, type Keyword, type Metric } from './keyword';
import { MetricPacker, metricKeysSchema, metricUnpacker, type MetricKeys } from './packed-metrics';

/*
 * Many words with their figures as one text. Stores, messages and checksums handle one long text
 * many times faster than 50,000 small arrays: `storage.local` took 1.6 s for those, 0.1 s for this.
 */

/** Rows as the text of a JSON array, and the keys of their figures. */
export type PackedRows = { keys: MetricKeys; rows: string };

/** Most characters of packed rows: 50,000 words with 20 figures each have some 30 million. */
const MAX_CHARS = 40_000_000;

/** Packed rows by their outside; what `rows` holds is checked by whoever unpacks it. */
export const packedRowsSchema = z.object({
  keys: metricKeysSchema,
  rows: z.string().check(z.maxLength(MAX_CHARS)),
});

/** The rows in a packed text, null where it is none. */
export function rowsIn(text: string): unknown[][] | null {
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) && rows.every(Array.isArray) ? (rows as unknown[][]) : null;
  } catch {
    return null;
  }
}

/** A word as a keyword's schema has it: 1 to 60 characters, no space around it. */
export function isWord(word: unknown): word is string {
  return typeof word === 'string' && word !== '' && word.length <= 60 && word.trim() === word;
}

/** Packs the words of a table for a message. */
export function packWords(words: readonly { word: string; metrics: readonly Metric[] }[]) {
  const packer = new MetricPacker();
  const rows = JSON.stringify(words.map(({ word, metrics }) => [word, packer.pack(metrics)]));
  return { keys: packer.keys, rows };
}

/** The words again; null where one is none or a figure does not read. */
export function unpackWords({ keys, rows }: PackedRows) {
  const metricsOf = metricUnpacker(keys);
  const words: { word: string; metrics: Metric[] }[] = [];
  for (const [word, packed] of rowsIn(rows) ?? [[]]) {
    const metrics = metricsOf(packed);
    if (!isWord(word) || metrics === null) return null;
    words.push({ word, metrics });
  }
  return words;
}

/** Keywords as they are stored: what most words do not have is left out. */
export function packKeywords(keywords: readonly Keyword[]): PackedRows {
  const packer = new MetricPacker();
  const rows = keywords.map(({ word, metrics, class: of, mustHave, synonyms, atomic }) => {
    const isBare = of === null && !mustHave && !atomic && synonyms.length === 0;
    const packed = packer.pack(metrics);
    return isBare ? [word, packed] : [word, packed, { class: of, mustHave, synonyms, atomic }];
  });
  return { keys: packer.keys, rows: JSON.stringify(rows) };
}

const moreSchema = z.pick(keywordSchema, {
  class: true,
  mustHave: true,
  synonyms: true,
  atomic: true,
});

/** The keywords again; null where one does not read as a keyword. */
export function unpackKeywords({ keys, rows }: PackedRows): Keyword[] | null {
  const metricsOf = metricUnpacker(keys);
  const keywords: Keyword[] = [];
  for (const [word, packed, more] of rowsIn(rows) ?? [[]]) {
    const metrics = metricsOf(packed);
    if (!isWord(word) || metrics === null || metrics.length > 20) return null;
    if (more === undefined) {
      keywords.push({ word, metrics, class: null, mustHave: false, synonyms: [], atomic: false });
      continue;
    }
    const parsed = moreSchema.safeParse(more);
    if (!parsed.success) return null;
    keywords.push({ word, metrics, ...parsed.data });
  }
  return keywords;
}
