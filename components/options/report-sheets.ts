import type { FenSpan } from '../../lib/analysis/price-result';
import type { Catalog, Language } from '../../lib/locales/catalog';
import type { ListingReport, ReportSeries, WeeklyReport } from '../../lib/messaging/weekly-report';
import { newsTable } from './change-text';
import { listingAddress } from './listing-address';
import { countCell, momentCell, moneyCell } from './out-cells';
import { lastDayMs } from './report-period';
import { changeCount, changeText, lastText, movedText, seriesText } from './report-text';
import { dayText, exactTime } from './seen-text';
import type { OutCell } from './table-out';

/** A sheet of the report's workbook. */
export type ReportSheet = { name: string; rows: OutCell[][]; heads: number };

/** The report as sheets: the overview, every series' prices, every change, and what it all is. */
export function reportSheets(
  report: WeeklyReport,
  listName: string,
  words: Catalog,
  language: Language,
): ReportSheet[] {
  const { sheets } = words.options.report;
  const news = report.listings
    .flatMap((listing) => listing.news)
    .toSorted((a, b) => b.atMs - a.atMs);
  return [
    { name: sheets.overview, rows: overviewTable(report, words, language), heads: 1 },
    { name: sheets.prices, rows: pricesTable(report, words, language), heads: 1 },
    { name: sheets.changes, rows: newsTable(news, words, language), heads: 1 },
    { name: sheets.about, rows: aboutTable(report, listName, words, language), heads: 0 },
  ];
}

/** One row for each listing, head row first. */
export function overviewTable(
  { listings }: WeeklyReport,
  words: Catalog,
  language: Language,
): OutCell[][] {
  const { columns } = words.options.report;
  const { yes, no } = words.options;
  const from = words.common.fromPrice;
  const head = [
    columns.benchmark,
    columns.mine,
    columns.listing,
    columns.shop,
    columns.series,
    columns.last,
    columns.lastAt,
    columns.lowest,
    columns.highest,
    columns.before,
    columns.change,
    columns.changeShare,
    columns.changeText,
    columns.toMine,
    columns.toMineText,
    columns.seen,
    columns.passed,
    columns.gap,
    columns.changes,
    columns.note,
    columns.tags,
    columns.owner,
    columns.address,
  ];
  const rows = listings.map((listing): OutCell[] => {
    const { days, series, toMine } = listing;
    const [main] = series;
    const last = main?.now.last ?? null;
    return [
      listing.benchmarkName ?? '',
      listing.mine ? yes : no,
      listing.title ?? '',
      listing.shopName ?? '',
      main === undefined ? '' : seriesText(main, words),
      last === null ? lastText(listing, words) : moneyCell(last.price, from),
      last === null ? '' : momentCell(last.atMs, language),
      moneyCell(main?.now.lowest?.price ?? null, from),
      moneyCell(main?.now.highest?.price ?? null, from),
      moneyCell(main?.before.last?.price ?? null, from),
      exactDifference(main?.change?.difference),
      exactShare(main?.change?.share),
      changeText(main, words),
      exactDifference(toMine?.difference),
      toMine === null ? '' : movedText(toMine, words, 'mine'),
      countCell(days.seen),
      countCell(days.passed),
      days.longestGap === null ? countCell(0) : countCell(days.longestGap.days),
      countCell(changeCount(listing)),
      listing.note,
      listing.tags.join(words.common.listSeparator),
      listing.owner,
      listingAddress(listing.host, listing.listingId),
    ];
  });
  return [head, ...rows];
}

/** One row for each series of each listing, head row first. */
export function pricesTable(
  { listings }: WeeklyReport,
  words: Catalog,
  language: Language,
): OutCell[][] {
  const { columns } = words.options.report;
  const from = words.common.fromPrice;
  const sight = (at: ReportSeries['account']): OutCell[] => [
    moneyCell(at?.price ?? null, from),
    at === null ? '' : momentCell(at.atMs, language),
  ];
  const row = (listing: ListingReport, series: ReportSeries): OutCell[] => [
    listing.title ?? '',
    listing.shopName ?? '',
    seriesText(series, words),
    ...sight(series.now.last),
    ...sight(series.now.lowest),
    ...sight(series.now.highest),
    moneyCell(series.before.last?.price ?? null, from),
    moneyCell(series.before.lowest?.price ?? null, from),
    moneyCell(series.before.highest?.price ?? null, from),
    exactDifference(series.change?.difference),
    exactShare(series.change?.share),
    ...sight(series.account),
    countCell(series.now.priced),
    countCell(series.now.unread),
    countCell(series.now.gated),
  ];
  return [
    [
      columns.listing,
      columns.shop,
      columns.series,
      columns.last,
      columns.lastAt,
      columns.lowest,
      columns.lowestAt,
      columns.highest,
      columns.highestAt,
      columns.before,
      columns.beforeLowest,
      columns.beforeHighest,
      columns.change,
      columns.changeShare,
      columns.account,
      columns.accountAt,
      columns.priced,
      columns.unread,
      columns.gated,
    ],
    ...listings.flatMap((listing) => listing.series.map((series) => row(listing, series))),
  ];
}

function aboutTable(
  report: WeeklyReport,
  listName: string,
  words: Catalog,
  language: Language,
): OutCell[][] {
  const { about, title } = words.options.report;
  const { period, nowMs } = report;
  return [
    [title, listName],
    [about.period, `${dayText(language, period.fromMs)} ~ ${dayText(language, lastDayMs(period))}`],
    [
      about.before,
      `${dayText(language, period.before.fromMs)} ~ ${dayText(language, period.before.toMs - 1)}`,
    ],
    [about.made, exactTime(language, nowMs)],
    ...about.meanings.map((text) => ['', text]),
  ];
}

/** A difference in yuan where it is one number. */
function exactDifference(difference: FenSpan | undefined): OutCell {
  if (difference === undefined || difference.minFen === null) return '';
  if (difference.minFen !== difference.maxFen) return '';
  const { minFen: fen } = difference;
  return { text: (fen / 100).toFixed(2), figure: { fen } };
}

function exactShare(share: { min: number | null; max: number | null } | null | undefined): OutCell {
  if (share === null || share === undefined || share.min === null || share.min !== share.max)
    return '';
  return { text: `${(share.min * 100).toFixed(1)}%`, figure: { share: share.min } };
}
