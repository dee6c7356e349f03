import { matchRules, type ChangeRules, type RuleMatch } from '../analysis/change-rules';
import type { Change, ChangeSet } from '../analysis/change-result';
import type { CompiledKeywords } from '../analysis/compiled-keywords';
import type { Benchmark } from '../benchmark/benchmark';
import type { ListingSnapshot } from '../listing/snapshot';
import { visitChanges } from './visit-changes';

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
  /** The lists that it is on. */
  lists: readonly { id: string; name: string }[];
};

/** The changes of one listing, newest visit first, each told once (`visitChanges`). */
export function changeNews(
  sets: readonly ChangeSet[],
  listing: NewsListing,
  rules: ChangeRules,
): ChangeNews[] {
  const { snapshot, benchmark } = listing;
  return visitChanges(sets).map((visit) => ({
    listingId: visit.listingId,
    host: snapshot?.host ?? '',
    title: snapshot?.title.value ?? null,
    shopName: snapshot?.shopName.value ?? null,
    mine: listing.mine,
    benchmarkName: benchmark?.name ?? null,
    atMs: visit.atMs,
    sinceMs: visit.sinceMs,
    items: newsItems(visit, listing, rules),
  }));
}

/** Each change of a visit with the SKU it is of and the rules that it meets, in the same order. */
export function newsItems(
  visit: ChangeSet,
  listing: Pick<NewsListing, 'snapshot' | 'benchmark' | 'compiled' | 'lists'>,
  rules: ChangeRules,
): NewsItem[] {
  const { snapshot, benchmark, compiled, lists } = listing;
  const { listingId } = visit;
  const lines = { listingId, lists, ladder: benchmark?.ladder ?? null, compiled };
  return visit.changes.map((change) => ({
    change,
    sku: skuOf(change, snapshot),
    matches: matchRules(change, lines, rules),
  }));
}

/** Which of a listing's lists a rule may speak of. */
export function listsOf(
  listingId: string,
  lists: readonly { id: string; name: string; entries: readonly { listingId: string }[] }[],
): { id: string; name: string }[] {
  return lists
    .filter(({ entries }) => entries.some((entry) => entry.listingId === listingId))
    .map(({ id, name }) => ({ id, name }));
}

function skuOf(change: Change, snapshot: ListingSnapshot | null): string[] | null {
  if (change.kind !== 'price' && change.kind !== 'ledger') return null;
  const skuId = change.series.split('|')[1];
  return snapshot?.skus.value?.find((sku) => sku.skuId === skuId)?.names ?? null;
}
