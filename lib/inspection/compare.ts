import type { CompiledKeywords } from '../analysis/compiled-keywords';
import type { CheckState } from '../analysis/checklist-result';
import type { ComparedListing, Comparison } from '../analysis/compare-result';
import {
  attributeRows,
  consensusOf,
  differs,
  saidAttributes,
  saidKeywords,
  saidPoints,
  saidWords,
} from '../analysis/consensus';
import { likeForLike } from '../analysis/like-for-like';
import { difference, shareOf } from '../analysis/price-arithmetic';
import { pricePath } from '../analysis/price-path';
import type { GapSegmenter } from '../analysis/root-splitter';
import type { Benchmark } from '../benchmark/benchmark';
import type { Verdict } from '../benchmark/watchlist';
import { LEDGER_CODES } from '../listing/ledger-codes';
import type { Price } from '../listing/price';
import type { ListingSnapshot } from '../listing/snapshot';
import { checklistOf, coverageOf } from './measure';

/** What a comparison is made of; `verdicts` of all its listings. */
export type CompareInput = {
  listings: readonly { snapshot: ListingSnapshot; mine: boolean }[];
  /** All listings are held against this one. */
  benchmark: Benchmark | null;
  compiled: CompiledKeywords | null;
  verdicts: readonly Verdict[];
  segment: GapSegmenter;
};

/** Listings side by side, in the order given. */
export function compare(input: CompareInput): Comparison {
  const { listings, benchmark, compiled, verdicts } = input;
  const checklists = listings.map(({ snapshot }) => checklistOf(snapshot, benchmark, verdicts));
  const points = (benchmark?.sellingPoints ?? []).map(({ id, name, mustHave }) => ({
    id,
    name,
    mustHave,
    states: checklists.map(
      (list): CheckState =>
        list?.points.find((point) => point.pointId === id)?.state ?? 'unreadable',
    ),
  }));
  const attributes = attributeRows(listings.map(({ snapshot }) => snapshot.attributes.value));
  const titles = listings.map(({ snapshot }) => snapshot.title.value);
  const keywords = saidKeywords(titles, compiled, benchmark?.nearWindow ?? 0);
  const said = [
    ...saidPoints(points),
    ...keywords,
    ...saidWords(titles, input.segment, keywords),
    ...saidAttributes(attributes),
  ];
  const columns = listings.map(({ snapshot, mine }, index): ComparedListing => {
    const coverage = coverageOf(snapshot, benchmark, compiled);
    const checklist = checklists[index] ?? null;
    return {
      ...factsOf(snapshot, mine),
      coverage: coverage === null ? null : { covered: coverage.covered, total: coverage.total },
      checklist: checklist === null ? null : { passed: checklist.passed, total: checklist.total },
    };
  });
  const own = columns.find((column) => column.mine)?.price.public ?? null;
  return {
    benchmark: benchmark === null ? null : { id: benchmark.id, name: benchmark.name },
    listings: columns.map((column) => {
      const toMine = column.mine ? null : againstMine(column.price.public, own);
      return { ...column, price: { ...column.price, toMine } };
    }),
    points,
    skus: likeForLike(
      listings.map(({ snapshot }) => ({ snapshot, path: pricePath(snapshot, LEDGER_CODES) })),
    ),
    attributes: attributes.filter(({ cells }) => differs(cells)),
    consensus: consensusOf(
      said,
      listings.map(({ mine }) => mine),
    ),
  };
}

function againstMine(price: Price | null, own: Price | null) {
  if (price === null || own === null) return null;
  return { difference: difference(price, own), share: shareOf(price, own) };
}

function factsOf(
  snapshot: ListingSnapshot,
  mine: boolean,
): Omit<ComparedListing, 'coverage' | 'checklist'> {
  const path = pricePath(snapshot, LEDGER_CODES);
  const isGated = path.noPublic === 'gated';
  const sku = snapshot.skus.value?.find(({ skuId }) => skuId === path.skuId);
  return {
    listingId: snapshot.listingId,
    host: snapshot.host,
    title: snapshot.title.value,
    shopName: snapshot.shopName.value,
    mine,
    capturedAtMs: snapshot.capturedAtMs,
    account: snapshot.account,
    price: {
      // What a gated page shows is no price.
      list: isGated ? null : path.list,
      before: isGated ? null : path.before,
      public: path.public,
      final: isGated ? null : path.final,
      steps: isGated ? [] : path.steps,
      noPublic: path.noPublic,
      needsCoupon: path.needsCoupon,
      sku: path.skuId === null ? null : (sku?.names ?? [path.skuId]),
      toMine: null,
    },
    scores: snapshot.scores.value,
    sales: snapshot.sales.value,
    reviews: snapshot.reviewCount.value?.text ?? null,
    goodRate: snapshot.goodRate.value?.text ?? null,
    impressions: snapshot.impressions.value,
    imageCount: snapshot.imageCount.value,
  };
}
