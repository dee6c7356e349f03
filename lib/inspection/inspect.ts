import type { ChangeSet } from '../analysis/change-result';
import type { ChangeRules } from '../analysis/change-rules';
import type { CompiledKeywords } from '../analysis/compiled-keywords';
import { priceNote } from '../analysis/price-note';
import { pricePath } from '../analysis/price-path';
import { skuTable } from '../analysis/sku-table';
import type { BenchmarkChoice } from '../benchmark/fit';
import type { Note, Verdict, Watchlist } from '../benchmark/watchlist';
import { LEDGER_CODES, type LedgerCode } from '../listing/ledger-codes';
import type { Observation } from '../listing/series';
import { FIELD_NAMES, type ListingSnapshot } from '../listing/snapshot';
import { listsOf, newsItems } from './change-news';
import { countChanges, openGaps } from './counts';
import type { Inspection } from './inspection';
import { checklistOf, coverageOf } from './measure';

/** All that an inspection is made of; nothing else is reached for. */
export type InspectInput = {
  snapshot: ListingSnapshot;
  /** Whether the seller is one of the operator's shops. */
  mine: boolean;
  /** From `chooseBenchmark`. */
  choice: BenchmarkChoice;
  /** Every benchmark, for the switch. */
  benchmarks: readonly { id: string; name: string }[];
  /** The chosen benchmark's keywords, null where it has none or none is chosen. */
  compiled: CompiledKeywords | null;
  /** Hand-set verdicts; those of other benchmarks and listings are ignored. */
  verdicts: readonly Verdict[];
  /** Observations of this listing, any series and order; this visit's may be among them. */
  history: readonly Observation[];
  /** What this visit found changed, each told once; null for a first visit. */
  changes: ChangeSet | null;
  /** Which changes are marked. */
  rules: ChangeRules;
  watchlists: readonly Watchlist[];
  note: Pick<Note, 'text' | 'tags'> | null;
  codes?: readonly LedgerCode[];
};

/** Puts the analyses of one visit together. */
export function inspect(input: InspectInput): Inspection {
  const { snapshot, choice, codes = LEDGER_CODES } = input;
  const { listingId } = snapshot;
  const benchmark = choice.state === 'chosen' ? choice.benchmark : null;
  const path = pricePath(snapshot, codes);
  const lists = input.watchlists.map(({ id, name, entries }) => {
    return { id, name, has: entries.some((entry) => entry.listingId === listingId) };
  });
  const coverage = coverageOf(snapshot, benchmark, input.compiled);
  const checklist = checklistOf(snapshot, benchmark, input.verdicts);
  const { changes, compiled } = input;
  const listing = {
    snapshot,
    benchmark,
    compiled,
    lists: listsOf(listingId, input.watchlists),
  };
  return {
    listingId,
    capturedAtMs: snapshot.capturedAtMs,
    snapshot,
    mine: input.mine,
    choice,
    benchmarks: input.benchmarks.map(({ id, name }) => ({ id, name })),
    coverage,
    checklist,
    price: priceNote({
      snapshot,
      path,
      ladder: benchmark?.ladder ?? null,
      thresholds: benchmark?.scoreThresholds ?? [],
      history: input.history,
    }),
    skus: skuTable(snapshot),
    changes,
    news: changes === null ? [] : newsItems(changes, listing, input.rules),
    counts: { gaps: openGaps(coverage, checklist), changes: countChanges(changes) },
    watch: { lists, starred: lists.some((list) => list.has) },
    note: { text: input.note?.text ?? '', tags: input.note?.tags ?? [] },
    read: countRead(snapshot),
  };
}

/** How many fields were read, of those the page has; a field that it does not have is not counted. */
export function countRead(snapshot: ListingSnapshot): { read: number; of: number } {
  const absent = new Set(
    snapshot.missing.filter((miss) => miss.why === 'absent').map((miss) => miss.field),
  );
  const read = FIELD_NAMES.filter((field) => snapshot[field].value !== null).length;
  const gone = FIELD_NAMES.filter(
    (field) => snapshot[field].value === null && absent.has(field),
  ).length;
  return { read, of: FIELD_NAMES.length - gone };
}
