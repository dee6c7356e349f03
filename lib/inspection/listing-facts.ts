import type { ChangeRules } from '../analysis/change-rules';
import type { ChangeSet } from '../analysis/change-result';
import type { CompiledKeywords } from '../analysis/compiled-keywords';
import { priceNote } from '../analysis/price-note';
import { pricePath } from '../analysis/price-path';
import type { StripPoint } from '../analysis/price-result';
import type { Benchmark } from '../benchmark/benchmark';
import type { BenchmarkChoice } from '../benchmark/fit';
import type { Note, Verdict } from '../benchmark/watchlist';
import { LEDGER_CODES, type LedgerCode } from '../listing/ledger-codes';
import type { Price } from '../listing/price';
import type { Observation } from '../listing/series';
import type { ListingSnapshot } from '../listing/snapshot';
import type { NewsListing } from './change-news';
import { checklistOf, coverageOf } from './measure';
import { newestChange, type NewestChange } from './newest-change';

/**
 * One listing as the watchlist shows it, judged by the benchmark that fits it. Null means not
 * read, or that there is nothing to measure it by.
 */
export type ListingFacts = {
  listingId: string;
  host: string;
  title: string | null;
  shopName: string | null;
  kind: 'tmall' | 'taobao' | null;
  mine: boolean;
  benchmarkId: string | null;
  benchmarkName: string | null;
  publicPrice: Price | null;
  finalPrice: Price | null;
  /** The price of the same series at the visit before. */
  lastPrice: { price: Price; atMs: number } | null;
  coverage: { covered: number; total: number } | null;
  checklist: { passed: number; total: number } | null;
  strip: StripPoint[];
  lastSeenMs: number | null;
  note: string;
  tags: string[];
  /** 负责人, '' where nobody was named. */
  owner: string;
  /** What the newest visit that saw a change found, null where none was seen. */
  change: NewestChange | null;
};

/** What the facts of one listing are made of; see `InspectInput`. */
export type ListingFactsInput = {
  listingId: string;
  /** The newest snapshot, null where the listing was never seen. */
  snapshot: ListingSnapshot | null;
  mine: boolean;
  choice: BenchmarkChoice;
  compiled: CompiledKeywords | null;
  verdicts: readonly Verdict[];
  history: readonly Observation[];
  note: Pick<Note, 'text' | 'tags' | 'owner'> | null;
  /** The newest rows of changes, with what the operator wants marked of them. */
  news?: { sets: readonly ChangeSet[]; lists: NewsListing['lists']; rules: ChangeRules };
  codes?: readonly LedgerCode[];
};

/** The facts of one listing for the watchlist. A listing never seen has its note and nulls. */
export function listingFacts(input: ListingFactsInput): ListingFacts {
  const { snapshot, listingId, choice, compiled } = input;
  const benchmark = choice.state === 'chosen' ? choice.benchmark : null;
  const known = {
    listingId,
    mine: input.mine,
    note: input.note?.text ?? '',
    tags: input.note?.tags ?? [],
    owner: input.note?.owner ?? '',
    benchmarkId: benchmark?.id ?? null,
    benchmarkName: benchmark?.name ?? null,
    change: changeOf(input, benchmark),
  };
  if (snapshot === null) {
    return {
      ...known,
      host: '',
      title: null,
      shopName: null,
      kind: null,
      publicPrice: null,
      finalPrice: null,
      lastPrice: null,
      coverage: null,
      checklist: null,
      strip: [],
      lastSeenMs: null,
    };
  }
  const path = pricePath(snapshot, input.codes ?? LEDGER_CODES);
  const price = priceNote({ snapshot, path, ladder: null, thresholds: [], history: input.history });
  const coverage = coverageOf(snapshot, benchmark, compiled, 0);
  const checklist = checklistOf(snapshot, benchmark, input.verdicts);
  return {
    ...known,
    host: snapshot.host,
    title: snapshot.title.value,
    shopName: snapshot.shopName.value,
    kind: snapshot.kind.value,
    publicPrice: path.public,
    finalPrice: path.noPublic === 'gated' ? null : path.final,
    lastPrice: price.last === null ? null : { price: price.last.price, atMs: price.last.atMs },
    coverage: coverage === null ? null : { covered: coverage.covered, total: coverage.total },
    checklist: checklist === null ? null : { passed: checklist.passed, total: checklist.total },
    strip: price.strip,
    lastSeenMs: snapshot.capturedAtMs,
  };
}

function changeOf(input: ListingFactsInput, benchmark: Benchmark | null): NewestChange | null {
  const { news, snapshot, mine, compiled } = input;
  if (news === undefined || news.sets.length === 0) return null;
  const listing = { snapshot, mine, benchmark, compiled, lists: news.lists };
  return newestChange(news.sets, listing, news.rules);
}
