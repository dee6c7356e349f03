import type { StripPoint } from '../analysis/price-result';
import type { Price } from '../listing/price';

/**
 * One listing as the watchlist shows it, judged by the benchmark that fits it. Null means not
 * read, or that there is nothing to measure it by.
 */
export type ListingFacts = {
  listingId: string;
  host: string;
  title: string | null;
  shopName: string | null;
  kind: 'tmall' | 'taobao' | null;
  mine: boolean;
  benchmarkId: string | null;
  benchmarkName: string | null;
  publicPrice: Price | null;
  finalPrice: Price | null;
  /** The price of the same series at the visit before. */
  lastPrice: { price: Price; atMs: number } | null;
  coverage: { covered: number; total: number } | null;
  checklist: { passed: number; total: number } | null;
  strip: StripPoint[];
  lastSeenMs: number | null;
  note: string;
  tags: string[];
};
