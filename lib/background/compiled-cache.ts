import { compileKeywords, type CompiledKeywords } from '../analysis/compiled-keywords';
import type { GapSegmenter } from '../analysis/root-splitter';
import type { Reader } from '../db/reader';
import type { CompiledFiles } from './compiled-files';

/** How many compiled benchmarks stay in memory; 50,000 keywords take about 15 MB. */
const KEPT = 4;

/** What a compiled cache works with. */
export type CompiledCacheDeps = {
  /** Splits what the bank's own words do not explain, and titles; asked for once it is needed. */
  segmenter: () => Promise<GapSegmenter>;
  /** Where compiled benchmarks outlive the worker; null: nowhere. */
  files: CompiledFiles | null;
  /** Changes with everything besides the keywords that compiling depends on: code, lexicon, engine. */
  compiler: string;
};

/** Compiles a benchmark's keywords once per content and keeps the most recently used ones. */
export class CompiledCache {
  readonly #kept = new Map<string, { key: string; compiled: Promise<CompiledKeywords | null> }>();
  readonly #deps: CompiledCacheDeps;
  readonly segmenter: () => Promise<GapSegmenter>;

  constructor(deps: CompiledCacheDeps) {
    this.#deps = deps;
    this.segmenter = deps.segmenter;
  }

  /** Null where the benchmark has no keywords, or where a chunk can't be read: nothing is counted then. */
  async of(reader: Reader, benchmarkId: string): Promise<CompiledKeywords | null> {
    const set = await reader.keywordSet(benchmarkId);
    if (set === null || set.value.count === 0) return null;
    // The digests of the keywords themselves: a revision may come again with other words in it,
    // after a restore into an empty store.
    const key = [this.#deps.compiler, ...set.value.chunks].join(' ');
    const kept = this.#kept.get(benchmarkId);
    const compiled =
      kept?.key === key
        ? kept.compiled
        : this.#made(reader, benchmarkId, key, set.revision, set.value.count);
    const mine = { key, compiled };
    this.#kept.delete(benchmarkId);
    this.#kept.set(benchmarkId, mine);
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
    const forget = () => {
      if (this.#kept.get(benchmarkId)?.compiled === compiled) this.#kept.delete(benchmarkId);
    };
    // What could not be read now may be healed by the next time.
    compiled.then((value) => value ?? forget(), forget);
    return compiled;
  }

  /** Forgets all other benchmarks, also where they outlive the worker. */
  async retain(benchmarkIds: readonly string[]): Promise<void> {
    for (const id of this.#kept.keys()) if (!benchmarkIds.includes(id)) this.#kept.delete(id);
    await this.#deps.files?.retain(benchmarkIds);
  }

  async #made(
    reader: Reader,
    benchmarkId: string,
    key: string,
    revision: number,
    count: number,
  ): Promise<CompiledKeywords | null> {
    const { files, segmenter } = this.#deps;
    const filed = (await files?.load(benchmarkId, key, count)) ?? null;
    if (filed !== null) return filed;
    const keywords = await reader.keywords(benchmarkId);
    if (keywords === null || keywords.damaged) return null;
    const compiled = compileKeywords(keywords.value, await segmenter());
    // Saved in between: they are right for this answer, and of no known key.
    if (keywords.revision !== revision) this.#kept.delete(benchmarkId);
    else files?.keep(benchmarkId, key, compiled);
    return compiled;
  }
}
