import type { Keyword } from '../../benchmark/keyword';
import { packKeywords } from '../../benchmark/packed-rows';
import { CHUNK_KEYWORDS, recordKey, type KeywordSet } from '../../benchmark/record';
import type { RecordWrite } from '../../db/operator-write';
import { canonicalJson, sha256Hex } from '../../listing/canonical-json';

/**
 * The writes that make a benchmark's keywords what is given: the set's head, the chunks that are
 * not as the set has them now, and the deletion of chunks that it needs no more.
 */
export async function keywordWrites(
  benchmarkId: string,
  keywords: Keyword[],
  now: KeywordSet | null,
): Promise<RecordWrite[]> {
  const writes: RecordWrite[] = [];
  const digests: string[] = [];
  for (let from = 0; from < keywords.length; from += CHUNK_KEYWORDS) {
    const chunk = packKeywords(keywords.slice(from, from + CHUNK_KEYWORDS));
    const digest = await sha256Hex(canonicalJson(chunk));
    const index = digests.push(digest) - 1;
    if (now?.chunks[index] !== digest) {
      writes.push({ key: recordKey.keywordChunk(benchmarkId, index), value: chunk });
    }
  }
  for (let index = digests.length; index < (now?.chunks.length ?? 0); index += 1) {
    writes.push({ key: recordKey.keywordChunk(benchmarkId, index), value: null });
  }
  const set: KeywordSet = { benchmarkId, count: keywords.length, chunks: digests };
  return [{ key: recordKey.keywordSet(benchmarkId), value: set }, ...writes];
}
