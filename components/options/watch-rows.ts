import type { ListingFacts } from '../../lib/messaging/listing-facts';
import { priceChange } from './price-change';

/** The columns of the watchlist's table, in their order. */
export const WATCH_COLUMNS = [
  'listing',
  'price',
  'change',
  'strip',
  'coverage',
  'checklist',
  'seen',
  'note',
] as const;
export type WatchColumn = (typeof WATCH_COLUMNS)[number];
export type WatchSort = { column: WatchColumn; descending: boolean };

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** What a row is sorted by in a column; null (not read, not measured) always stands last. */
function sortValue(row: ListingFacts, column: WatchColumn): number | string | null {
  switch (column) {
    case 'listing':
      return row.title;
    case 'price':
      return row.publicPrice?.minFen ?? null;
    case 'change':
      return changeValue(row);
    case 'strip':
      return stripSpread(row);
    case 'coverage':
      return shareOf(row.coverage?.covered, row.coverage?.total);
    case 'checklist':
      return shareOf(row.checklist?.passed, row.checklist?.total);
    case 'seen':
      return row.lastSeenMs;
    case 'note':
      return row.note === '' && row.tags.length === 0
        ? null
        : [row.note, ...row.tags].join(' ').trim();
  }
}

function changeValue(row: ListingFacts): number | null {
  const change = priceChange(row.publicPrice, row.lastPrice?.price ?? null);
  if (change.state === 'same') return 0;
  return change.state === 'exact' ? change.fen : null;
}

/** Widest move of the strip in fen, null with fewer than two prices. */
function stripSpread(row: ListingFacts): number | null {
  const seen = row.strip.flatMap((point) => (point.fen === null ? [] : [point.fen]));
  return seen.length < 2 ? null : Math.max(...seen) - Math.min(...seen);
}

function shareOf(part: number | undefined, total: number | undefined): number | null {
  return part === undefined || total === undefined || total === 0 ? null : part / total;
}

/** The rows in the order of a column; equal rows keep theirs, unknown values stand last. */
export function sortRows(rows: readonly ListingFacts[], sort: WatchSort | null): ListingFacts[] {
  if (sort === null) return [...rows];
  const sign = sort.descending ? -1 : 1;
  const valued = rows.map((row) => ({ row, value: sortValue(row, sort.column) }));
  valued.sort((a, b) => {
    if (a.value === null || b.value === null) {
      return a.value === b.value ? 0 : a.value === null ? 1 : -1;
    }
    if (typeof a.value === 'number' && typeof b.value === 'number') {
      return sign * (a.value - b.value);
    }
    return sign * collator.compare(String(a.value), String(b.value));
  });
  return valued.map(({ row }) => row);
}

/** What narrows the table: words that all must occur, a shop, a tag, an owner and a benchmark ('' for any). */
export type WatchFilter = {
  text: string;
  shop: string;
  tag: string;
  owner?: string;
  benchmark?: string;
};

/** The rows that fit: every word of the text occurs in title, shop, note, tags or item id. */
export function filterRows(rows: readonly ListingFacts[], filter: WatchFilter): ListingFacts[] {
  const words = filter.text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (filter.shop !== '' && row.shopName !== filter.shop) return false;
    if (filter.tag !== '' && !row.tags.includes(filter.tag)) return false;
    if ((filter.owner ?? '') !== '' && row.owner !== filter.owner) return false;
    if ((filter.benchmark ?? '') !== '' && row.benchmarkId !== filter.benchmark) return false;
    const text = [
      row.title ?? '',
      row.shopName ?? '',
      row.note,
      row.owner,
      row.listingId,
      ...row.tags,
    ]
      .join('\n')
      .normalize('NFKC')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** One benchmark's listings side by side: mine first, then the competitors in their order. */
export function mineFirst(rows: readonly ListingFacts[]): ListingFacts[] {
  return rows.toSorted((a, b) => Number(b.mine) - Number(a.mine));
}

/** Every shop, tag, owner and benchmark that occurs, in reading order, for the filters. */
export function filterChoices(rows: readonly ListingFacts[]): {
  shops: string[];
  tags: string[];
  owners: string[];
  benchmarks: { id: string; name: string }[];
} {
  const shops = new Set(rows.flatMap((row) => (row.shopName === null ? [] : [row.shopName])));
  const tags = new Set(rows.flatMap((row) => row.tags));
  const owners = new Set(rows.flatMap((row) => (row.owner === '' ? [] : [row.owner])));
  const benchmarks = new Map(
    rows.flatMap(({ benchmarkId, benchmarkName }): [string, string][] =>
      benchmarkId === null ? [] : [[benchmarkId, benchmarkName ?? benchmarkId]],
    ),
  );
  return {
    shops: [...shops].sort(collator.compare),
    tags: [...tags].sort(collator.compare),
    owners: [...owners].sort(collator.compare),
    benchmarks: [...benchmarks]
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => collator.compare(a.name, b.name)),
  };
}
