import type { Catalog, Language } from '../../lib/locales/catalog';
import type { ChangeNews, NewsItem } from '../../lib/messaging/change-news';
import { countMarked } from './change-filter';
import { matchText } from '../ui/match-text';
import { changeCells, sinceText } from '../ui/change-cells';
import { dayText, exactTime } from './seen-text';
import { markdownText } from './table-text';

/**
 * 竞品变化 as Markdown: what the rules marked first, then every listing with all that changed, the
 * newest first; the full 竞品周报 has a room of its own. Every figure in it stands in the visits given; nothing is worked out anew.
 */
export function changeReport(
  news: readonly ChangeNews[],
  period: { fromMs: number; toMs: number },
  words: Catalog,
  language: Language,
): string {
  const { report } = words.options.changes;
  const listings = new Map<string, ChangeNews[]>();
  for (const visit of news)
    listings.set(visit.listingId, [...(listings.get(visit.listingId) ?? []), visit]);
  const changes = news.reduce((sum, visit) => sum + visit.items.length, 0);
  const marked = [...listings.values()].flatMap((visits) => {
    const items = visits.flatMap((visit) => visit.items.filter((item) => item.matches.length > 0));
    return items.map((item) => `- ${nameOf(visits[0], words)}: ${itemText(item, words)}`);
  });
  return [
    `# ${report.title} ${dayText(language, period.fromMs)} ~ ${dayText(language, period.toMs)}`,
    '',
    report.summary(listings.size, news.length, changes, countMarked(news)),
    '',
    `## ${report.marked}`,
    '',
    ...(marked.length === 0 ? [report.none] : marked),
    ...[...listings.values()].flatMap((visits) => [
      '',
      `## ${nameOf(visits[0], words)}`,
      ...visits.flatMap((visit) => [
        '',
        `${exactTime(language, visit.atMs)} · ${words.options.changes.compared(exactTime(language, visit.sinceMs))}`,
        '',
        ...visit.items.map((item) => `- ${itemText(item, words)}`),
      ]),
    ]),
    '',
    report.source,
    '',
  ].join('\n');
}

function nameOf(visit: ChangeNews | undefined, words: Catalog): string {
  const { noShop, noTitle } = words.options.changes;
  const shop = markdownText(visit?.shopName ?? noShop);
  const title = markdownText(visit?.title ?? noTitle);
  return `${visit?.mine === true ? `${words.common.mine} · ` : ''}${shop} · ${title}`;
}

/** One change in a line of Markdown, with why it is marked. */
export function itemText({ change, sku, matches }: NewsItem, words: Catalog): string {
  const { what, before, after } = changeCells(change, words);
  const ends =
    before === '' || after === ''
      ? `${before === '' ? '+' : '−'}${markdownText(before === '' ? after : before)}`
      : `${markdownText(before)} → ${markdownText(after)}`;
  const names = sku === null ? '' : words.common.inBrackets(markdownText(sku.join(' / ')));
  const marks = matches.map((match) => ` **${markdownText(matchText(match, words))}**`);
  const since =
    change.sinceMs === undefined ? '' : words.common.inBrackets(sinceText(change.sinceMs, words));
  return `${markdownText(what)} ${ends}${names}${since}${marks.join('')}`;
}
