import { chooseBenchmark } from '../benchmark/fit';
import type { Benchmark } from '../benchmark/benchmark';
import type { Reader } from '../db/reader';
import { changeNews, listsOf, type ChangeNews, type NewsListing } from '../inspection/change-news';
import { isMine } from '../inspection/mine';
import type { ChangeSet } from '../listing/change';
import type { Settings } from '../settings';
import type { CompiledCache } from './compiled-cache';

/** Most rows of changes that are looked through for one answer. */
const MOST_ROWS = 1000;

/** What changed since a time over all listings, newest visit first, with what the rules mark. */
export async function lookUpChanges(
  reader: Reader,
  sinceMs: number,
  settings: Settings,
  deps: { compiled: CompiledCache },
): Promise<{ news: ChangeNews[]; more: boolean }> {
  const rows = await reader.changesSince(sinceMs, MOST_ROWS + 1);
  const told = rows.slice(0, MOST_ROWS);
  const byListing = new Map<string, ChangeSet[]>();
  for (const row of told)
    byListing.set(row.listingId, [...(byListing.get(row.listingId) ?? []), row]);
  const [latest, stored, watched] = await Promise.all([
    reader.latestMany([...byListing.keys()]),
    reader.benchmarks(),
    reader.lists(),
  ]);
  const benchmarks = stored.map((one) => one.value);
  const lists = watched.map((one) => one.value);
  const news: ChangeNews[] = [];
  for (const [index, [listingId, sets]] of [...byListing].entries()) {
    const snapshot = latest[index]?.snapshot ?? null;
    const known = { snapshot, benchmarks, settings, lists: listsOf(listingId, lists) };
    const listing = await listingOf(reader, known, deps);
    news.push(...changeNews(sets, listing, settings.changeRules));
  }
  return { news: news.toSorted((a, b) => b.atMs - a.atMs), more: rows.length > MOST_ROWS };
}

async function listingOf(
  reader: Reader,
  known: Pick<NewsListing, 'snapshot' | 'lists'> & { benchmarks: Benchmark[]; settings: Settings },
  deps: { compiled: CompiledCache },
): Promise<NewsListing> {
  const { snapshot, lists, benchmarks, settings } = known;
  if (snapshot === null) return { snapshot, mine: false, benchmark: null, compiled: null, lists };
  const choice = chooseBenchmark(snapshot, benchmarks);
  const benchmark = choice.state === 'chosen' ? choice.benchmark : null;
  return {
    snapshot,
    mine: isMine(snapshot, settings.myShops),
    benchmark,
    compiled: benchmark === null ? null : await deps.compiled.of(reader, benchmark.id),
    lists,
  };
}
