import { checkListing } from '../analysis/checklist';
import type { Checklist } from '../analysis/checklist-result';
import type { CompiledKeywords } from '../analysis/compiled-keywords';
import type { TitleCoverage } from '../analysis/coverage-result';
import { MAX_LISTED, titleCoverage } from '../analysis/title-coverage';
import type { Benchmark } from '../benchmark/benchmark';
import type { Verdict } from '../benchmark/watchlist';
import type { ListingSnapshot } from '../listing/snapshot';

/**
 * The title held against the benchmark's keywords; null without benchmark, title or keywords.
 * `listed` is 0 where only the figures are wanted.
 */
export function coverageOf(
  snapshot: ListingSnapshot,
  benchmark: Benchmark | null,
  compiled: CompiledKeywords | null,
  listed: number = MAX_LISTED,
): TitleCoverage | null {
  const title = snapshot.title.value;
  if (benchmark === null || title === null || compiled === null || compiled.words.length === 0)
    return null;
  return titleCoverage(compiled, title, {
    nearWindow: benchmark.nearWindow,
    limitUnits: benchmark.titleLimitUnits,
    listed,
  });
}

/**
 * The listing held against the benchmark's selling points; null without benchmark or points. Of
 * the verdicts those of this benchmark and listing count.
 */
export function checklistOf(
  snapshot: ListingSnapshot,
  benchmark: Benchmark | null,
  verdicts: readonly Verdict[],
): Checklist | null {
  if (benchmark === null || benchmark.sellingPoints.length === 0) return null;
  const own = verdicts.filter((verdict) => verdict.benchmarkId === benchmark.id);
  return checkListing(snapshot, benchmark.sellingPoints, own, snapshot.listingId);
}
