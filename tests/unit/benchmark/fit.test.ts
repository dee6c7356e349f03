import { expect, test } from 'vitest';
import type { Benchmark } from '../../../lib/benchmark/benchmark';
import { chooseBenchmark } from '../../../lib/benchmark/fit';
import { snapshotOf } from '../analysis/snapshot';
import { benchmark } from './benchmark';

const listing = snapshotOf({ title: '2026新款 防晒衣 女 A字外套', shopId: '77' });
const choose = (...benchmarks: Benchmark[]) => {
  const choice = chooseBenchmark(listing, benchmarks);
  if (choice.state === 'chosen') return [choice.benchmark.id, choice.why];
  return choice.state === 'ask' ? choice.candidates.map((one) => one.id) : choice.state;
};
const pinned = (id: string) => benchmark(id, { pinnedListingIds: [listing.listingId] });
const shop = (id: string, ...categoryWords: string[]) =>
  benchmark(id, { shopIds: ['77'], categoryWords });
const words = (id: string, ...categoryWords: string[]) => benchmark(id, { categoryWords });

test('none yet, and none that fits', () => {
  expect(choose()).toBe('empty');
  expect(choose(words('a', '帐篷'), benchmark('b', { shopIds: ['78'] }))).toBe('none');
});

test('pinned goes before the shop, the shop before words', () => {
  expect(choose(words('a', '防晒衣'), shop('b'), pinned('c'))).toEqual(['c', 'pinned']);
  expect(choose(words('a', '防晒衣'), shop('b'))).toEqual(['b', 'shop']);
  expect(choose(words('a', '防晒衣'), words('b', '帐篷'))).toEqual(['a', 'words']);
});

test('most category words in the title, each once, at word borders', () => {
  expect(choose(words('a', '防晒衣'), words('b', '防晒衣', '外套'))).toEqual(['b', 'words']);
  expect(choose(words('a', '防晒 衣', '防晒衣'), words('b', '外套'))).toEqual(['a', 'b']);
  expect(choose(words('a', '26新款'))).toBe('none');
  expect(choose(words('a', 'ａ字'))).toEqual(['a', 'words']);
});

test('where several fit alike, the operator is asked', () => {
  expect(choose(pinned('a'), pinned('b'), shop('c'))).toEqual(['a', 'b']);
  expect(choose(shop('a'), shop('b'))).toEqual(['a', 'b']);
  expect(choose(words('a', '外套'), words('b', '防晒衣'), words('c', '帐篷'))).toEqual(['a', 'b']);
});

test('among those of the shop the words decide', () => {
  expect(choose(shop('a', '帐篷'), shop('b', '防晒衣'))).toEqual(['b', 'shop']);
});

test('a listing of which neither title nor shop was read fits nothing', () => {
  const blank = snapshotOf({});
  expect(chooseBenchmark(blank, [shop('a'), words('b', '防晒衣')])).toEqual({ state: 'none' });
});
