import type { Change } from '../../lib/analysis/change-result';
import { priceText, yuanText } from '../../lib/listing/price-text';
import type { Catalog, Language } from '../../lib/locales/catalog';
import type { ChangeNews, RuleMatch } from '../../lib/messaging/change-news';
import { shareText } from '../ui/ladder-text';
import { listingAddress } from './listing-address';
import { exactTime } from './seen-text';

/** Why a change is marked, in words: "低于你的活动价 ¥115". */
export function matchText(match: RuleMatch, words: Catalog): string {
  const { mark } = words.options.changes;
  switch (match.rule) {
    case 'ladder':
      return mark[match.now](words.common.rungs[match.rung], `¥${yuanText(match.lineFen)}`);
    case 'percent':
      return mark.percent(shareText(match.share) ?? '', match.atLeast);
    case 'promotion':
      return mark.promotion;
    case 'keyword':
      return mark.keyword(match.words.join(words.common.listSeparator));
  }
}

/** A change as the cells of a table: what it is of, what it was, what it is. */
export function changeCells(
  change: Change,
  words: Catalog,
): { what: string; before: string; after: string } {
  const { changes, fromPrice, listSeparator } = words.common;
  switch (change.kind) {
    case 'price':
      return {
        what: changes.priceOf[change.which],
        before: priceText(change.before, fromPrice),
        after: priceText(change.after, fromPrice),
      };
    case 'title':
      return {
        what: changes.title,
        before: change.removed.join(listSeparator),
        after: change.added.join(listSeparator),
      };
    case 'promotion-started':
      return { what: changes.promotionStarted, before: '', after: change.text };
    case 'promotion-ended':
      return { what: changes.promotionEnded, before: change.text, after: '' };
    case 'sku-added':
      return { what: changes.skuAdded, before: '', after: change.names.join(' / ') };
    case 'sku-removed':
      return { what: changes.skuRemoved, before: change.names.join(' / '), after: '' };
    case 'attribute':
      return { what: change.name, before: change.before ?? '', after: change.after ?? '' };
    case 'count':
      return { what: changes.count[change.which], before: change.before, after: change.after };
    case 'score':
      return { what: change.name, before: change.before, after: change.after };
  }
}

/** The changes as rows of a table, head row first, one row for each change. */
export function newsTable(
  news: readonly ChangeNews[],
  words: Catalog,
  language: Language,
): string[][] {
  const { columns } = words.options.changes;
  const rows = news.flatMap((visit) =>
    visit.items.map(({ change, sku, matches }) => {
      const { what, before, after } = changeCells(change, words);
      return [
        exactTime(language, visit.atMs),
        exactTime(language, visit.sinceMs),
        visit.title ?? '',
        visit.shopName ?? '',
        visit.mine ? words.options.yes : words.options.no,
        what,
        (sku ?? []).join(' / '),
        before,
        after,
        matches.map((match) => matchText(match, words)).join(words.common.listSeparator),
        listingAddress(visit.host, visit.listingId),
      ];
    }),
  );
  return [
    [
      columns.time,
      columns.since,
      columns.listing,
      columns.shop,
      columns.mine,
      columns.what,
      columns.sku,
      columns.before,
      columns.after,
      columns.marks,
      columns.address,
    ],
    ...rows,
  ];
}
