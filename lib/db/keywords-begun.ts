import type { Keyword } from '../benchmark/keyword';
import { chunkKeywords, recordKey } from '../benchmark/record';
import type { Reader } from './reader';

/** The beginning of a benchmark's keywords, and how many there are in all. */
export type KeywordsBegun = { revision: number; count: number; first: Keyword[] };

/**
 * Reads the keywords of the first chunk only, so that there is something to show while a worker reads
 * them all. Null where the benchmark has none yet; `first` is empty where the chunk can't be read.
 */
export async function keywordsBegun(
  reader: Pick<Reader, 'keywordSet' | 'recordsAt'>,
  benchmarkId: string,
): Promise<KeywordsBegun | null> {
  const [set, [row]] = await Promise.all([
    reader.keywordSet(benchmarkId),
    reader.recordsAt([recordKey.keywordChunk(benchmarkId, 0)]),
  ]);
  if (set === null) return null;
  const first = row?.deleted === 0 ? chunkKeywords(row.value) : null;
  return { revision: set.revision, count: set.value.count, first: first ?? [] };
}
