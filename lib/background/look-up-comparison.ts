import type { Comparison } from '../analysis/compare-result';
import type { Benchmark } from '../benchmark/benchmark';
import { chooseBenchmark } from '../benchmark/fit';
import type { Reader } from '../db/reader';
import { compare } from '../inspection/compare';
import { isMine } from '../inspection/mine';
import type { ListingSnapshot } from '../listing/snapshot';
import type { Settings } from '../settings';
import type { CompiledCache } from './compiled-cache';

/** The listings side by side, as they were seen last; those never seen are left out. */
export async function lookUpComparison(
  reader: Reader,
  asked: { listingIds: string[]; benchmarkId: string | null },
  settings: Settings,
  deps: { compiled: CompiledCache },
): Promise<Comparison> {
  const ids = [...new Set(asked.listingIds)];
  const [latest, stored] = await Promise.all([reader.latestMany(ids), reader.benchmarks()]);
  const listings = latest.flatMap((row) =>
    row === null ? [] : [{ snapshot: row.snapshot, mine: isMine(row.snapshot, settings.myShops) }],
  );
  const benchmarks = stored.map((one) => one.value);
  const benchmark =
    benchmarks.find((one) => one.id === asked.benchmarkId) ?? fitting(listings, benchmarks);
  const [compiled, verdicts, segment] = await Promise.all([
    benchmark === null ? null : deps.compiled.of(reader, benchmark.id),
    benchmark === null ? [] : reader.verdictsBy(benchmark.id),
    deps.compiled.segmenter(),
  ]);
  return compare({
    listings,
    benchmark,
    compiled,
    verdicts: verdicts.map((one) => one.value),
    segment,
  });
}

/** The benchmark that fits mine, else the first that fits any. */
function fitting(
  listings: readonly { snapshot: ListingSnapshot; mine: boolean }[],
  benchmarks: readonly Benchmark[],
): Benchmark | null {
  for (const { snapshot } of listings.toSorted((a, b) => Number(b.mine) - Number(a.mine))) {
    const choice = chooseBenchmark(snapshot, benchmarks);
    if (choice.state === 'chosen') return choice.benchmark;
  }
  return null;
}
