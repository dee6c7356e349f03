import type { Checklist } from '../analysis/checklist-result';
import type { ChangeSet } from '../analysis/change-result';
import type { TitleCoverage } from '../analysis/coverage-result';
import type { PriceNote } from '../analysis/price-result';
import type { SkuTable } from '../analysis/sku-result';
import type { BenchmarkChoice } from '../benchmark/fit';
import type { ListingSnapshot } from '../listing/snapshot';
import type { NewsItem } from './change-news';

export type { BenchmarkChoice };

/**
 * The answer for one page: snapshot × benchmark × history. Null parts are those that need a
 * benchmark, a title or keywords that are not there; a view says which, and shows no score.
 */
export type Inspection = {
  listingId: string;
  capturedAtMs: number;
  snapshot: ListingSnapshot;
  mine: boolean;
  choice: BenchmarkChoice;
  /** Every benchmark, for the switch. */
  benchmarks: { id: string; name: string }[];
  coverage: TitleCoverage | null;
  checklist: Checklist | null;
  price: PriceNote;
  /** Null where the SKUs were not read or the item has none. */
  skus: SkuTable | null;
  changes: ChangeSet | null;
  /** Each of those changes with its SKU and the rules that it meets, in the same order. */
  news: NewsItem[];
  /** Open gaps (null: nothing to measure by) and changes: one count for badge, dock and popup. */
  counts: { gaps: number | null; changes: number };
  watch: { lists: { id: string; name: string; has: boolean }[]; starred: boolean };
  note: { text: string; tags: string[] };
  /** How many of the fields were read, of how many: "读取 13/14 项". */
  read: { read: number; of: number };
};
