import { compileKeywords, type CompiledKeywords } from '../analysis/compiled-keywords';
import type { GapSegmenter } from '../analysis/root-splitter';
import type { Reader } from '../db/reader';

/** How many compiled benchmarks stay in memory; 50,000 keywords take about 13 MB. */
const KEPT = 4;

/** Compiles a benchmark's keywords once per revision and keeps the most recently used ones. */
export class CompiledCache {
  readonly #kept = new Map<string, { revision: number; compiled: CompiledKeywords | null }>();
  /** Splits what the bank's own words do not explain, and titles; asked for once it is needed. */
  readonly segmenter: () => Promise<GapSegmenter>;

  constructor(segmenter: () => Promise<GapSegmenter>) {
    this.segmenter = segmenter;
  }

  /** Null where the benchmark has no keywords, or where a chunk can't be read: nothing is counted then. */
  async of(reader: Reader, benchmarkId: string): Promise<CompiledKeywords | null> {
    const count = await reader.keywordCount(benchmarkId);
    if (count === null || count.count === 0) return null;
    const kept = this.#kept.get(benchmarkId);
    if (kept?.revision === count.revision) {
      this.#kept.delete(benchmarkId);
      this.#kept.set(benchmarkId, kept);
      return kept.compiled;
    }
    const keywords = await reader.keywords(benchmarkId);
    const compiled =
      keywords === null || keywords.damaged
        ? null
        : compileKeywords(keywords.value, await this.segmenter());
    this.#kept.delete(benchmarkId);
    this.#kept.set(benchmarkId, { revision: keywords?.revision ?? count.revision, compiled });
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
    return compiled;
  }
}
