import type { Price } from '../listing/price';
import type { Account, Impression, Sales, Score } from '../listing/snapshot';
import type { CheckState } from './checklist-result';
import type { ShareSpan } from './price-arithmetic';
import type { UnitPrice } from './unit-price';
import type { FenSpan, NoPublicPrice, PricedStep } from './price-result';

/** One listing as a column. Null is not read, or nothing to measure it by. */
export type ComparedListing = {
  listingId: string;
  host: string;
  title: string | null;
  shopName: string | null;
  mine: boolean;
  capturedAtMs: number;
  account: Account;
  price: {
    list: Price | null;
    before: Price | null;
    public: Price | null;
    final: Price | null;
    steps: PricedStep[];
    noPublic: NoPublicPrice | null;
    needsCoupon: boolean;
    /** Names of the SKU that the prices are of, its id where they were not read; null: page level. */
    sku: string[] | null;
    /** The public price less that of the first listing of mine; null for mine and where unknown. */
    toMine: { difference: FenSpan; share: ShareSpan | null } | null;
  };
  coverage: { covered: number; total: number } | null;
  checklist: { passed: number; total: number } | null;
  scores: Score[] | null;
  sales: Sales | null;
  reviews: string | null;
  goodRate: string | null;
  impressions: Impression[] | null;
  imageCount: number | null;
};

/** What a listing holds under an attribute's name: its value, nothing, or it was not read. */
export type AttributeCell = { state: 'value'; value: string } | { state: 'absent' | 'unread' };

/** Something that listings say or do not say: a selling point, a keyword, a title word, an attribute. */
export type Statement = { kind: 'point' | 'keyword' | 'word' | 'attribute'; text: string };

/** A listing's cheapest SKU of a row, at its public price; `unit` null where no quantity is known. */
export type LikeCell = {
  names: string[];
  price: Price;
  unit: UnitPrice | null;
  needsCoupon: boolean;
};

/**
 * SKUs that are alike: of one quantity, or of the very same names. `lowest`: the columns that are
 * cheapest beyond doubt.
 */
export type LikeRow = {
  by: 'quantity' | 'names';
  text: string;
  cells: (LikeCell | null)[];
  lowest: number[];
};

/**
 * Two to six listings side by side, in the order asked, all held against one benchmark. What was
 * not read on any side is unknown and counts neither as said nor as missing.
 */
export type Comparison = {
  benchmark: { id: string; name: string } | null;
  listings: ComparedListing[];
  /** Each selling point with its state on every listing. */
  points: { id: string; name: string; mustHave: boolean; states: CheckState[] }[];
  /** Attributes in which two listings differ; the others are left out. */
  attributes: { name: string; cells: AttributeCell[] }[];
  /** SKUs of the same quantity or names beside each other; those that most listings sell first. */
  skus: LikeRow[];
  /** Null where there is none of mine, or no competitor. */
  consensus: { theyAllSay: Statement[]; onlyMineSays: Statement[] } | null;
};
