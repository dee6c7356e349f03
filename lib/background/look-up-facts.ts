import { pricePath } from '../analysis/price-path';
import { seriesOf } from '../analysis/price-note';
import { chooseBenchmark } from '../benchmark/fit';
import type { Benchmark } from '../benchmark/benchmark';
import type { Note } from '../benchmark/watchlist';
import type { Reader } from '../db/reader';
import { listingFacts, type ListingFacts } from '../inspection/listing-facts';
import { isMine } from '../inspection/mine';
import { LEDGER_CODES } from '../listing/ledger-codes';
import type { ListingSnapshot } from '../listing/snapshot';
import type { Settings } from '../settings';
import type { CompiledCache } from './compiled-cache';

/** How much of the history a row's sparkline shows. */
const STRIP_MS = 90 * 86_400_000;

/** The facts of many listings, in the order asked. */
export async function lookUpFacts(
  reader: Reader,
  listingIds: string[],
  settings: Settings,
  deps: { compiled: CompiledCache },
): Promise<ListingFacts[]> {
  const [latest, notes, stored] = await Promise.all([
    reader.latestMany(listingIds),
    reader.notes(listingIds),
    reader.benchmarks(),
  ]);
  const benchmarks = stored.map((one) => one.value);
  return Promise.all(
    listingIds.map((listingId, index) => {
      const snapshot = latest[index]?.snapshot ?? null;
      const note = notes.get(listingId)?.value ?? null;
      return factsOf(reader, { listingId, snapshot, note, benchmarks, settings }, deps);
    }),
  );
}

async function factsOf(
  reader: Reader,
  known: {
    listingId: string;
    snapshot: ListingSnapshot | null;
    note: Note | null;
    benchmarks: Benchmark[];
    settings: Settings;
  },
  deps: { compiled: CompiledCache },
): Promise<ListingFacts> {
  const { listingId, snapshot, note, benchmarks, settings } = known;
  if (snapshot === null) {
    const choice = { state: 'none' } as const;
    const nothing = { compiled: null, verdicts: [], history: [], mine: false };
    return listingFacts({ listingId, snapshot, note, choice, ...nothing });
  }
  const choice = chooseBenchmark(snapshot, benchmarks);
  const series = seriesOf(snapshot, pricePath(snapshot, LEDGER_CODES));
  const [compiled, verdicts, history] = await Promise.all([
    choice.state === 'chosen' ? deps.compiled.of(reader, choice.benchmark.id) : null,
    reader.verdictsOf(listingId),
    series === null ? [] : reader.historyOf(series, snapshot.capturedAtMs - STRIP_MS),
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
  });
}
