import type { ListingSnapshot } from '../listing/snapshot';
import { normaliseText } from '../listing/title-text';
import { findWord, wordBorders } from '../listing/word-border';
import type { Benchmark } from './benchmark';

/** Which benchmark is held against a listing, and why. */
export type BenchmarkChoice =
  | { state: 'chosen'; benchmark: Benchmark; why: 'pinned' | 'shop' | 'words' }
  /** Several fit alike: the operator is asked once; the answer pins the listing. */
  | { state: 'ask'; candidates: { id: string; name: string }[] }
  /** There are benchmarks, none fits. */
  | { state: 'none' }
  /** There is no benchmark yet. */
  | { state: 'empty' };

/** What of a listing decides which benchmark fits it. */
export type FitFacts = Pick<ListingSnapshot, 'listingId' | 'shopId' | 'title'>;

/**
 * The benchmark that fits a listing: the one it is pinned to, else that of its shop, else the one
 * most of whose category words stand in the title. Among several of the shop the category words
 * decide. Where the best are equal, the operator is asked.
 */
export function chooseBenchmark(
  listing: FitFacts,
  benchmarks: readonly Benchmark[],
): BenchmarkChoice {
  if (benchmarks.length === 0) return { state: 'empty' };
  const pinned = benchmarks.filter((one) => one.pinnedListingIds.includes(listing.listingId));
  if (pinned.length > 0) return pick(pinned, 'pinned');

  const title = normaliseText(listing.title.value ?? '').text;
  const borders = wordBorders(title);
  const wordsIn = (benchmark: Benchmark) => {
    const words = new Set(benchmark.categoryWords.map((word) => normaliseText(word).text));
    return [...words].filter((word) => findWord(title, borders, word).length > 0).length;
  };
  const best = (among: readonly Benchmark[]) => {
    const scores = among.map(wordsIn);
    const top = Math.max(...scores);
    return { top, equal: among.filter((_, index) => scores[index] === top) };
  };

  const shopId = listing.shopId.value;
  const ofShop = shopId === null ? [] : benchmarks.filter((one) => one.shopIds.includes(shopId));
  if (ofShop.length > 0) return pick(best(ofShop).equal, 'shop');
  const { top, equal } = best(benchmarks);
  return top === 0 ? { state: 'none' } : pick(equal, 'words');
}

function pick(among: readonly Benchmark[], why: 'pinned' | 'shop' | 'words'): BenchmarkChoice {
  const only = among[0]!;
  if (among.length === 1) return { state: 'chosen', benchmark: only, why };
  return { state: 'ask', candidates: among.map(({ id, name }) => ({ id, name })) };
}
