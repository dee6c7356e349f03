import type { Benchmark } from '../../../lib/benchmark/benchmark';

/** A benchmark as tests need it: only what matters is said. */
export function benchmark(id: string, more: Partial<Benchmark> = {}): Benchmark {
  return {
    id,
    name: `标尺 ${id}`,
    role: null,
    pinnedListingIds: [],
    shopIds: [],
    categoryWords: [],
    sellingPoints: [],
    ladder: { dailyFen: null, promoFen: null, memberFen: null, floorFen: null },
    scoreThresholds: [],
    titleLimitUnits: 60,
    nearWindow: 6,
    ...more,
  };
}
