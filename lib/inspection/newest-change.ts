import type { Change, ChangeSet } from '../analysis/change-result';
import type { ChangeRules } from '../analysis/change-rules';
import { changeNews, type NewsItem, type NewsListing } from './change-news';

/** What a listing's newest visit with changes found, in one line: the change that says most. */
export type NewestChange = {
  atMs: number;
  sinceMs: number;
  item: NewsItem;
  /** How many more changes the same visit found. */
  more: number;
  /** How many of them all a rule marks. */
  marked: number;
};

/** What says most comes first: marked ones, then by kind. */
const BY_KIND: readonly Change['kind'][] = [
  'off-shelf',
  'on-shelf',
  'price',
  'title',
  'promotion-started',
  'promotion-ended',
  'ledger',
  'sku-added',
  'sku-removed',
  'attribute',
  'score',
  'count',
  'impressions',
];

/** The newest change of a listing, null where none is known. */
export function newestChange(
  sets: readonly ChangeSet[],
  listing: NewsListing,
  rules: ChangeRules,
): NewestChange | null {
  const newest = changeNews(sets, listing, rules).find(({ items }) => items.length > 0);
  if (newest === undefined) return null;
  const rank = ({ change, matches }: NewsItem) =>
    BY_KIND.indexOf(change.kind) - (matches.length > 0 ? BY_KIND.length : 0);
  const [item] = newest.items.toSorted((a, b) => rank(a) - rank(b));
  if (item === undefined) return null;
  return {
    atMs: newest.atMs,
    sinceMs: newest.sinceMs,
    item,
    more: newest.items.length - 1,
    marked: newest.items.filter(({ matches }) => matches.length > 0).length,
  };
}
