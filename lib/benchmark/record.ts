import * as z from 'zod/mini';
import { benchmarkSchema } from './benchmark';
import { keywordSchema, MAX_KEYWORDS, type Keyword } from './keyword';
import { importHeadSchema, importPartSchema } from './keyword-import';
import { packedRowsSchema, unpackKeywords } from './packed-rows';
import { noteSchema, pictureSchema, verdictSchema, watchlistSchema } from './watchlist';

/** Most keywords in one stored chunk: 50,000 single records took 900 ms to read, 25 chunks 160. */
export const CHUNK_KEYWORDS = 2000;

const recordId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/i));
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const timeMs = z.int().check(z.gte(0));
const anyFields = z.record(z.string().check(z.maxLength(100)), z.unknown());

/**
 * The head of a benchmark's keywords: how many there are, and the SHA-256 of each chunk's canonical
 * text. Its revision is the revision of the whole set.
 */
export const keywordSetSchema = z.object({
  benchmarkId: recordId,
  count: z.int().check(z.gte(0), z.lte(MAX_KEYWORDS)),
  chunks: z.array(digest).check(z.maxLength(Math.ceil(MAX_KEYWORDS / CHUNK_KEYWORDS))),
});
export type KeywordSet = z.infer<typeof keywordSetSchema>;

/**
 * What loading the demo added, so that removing takes exactly that out: records with the revision
 * they got, and the keys of observations, changes and latest snapshots.
 */
export const demoSchema = z.object({
  records: z.array(z.object({ key: z.string().check(z.maxLength(200)), revision: z.int() })),
  shops: z.array(
    z.object({
      shopId: z.nullable(z.string()),
      sellerId: z.nullable(z.string()),
      name: z.string(),
    }),
  ),
  observations: z.array(z.object({ series: z.string(), atMs: z.array(timeMs) })),
  changes: z.array(z.object({ listingId: z.string(), atMs: z.array(timeMs) })),
  latest: z.array(z.object({ listingId: z.string(), seenAtMs: timeMs })),
});
export type DemoContents = z.infer<typeof demoSchema>;

/** Keywords in the operator's order, packed; the first version kept them as they stand. */
const keywordChunkSchema = z.union([
  packedRowsSchema.check(
    z.refine((chunk) => (unpackKeywords(chunk)?.length ?? Infinity) <= CHUNK_KEYWORDS),
  ),
  z.array(keywordSchema).check(z.maxLength(CHUNK_KEYWORDS)),
]);

/** The keywords of a stored chunk, of whatever form; null where it does not parse. */
export function chunkKeywords(value: unknown): Keyword[] | null {
  const packed = packedRowsSchema.safeParse(value);
  if (packed.success) {
    const keywords = unpackKeywords(packed.data);
    return keywords === null || keywords.length > CHUNK_KEYWORDS ? null : keywords;
  }
  const plain = z.array(keywordSchema).check(z.maxLength(CHUNK_KEYWORDS)).safeParse(value);
  return plain.success ? plain.data : null;
}

/** A benchmark's keywords as they are stored: chunks in order, and how many words they must have. */
export type StoredKeywords = { count: number; chunks: unknown[] };

/** All keywords of the chunks; `damaged` where one does not parse or words are missing. */
export function keywordsOfChunks(stored: StoredKeywords): {
  keywords: Keyword[];
  damaged: boolean;
} {
  const keywords = stored.chunks.flatMap((chunk) => chunkKeywords(chunk) ?? []);
  return { keywords, damaged: keywords.length !== stored.count };
}

const valueSchemas = {
  benchmark: benchmarkSchema,
  'keyword-set': keywordSetSchema,
  'keyword-chunk': keywordChunkSchema,
  list: watchlistSchema,
  note: noteSchema,
  picture: pictureSchema,
  verdict: verdictSchema,
  /** What was imported when and from which file, and its words in parts. */
  import: importHeadSchema,
  'import-part': importPartSchema,
  /** Read with `settingsFrom`, which forgives field by field. */
  settings: anyFields,
  demo: demoSchema,
};

/** The kinds of records that an operator writes; a record's key is `<kind>/<what it is of>`. */
export type RecordKind = keyof typeof valueSchemas;
export type RecordValue<K extends RecordKind> = z.infer<(typeof valueSchemas)[K]>;
export const RECORD_KINDS = Object.keys(valueSchemas) as RecordKind[];

/** The keys of operator records. */
export const recordKey = {
  benchmark: (id: string) => `benchmark/${id}`,
  keywordSet: (benchmarkId: string) => `keyword-set/${benchmarkId}`,
  keywordChunk: (benchmarkId: string, index: number) =>
    `keyword-chunk/${benchmarkId}/${index.toString().padStart(4, '0')}`,
  list: (id: string) => `list/${id}`,
  note: (listingId: string) => `note/${listingId}`,
  picture: (listingId: string) => `picture/${listingId}`,
  verdict: (of: { listingId: string; benchmarkId: string; pointId: string }) =>
    `verdict/${of.listingId}/${of.benchmarkId}/${of.pointId}`,
  import: (id: string) => `import/${id}`,
  importPart: (id: string, index: number) =>
    `import-part/${id}/${index.toString().padStart(4, '0')}`,
  settings: 'settings/all',
  demo: 'demo/all',
};

/** The kind in a key, null where it is none of ours. */
export function recordKindOf(key: string): RecordKind | null {
  const kind = key.slice(0, key.indexOf('/'));
  return RECORD_KINDS.find((known) => known === kind) ?? null;
}

/** A record's value as its kind has it, null where it does not parse or belongs to another key. */
export function parseRecordOf<K extends RecordKind>(
  kind: K,
  key: string,
  value: unknown,
): RecordValue<K> | null {
  const parsed = valueSchemas[kind].safeParse(value);
  if (!parsed.success || recordKindOf(key) !== kind) return null;
  return keyFits(kind, key, parsed.data) ? (parsed.data as RecordValue<K>) : null;
}

/** The same where the kind is to be read from the key. */
export function parseRecord(key: string, value: unknown): unknown {
  const kind = recordKindOf(key);
  return kind === null ? null : parseRecordOf(kind, key, value);
}

// A record under the wrong key would be shown as another one, and never be found to be deleted.
function keyFits(kind: RecordKind, key: string, value: unknown): boolean {
  switch (kind) {
    case 'benchmark':
      return key === recordKey.benchmark((value as RecordValue<'benchmark'>).id);
    case 'keyword-set':
      return key === recordKey.keywordSet((value as KeywordSet).benchmarkId);
    case 'keyword-chunk':
      return /^keyword-chunk\/[a-z0-9-]{1,64}\/\d{4}$/i.test(key);
    case 'list':
      return key === recordKey.list((value as RecordValue<'list'>).id);
    case 'note':
      return key === recordKey.note((value as RecordValue<'note'>).listingId);
    case 'picture':
      return key === recordKey.picture((value as RecordValue<'picture'>).listingId);
    case 'verdict':
      return key === recordKey.verdict(value as RecordValue<'verdict'>);
    case 'settings':
      return key === recordKey.settings;
    case 'demo':
      return key === recordKey.demo;
    case 'import':
      return key === recordKey.import((value as RecordValue<'import'>).id);
    case 'import-part':
      return /^import-part\/[a-z0-9-]{1,64}\/\d{4}$/i.test(key);
  }
}
