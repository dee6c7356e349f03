import {
  periodPrices,
  type PriceSight,
  type SeriesPeriod,
  type Span,
} from '../analysis/period-prices';
import { difference, shareOf, type ShareSpan } from '../analysis/price-arithmetic';
import { pricePath } from '../analysis/price-path';
import { seriesOf } from '../analysis/price-note';
import type { FenSpan } from '../analysis/price-result';
import { seenDays, type SeenDays } from '../analysis/seen-days';
import type { Note } from '../benchmark/watchlist';
import { LEDGER_CODES } from '../listing/ledger-codes';
import type { Observation } from '../listing/series';
import type { ListingSnapshot } from '../listing/snapshot';
import type { ChangeNews } from './change-news';

/** A period of whole days of the operator's calendar, and the one before it to compare with. */
export type ReportPeriod = Span & {
  /** The beginnings of its days, ascending. */
  dayStartsMs: number[];
  before: Span;
};

/** A series with what its SKU is called; null for the page level and where it was not read. */
export type ReportSeries = SeriesPeriod & { skuNames: string[] | null };

/** One listing in the report. What was not seen in the period is null or empty, never 0. */
export type ListingReport = {
  listingId: string;
  host: string;
  title: string | null;
  shopName: string | null;
  mine: boolean;
  benchmarkId: string | null;
  benchmarkName: string | null;
  note: string;
  tags: string[];
  owner: string;
  days: SeenDays;
  lastSeenMs: number | null;
  /** The series that the listing is spoken of by, first; then the others. */
  series: ReportSeries[];
  /** The last price beside that of my own listing of the same benchmark, seen in the period too. */
  toMine: { title: string | null; difference: FenSpan; share: ShareSpan | null } | null;
  /** What visits of the period found changed, newest first. */
  news: ChangeNews[];
};

/** 竞品周报. */
export type WeeklyReport = { period: ReportPeriod; nowMs: number; listings: ListingReport[] };

/** What is known of one listing; observations since the beginning of the period before. */
export type ReportInput = {
  listingId: string;
  /** The newest snapshot, null where the listing was never seen. */
  snapshot: ListingSnapshot | null;
  mine: boolean;
  benchmark: { id: string; name: string } | null;
  note: Pick<Note, 'text' | 'tags' | 'owner'> | null;
  observations: readonly Observation[];
  news: readonly ChangeNews[];
};

/**
 * The report of a period: by benchmark, my own listings first in each, else in the order given.
 * Listings of no benchmark stand last.
 */
export function weeklyReport(
  inputs: readonly ReportInput[],
  period: ReportPeriod,
  nowMs: number,
): WeeklyReport {
  const listings = inputs.map((input) => listingReport(input, period, nowMs));
  const order = [...new Set(listings.map(({ benchmarkId }) => benchmarkId))];
  const rank = ({ benchmarkId, mine }: ListingReport) =>
    (benchmarkId === null ? order.length : order.indexOf(benchmarkId)) * 2 + (mine ? 0 : 1);
  const sorted = listings.toSorted((a, b) => rank(a) - rank(b));
  return {
    period,
    nowMs,
    listings: sorted.map((one) => ({ ...one, toMine: toMine(one, sorted) })),
  };
}

function listingReport(input: ReportInput, period: ReportPeriod, nowMs: number): ListingReport {
  const { snapshot, note, benchmark } = input;
  const isWithin = (atMs: number) => atMs >= period.fromMs && atMs < period.toMs;
  const news = input.news.filter(({ atMs }) => isWithin(atMs));
  // A visit whose price could not be told leaves no price row; what it found changed, and the
  // newest snapshot, show that it was there.
  const sights = [
    ...input.observations.map(({ atMs }) => atMs),
    ...news.map(({ atMs }) => atMs),
    ...(snapshot === null ? [] : [snapshot.capturedAtMs]),
  ].filter(isWithin);
  return {
    listingId: input.listingId,
    host: snapshot?.host ?? '',
    title: snapshot?.title.value ?? null,
    shopName: snapshot?.shopName.value ?? null,
    mine: input.mine,
    benchmarkId: benchmark?.id ?? null,
    benchmarkName: benchmark?.name ?? null,
    note: note?.text ?? '',
    tags: note?.tags ?? [],
    owner: note?.owner ?? '',
    days: seenDays(sights, period.dayStartsMs, period.toMs, nowMs),
    lastSeenMs: sights.length === 0 ? null : Math.max(...sights),
    series: seriesIn(input, period),
    toMine: null,
    news,
  };
}

/** The series of the period; the one that the newest snapshot shows first, then the most told of. */
function seriesIn({ observations, snapshot }: ReportInput, period: ReportPeriod): ReportSeries[] {
  const shown = snapshot === null ? null : seriesOf(snapshot, pricePath(snapshot, LEDGER_CODES));
  const toldOf = new Map<string, number>();
  for (const { series, steps, listPrice } of observations) {
    // Only the row of the price that the page showed has a ledger or a list price.
    if (steps.length === 0 && listPrice === null) continue;
    toldOf.set(series, (toldOf.get(series) ?? 0) + 1);
  }
  const rank = ({ series, now }: SeriesPeriod) =>
    series === shown ? Infinity : (toldOf.get(series) ?? 0) * 10_000 + now.priced;
  return periodPrices(observations, period, period.before)
    .map((one) => ({
      ...one,
      skuNames: snapshot?.skus.value?.find(({ skuId }) => skuId === one.skuId)?.names ?? null,
    }))
    .toSorted((a, b) => rank(b) - rank(a) || (a.series < b.series ? -1 : 1));
}

/** How the listing's last price stands to my own listing's; several of mine: the first one seen. */
function toMine(listing: ListingReport, all: readonly ListingReport[]): ListingReport['toMine'] {
  const price = lastPrice(listing);
  if (listing.mine || listing.benchmarkId === null || price === null) return null;
  for (const own of all) {
    const ours = lastPrice(own);
    if (!own.mine || own.benchmarkId !== listing.benchmarkId || ours === null) continue;
    return {
      title: own.title,
      difference: difference(price.price, ours.price),
      share: shareOf(price.price, ours.price),
    };
  }
  return null;
}

function lastPrice({ series }: ListingReport): PriceSight | null {
  return series[0]?.now.last ?? null;
}
