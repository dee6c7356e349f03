import type { Checklist } from '../analysis/checklist-result';
import type { ChangeSet } from '../analysis/change-result';
import type { TitleCoverage } from '../analysis/coverage-result';
import type { PriceNote } from '../analysis/price-result';
import type { Benchmark } from '../benchmark/benchmark';
import type { ListingSnapshot } from '../listing/snapshot';

/** Which benchmark is held against a listing, and why. */
export type BenchmarkChoice =
  | { state: 'chosen'; benchmark: Benchmark; why: 'pinned' | 'shop' | 'words' }
  /** Several fit alike: the operator is asked once; the answer pins the listing. */
  | { state: 'ask'; candidates: { id: string; name: string }[] }
  /** There are benchmarks, none fits. */
  | { state: 'none' }
  /** There is no benchmark yet. */
  | { state: 'empty' };

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
  changes: ChangeSet | null;
  watch: { lists: { id: string; name: string; has: boolean }[]; starred: boolean };
  note: { text: string; tags: string[] };
  /** How many of the fields were read, of how many: "读取 13/14 项". */
  read: { read: number; of: number };
};
