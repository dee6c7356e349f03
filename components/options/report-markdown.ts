import { priceText } from '../../lib/listing/price-text';
import type { Catalog, Language } from '../../lib/locales/catalog';
import type { ListingReport, WeeklyReport } from '../../lib/messaging/weekly-report';
import { itemText } from './change-report';
import { lastDayMs } from './report-period';
import { changeText, daysText, lastText, movedText, seriesText, sightText } from './report-text';
import { reportSummary } from './report-summary';
import { dayText, exactTime } from './seen-text';
import { markdown, markdownText } from './table-text';

/** 竞品周报 as Markdown: the summary, the overview table, then every listing with what changed. */
export function reportMarkdown(
  report: WeeklyReport,
  listName: string,
  words: Catalog,
  language: Language,
): string {
  const texts = words.options.report;
  const { period, listings } = report;
  const { columns } = texts;
  const days = `${dayText(language, period.fromMs)} ~ ${dayText(language, lastDayMs(period))}`;
  const before = `${dayText(language, period.before.fromMs)} ~ ${dayText(language, period.before.toMs - 1)}`;
  const rows = listings.map((listing) => {
    const { series, toMine } = listing;
    const [main] = series;
    const { fromPrice, none, mine } = words.common;
    return [
      `${listing.mine ? `${mine} · ` : ''}${listing.title ?? words.options.watch.noTitle}`,
      lastText(listing, words),
      main?.now.lowest ? priceText(main.now.lowest.price, fromPrice) : none,
      main?.now.highest ? priceText(main.now.highest.price, fromPrice) : none,
      changeText(main, words),
      toMine === null ? none : movedText(toMine, words, 'mine'),
      daysText(listing, words),
    ];
  });
  return [
    `# ${texts.title} · ${markdownText(listName)}`,
    '',
    `${days} · ${texts.comparedWith(before)}`,
    '',
    reportSummary(report, words),
    '',
    markdown([
      [
        columns.listing,
        columns.last,
        columns.lowest,
        columns.highest,
        columns.changeText,
        columns.toMineText,
        columns.seen,
      ],
      ...rows,
    ]),
    ...listings.flatMap((listing) => listingLines(listing, words, language)),
    '',
    ...texts.about.meanings.map((text) => `- ${text}`),
    '',
    `${texts.about.made} ${exactTime(language, report.nowMs)}`,
    '',
  ].join('\n');
}

function listingLines(listing: ListingReport, words: Catalog, language: Language): string[] {
  const texts = words.options.report;
  const name = markdownText(listing.title ?? words.options.watch.noTitle);
  const shop = markdownText(listing.shopName ?? words.options.watch.noShop);
  const at = (sight: { atMs: number } | null) =>
    sight === null ? '' : words.common.inBrackets(dayText(language, sight.atMs));
  const prices = listing.series.map((series) => {
    const { last, lowest, highest } = series.now;
    const text = (sight: typeof last) => `${sightText(sight, series, words)}${at(sight)}`;
    const figures = [
      `${texts.columns.last} ${text(last)}`,
      ...(last === null
        ? []
        : [
            `${texts.columns.lowest} ${text(lowest)}`,
            `${texts.columns.highest} ${text(highest)}`,
            `${texts.columns.changeText} ${changeText(series, words)}`,
          ]),
    ];
    return `- ${markdownText(seriesText(series, words))}: ${figures.join(words.common.listSeparator)}`;
  });
  const news = listing.news.flatMap((visit) => [
    `- ${exactTime(language, visit.atMs)} · ${words.options.changes.compared(exactTime(language, visit.sinceMs))}`,
    ...visit.items.map((item) => `  - ${itemText(item, words)}`),
  ]);
  const kept = [
    ...(listing.owner === '' ? [] : [`${texts.columns.owner} ${markdownText(listing.owner)}`]),
    ...(listing.tags.length === 0
      ? []
      : [markdownText(listing.tags.join(words.common.listSeparator))]),
    ...(listing.note === '' ? [] : [markdownText(listing.note)]),
  ];
  return [
    '',
    `## ${listing.mine ? `${words.common.mine} · ` : ''}${shop} · ${name}`,
    '',
    daysText(listing, words),
    ...(kept.length === 0 ? [] : ['', kept.join(' · ')]),
    ...(prices.length === 0 ? [] : ['', ...prices]),
    ...(news.length === 0 ? [] : ['', ...news]),
  ];
}
