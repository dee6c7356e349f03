import { pricePath } from '../analysis/price-path';
import { seriesOf } from '../analysis/price-note';
import { chooseBenchmark } from '../benchmark/fit';
import type { Benchmark } from '../benchmark/benchmark';
import type { Note, Watchlist } from '../benchmark/watchlist';
import type { Reader } from '../db/reader';
import { listingFacts, type ListingFacts } from '../inspection/listing-facts';
import { isMine } from '../inspection/mine';
import { LEDGER_CODES } from '../listing/ledger-codes';
import type { ListingSnapshot } from '../listing/snapshot';
import type { Settings } from '../settings';
import type { CompiledCache } from './compiled-cache';

/** How much of the history a row's sparkline shows. */
const STRIP_MS = 90 * 86_400_000;
/** Rows of changes in which the newest one is looked for; a visit read often has several. */
const CHANGE_ROWS = 8;

/** The facts of many listings, in the order asked. */
export async function lookUpFacts(
  reader: Reader,
  listingIds: string[],
  settings: Settings,
  deps: { compiled: CompiledCache },
): Promise<ListingFacts[]> {
  const [latest, notes, stored, watched] = await Promise.all([
    reader.latestMany(listingIds),
    reader.notes(listingIds),
    reader.benchmarks(),
    reader.lists(),
  ]);
  const benchmarks = stored.map((one) => one.value);
  const listsOf = listsByListing(watched.map((one) => one.value));
  return Promise.all(
    listingIds.map((listingId, index) => {
      const snapshot = latest[index]?.snapshot ?? null;
      const note = notes.get(listingId)?.value ?? null;
      const lists = listsOf.get(listingId) ?? [];
      return factsOf(reader, { listingId, snapshot, note, benchmarks, lists, settings }, deps);
    }),
  );
}

/** The lists of every watched listing. */
function listsByListing(lists: readonly Watchlist[]): Map<string, { id: string; name: string }[]> {
  const byListing = new Map<string, { id: string; name: string }[]>();
  for (const { id, name, entries } of lists)
    for (const { listingId } of entries) {
      const known = byListing.get(listingId);
      if (known === undefined) byListing.set(listingId, [{ id, name }]);
      else known.push({ id, name });
    }
  return byListing;
}

async function factsOf(
  reader: Reader,
  known: {
    listingId: string;
    snapshot: ListingSnapshot | null;
    note: Note | null;
    benchmarks: Benchmark[];
    lists: readonly { id: string; name: string }[];
    settings: Settings;
  },
  deps: { compiled: CompiledCache },
): Promise<ListingFacts> {
  const { listingId, snapshot, note, benchmarks, lists, settings } = known;
  if (snapshot === null) {
    const choice = { state: 'none' } as const;
    const nothing = { compiled: null, verdicts: [], history: [], mine: false };
    return listingFacts({ listingId, snapshot, note, choice, ...nothing });
  }
  const choice = chooseBenchmark(snapshot, benchmarks);
  const series = seriesOf(snapshot, pricePath(snapshot, LEDGER_CODES));
  const [compiled, verdicts, history, sets] = await Promise.all([
    choice.state === 'chosen' ? deps.compiled.of(reader, choice.benchmark.id) : null,
    reader.verdictsOf(listingId),
    series === null ? [] : reader.historyOf(series, snapshot.capturedAtMs - STRIP_MS),
    reader.changesOf(listingId, CHANGE_ROWS),
  ]);
  return listingFacts({
    listingId,
    snapshot,
    mine: isMine(snapshot, settings.myShops),
    choice,
    compiled,
    verdicts: verdicts.map((one) => one.value),
    history,
    note,
    news: { sets, lists, rules: settings.changeRules },
  });
}
