import type { LedgerKind, LedgerStep } from '../listing/ledger';
import type { Price } from '../listing/price';
import type { Account } from '../listing/snapshot';

/** A ledger step with what its code is known to be. */
export type PricedStep = LedgerStep & {
  kind: LedgerKind;
  name: string;
  confidence: 'B' | 'C' | null;
};

/** Why the public price is null. */
export type NoPublicPrice =
  | 'no-prices' // nothing was read
  | 'gated' // degraded or decoy render
  | 'ambiguous' // readers disagree
  | 'unknown-code' // 不确定 code in the ledger
  | 'does-not-close' // the ledger's arithmetic is off
  | 'own-kind' // 国补, 百亿补贴 or 秒杀 is in the price and can't be told apart
  | 'no-ledger'; // a promotion is applied and no ledger says of what it is made

/**
 * From 一口价 to 公开到手价 and 本账号到手价. `closes` is null where there is no ledger.
 * The public price is the before price less public deductions only; it is null rather than guessed.
 */
export type PricePath = {
  list: Price | null;
  before: Price | null;
  public: Price | null;
  /** What this account pays; null as well where the page's number can't be called that. */
  final: Price | null;
  /** The page's number where it is called no final price: gated, ambiguous, or not adding up. */
  shown: Price | null;
  steps: PricedStep[];
  closes: boolean | null;
  noPublic: NoPublicPrice | null;
  /** True when the public price asks for a coupon to be taken (需领券). */
  needsCoupon: boolean;
  skuId: string | null;
  account: Account;
};

/** An amount that may be a range; null ends are unknown. In fen, may be negative. */
export type FenSpan = { minFen: number | null; maxFen: number | null };

/** A rung of the ladder beside the price that it is compared with. */
export type Rung = {
  rung: 'daily' | 'promo' | 'member' | 'floor';
  lineFen: number;
  /** `public`, or `account` for the member rung. */
  against: 'public' | 'account';
  /** price − line; null where that price was not read. */
  difference: FenSpan | null;
  /** The same as a share of the line (−0.072 is −7.2 %), null where unknown or the line is 0. */
  share: { min: number | null; max: number | null } | null;
  /** Where the price stands to the line, 'unclear' where a range straddles it. */
  position: 'below' | 'at' | 'above' | 'unclear' | null;
};

/** Lowest and highest public price seen within a window of days, within one series. */
export type PriceExtent = {
  days: 30 | 90 | 180;
  lowest: { price: Price; atMs: number } | null;
  highest: { price: Price; atMs: number } | null;
  seen: number;
};

/** A point of the strip: steps, with gaps where the listing was not seen for long. */
export type StripPoint = { atMs: number; fen: number | null };

/** A shop score against the operator's threshold; `value` null when it was not read. */
export type ScoreCheck = {
  name: string;
  value: number | null;
  min: number;
  state: 'pass' | 'missing' | 'unreadable';
};

/** The price note of one listing: today's path, the ladder, and the history of its series. */
export type PriceNote = {
  path: PricePath;
  series: string | null;
  rungs: Rung[];
  /** The last observation of the same series before this visit. */
  last: {
    price: Price;
    atMs: number;
    difference: FenSpan;
    share: { min: number | null; max: number | null } | null;
  } | null;
  extents: PriceExtent[];
  strip: StripPoint[];
  scores: ScoreCheck[];
};
