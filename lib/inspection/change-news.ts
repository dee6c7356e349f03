import { matchRules, type ChangeRules, type RuleMatch } from '../analysis/change-rules';
import type { Change, ChangeSet } from '../analysis/change-result';
import type { CompiledKeywords } from '../analysis/compiled-keywords';
import type { Benchmark } from '../benchmark/benchmark';
import { canonicalJson } from '../listing/canonical-json';
import type { ListingSnapshot } from '../listing/snapshot';

/** One change as the operator reads it: of which SKU, and why it is marked. */
export type NewsItem = {
  change: Change;
  /** The SKU's names of a price change; null for the page level and where they were not read. */
  sku: string[] | null;
  matches: RuleMatch[];
};

/** What one visit of a listing found changed since the visit before it. */
export type ChangeNews = {
  listingId: string;
  host: string;
  title: string | null;
  shopName: string | null;
  mine: boolean;
  benchmarkName: string | null;
  atMs: number;
  sinceMs: number;
  items: NewsItem[];
};

/** What is known of a listing that changed. */
export type NewsListing = {
  snapshot: ListingSnapshot | null;
  mine: boolean;
  benchmark: Benchmark | null;
  compiled: CompiledKeywords | null;
};

/**
 * The changes of one listing, newest visit first. Rows that were told against the same earlier
 * visit are of one visit, read several times: each of their changes is told once, as it was seen
 * last.
 */
export function changeNews(
  sets: readonly ChangeSet[],
  listing: NewsListing,
  rules: ChangeRules,
): ChangeNews[] {
  const { snapshot, benchmark } = listing;
  const lines = { ladder: benchmark?.ladder ?? null, compiled: listing.compiled };
  const visits = new Map<number, ChangeSet[]>();
  for (const set of sets.toSorted((a, b) => a.atMs - b.atMs))
    visits.set(set.sinceMs, [...(visits.get(set.sinceMs) ?? []), set]);
  return [...visits]
    .map(([sinceMs, read]): ChangeNews => {
      const last = read.at(-1);
      return {
        listingId: last?.listingId ?? '',
        host: snapshot?.host ?? '',
        title: snapshot?.title.value ?? null,
        shopName: snapshot?.shopName.value ?? null,
        mine: listing.mine,
        benchmarkName: benchmark?.name ?? null,
        atMs: last?.atMs ?? sinceMs,
        sinceMs,
        items: onceEach(read.flatMap((set) => set.changes)).map((change) => ({
          change,
          sku: skuOf(change, snapshot),
          matches: matchRules(change, lines, rules),
        })),
      };
    })
    .toSorted((a, b) => b.atMs - a.atMs);
}

/** Changes of one visit in the order they were first told, each as it was told last. */
function onceEach(changes: readonly Change[]): Change[] {
  const byPlace = new Map<string, Change>();
  for (const change of changes) byPlace.set(placeOf(change), change);
  return [...byPlace.values()];
}

/** What a change is of: two changes of the same place are two readings of one change. */
function placeOf(change: Change): string {
  switch (change.kind) {
    case 'price':
      return `price|${change.series}|${change.which}`;
    case 'title':
      return 'title';
    case 'attribute':
    case 'score':
      return `${change.kind}|${change.name}`;
    case 'count':
      return `count|${change.which}`;
    case 'promotion-started':
    case 'promotion-ended':
    case 'sku-added':
    case 'sku-removed':
      return canonicalJson(change);
  }
}

function skuOf(change: Change, snapshot: ListingSnapshot | null): string[] | null {
  if (change.kind !== 'price') return null;
  const skuId = change.series.split('|')[1];
  return snapshot?.skus.value?.find((sku) => sku.skuId === skuId)?.names ?? null;
}
