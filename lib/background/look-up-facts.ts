import { pricePath } from '../analysis/price-path';
import { seriesOf } from '../analysis/price-note';
import type { CompiledKeywords } from '../analysis/compiled-keywords';
import { chooseBenchmark, type BenchmarkChoice } from '../benchmark/fit';
import type { Watchlist } from '../benchmark/watchlist';
import type { Reader } from '../db/reader';
import { listingFacts, type ListingFacts } from '../inspection/listing-facts';
import { isMine } from '../inspection/mine';
import { LEDGER_CODES } from '../listing/ledger-codes';
import type { Settings } from '../settings';
import type { CompiledCache } from './compiled-cache';

/** How much of the history a row's sparkline shows. */
const STRIP_MS = 90 * 86_400_000;

/**
 * The facts of many listings, in the order asked. Without `strips` their strips are empty, and of the
 * history only the newest price and changes are read: that is quick for any number of them.
 */
export async function lookUpFacts(
  reader: Reader,
  { listingIds, strips }: { listingIds: string[]; strips: boolean },
  settings: Settings,
  deps: { compiled: CompiledCache },
): Promise<ListingFacts[]> {
  const [latest, notes, stored, watched, verdicts] = await Promise.all([
    reader.latestMany(listingIds),
    reader.notes(listingIds),
    reader.benchmarks(),
    reader.lists(),
    reader.verdictsOfMany(listingIds),
  ]);
  const benchmarks = stored.map((one) => one.value);
  const listsOf = listsByListing(watched.map((one) => one.value));
  const known = listingIds.map((listingId, index) => {
    const snapshot = latest[index]?.snapshot ?? null;
    const none: BenchmarkChoice = { state: 'none' };
    return {
      listingId,
      snapshot,
      series: snapshot === null ? null : seriesOf(snapshot, pricePath(snapshot, LEDGER_CODES)),
      choice: snapshot === null ? none : chooseBenchmark(snapshot, benchmarks),
    };
  });
  const newest = await reader.newestOf(
    known.map(({ listingId, snapshot, series }) => {
      const beforeMs = snapshot?.capturedAtMs ?? 0;
      return { listingId, series, sinceMs: beforeMs - STRIP_MS, beforeMs };
    }),
  );
  const compiledOf = await compiledBy(
    known.map(({ choice }) => choice),
    reader,
    deps,
  );
  return Promise.all(
    known.map(async ({ listingId, snapshot, series, choice }, index) => {
      const note = notes.get(listingId)?.value ?? null;
      if (snapshot === null) {
        const nothing = { compiled: null, verdicts: [], history: [], mine: false };
        return listingFacts({ listingId, snapshot, note, choice, ...nothing });
      }
      const { priced, changes: sets } = newest[index] ?? { priced: null, changes: [] };
      const history =
        strips && series !== null
          ? await reader.historyOf(series, snapshot.capturedAtMs - STRIP_MS)
          : priced === null
            ? []
            : [priced];
      const facts = listingFacts({
        listingId,
        snapshot,
        mine: isMine(snapshot, settings.myShops),
        choice,
        compiled: choice.state === 'chosen' ? (compiledOf.get(choice.benchmark.id) ?? null) : null,
        verdicts: (verdicts.get(listingId) ?? []).map((one) => one.value),
        history,
        note,
        news: { sets, lists: listsOf.get(listingId) ?? [], rules: settings.changeRules },
      });
      return strips ? facts : { ...facts, strip: [] };
    }),
  );
}

/** The compiled keywords of every benchmark that was chosen, each looked up once. */
async function compiledBy(
  choices: readonly BenchmarkChoice[],
  reader: Reader,
  deps: { compiled: CompiledCache },
): Promise<Map<string, CompiledKeywords | null>> {
  const ids = new Set(
    choices.flatMap((choice) => (choice.state === 'chosen' ? [choice.benchmark.id] : [])),
  );
  const all = [...ids].map(async (id) => [id, await deps.compiled.of(reader, id)] as const);
  return new Map(await Promise.all(all));
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
