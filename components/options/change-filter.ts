import type { Change } from '../../lib/analysis/change-result';
import type { ChangeNews, NewsItem } from '../../lib/messaging/change-news';

/** Kinds of changes as the filter groups them. */
export const CHANGE_GROUPS = [
  'price',
  'title',
  'promotion',
  'sku',
  'attribute',
  'count',
  'shelf',
] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** What narrows the changes; '' is any. `listings` null is every listing. */
export type ChangeFilter = {
  text: string;
  listings: ReadonlySet<string> | null;
  group: ChangeGroup | '';
  who: 'mine' | 'competitor' | '';
  marked: boolean;
};

/** The group of a change. */
export function groupOf(change: Change): ChangeGroup {
  switch (change.kind) {
    case 'promotion-started':
    case 'promotion-ended':
      return 'promotion';
    case 'sku-added':
    case 'sku-removed':
      return 'sku';
    case 'score':
    case 'impressions':
      return 'count';
    case 'ledger':
      return 'price';
    case 'off-shelf':
    case 'on-shelf':
      return 'shelf';
    case 'price':
    case 'title':
    case 'attribute':
    case 'count':
      return change.kind;
  }
}

/**
 * The visits that fit, each with the changes that fit; a visit without one is left out. Every word
 * of the text must occur in title, shop, item id or in what changed.
 */
export function filterNews(news: readonly ChangeNews[], filter: ChangeFilter): ChangeNews[] {
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  return news.flatMap((visit) => {
    if (filter.listings !== null && !filter.listings.has(visit.listingId)) return [];
    if (filter.who !== '' && visit.mine !== (filter.who === 'mine')) return [];
    const about = plain([visit.title, visit.shopName, visit.listingId].join('\n'));
    const items = visit.items.filter((item) => {
      if (filter.marked && item.matches.length === 0) return false;
      if (filter.group !== '' && groupOf(item.change) !== filter.group) return false;
      const told = plain(textsOf(item).join('\n'));
      return words.every((word) => about.includes(word) || told.includes(word));
    });
    return items.length === 0 ? [] : [{ ...visit, items }];
  });
}

/** How many changes are marked by a rule. */
export function countMarked(news: readonly ChangeNews[]): number {
  return news.reduce(
    (sum, visit) => sum + visit.items.filter(({ matches }) => matches.length > 0).length,
    0,
  );
}

function textsOf({ change, sku }: NewsItem): string[] {
  switch (change.kind) {
    case 'price':
      return sku ?? [];
    case 'title':
      return [...change.added, ...change.removed];
    case 'promotion-started':
    case 'promotion-ended':
      return [change.text];
    case 'sku-added':
    case 'sku-removed':
      return change.names;
    case 'attribute':
      return [change.name, change.before ?? '', change.after ?? ''];
    case 'score':
      return [change.name];
    case 'ledger':
      return [change.label, ...(sku ?? [])];
    case 'impressions':
      return [...change.added, ...change.removed, ...change.moved].map(({ word }) => word);
    case 'count':
    case 'off-shelf':
    case 'on-shelf':
      return [];
  }
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
