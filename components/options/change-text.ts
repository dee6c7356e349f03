import type { Catalog, Language } from '../../lib/locales/catalog';
import type { ChangeNews } from '../../lib/messaging/change-news';
import { changeCells } from '../ui/change-cells';
import { matchText } from '../ui/match-text';
import { listingAddress } from './listing-address';
import { exactTime } from './seen-text';

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
        exactTime(language, change.sinceMs ?? visit.sinceMs),
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
