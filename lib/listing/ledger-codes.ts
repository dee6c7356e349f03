import type { LedgerKind } from './ledger';

/**
 * What is known of one ledger code. It is data: dated, sourced, with a confidence
 * (B likely, C a single source: graded as in the facts of November 2026), never a constant buried
 * in the arithmetic.
 */
export type LedgerCode = {
  code: string;
  kind: LedgerKind;
  /** The stage in which the code has been seen; in the other stage it counts as unknown. */
  stage: 'to-before' | 'to-final';
  name: string;
  confidence: 'B' | 'C';
  source: string;
};

const ONE_AUTHOR = 'public code of one author, read 2026-11';

/** Codes of `umpPriceLogVO.utcDNow` as known in November 2026; any other code is 不确定. */
export const LEDGER_CODES: readonly LedgerCode[] = [
  {
    code: '9',
    kind: 'public',
    stage: 'to-before',
    name: '店铺活动',
    confidence: 'B',
    source: ONE_AUTHOR,
  },
  {
    code: '10',
    kind: 'public',
    stage: 'to-before',
    name: '店铺活动',
    confidence: 'B',
    source: ONE_AUTHOR,
  },
  {
    code: '24',
    kind: 'public',
    stage: 'to-before',
    name: '活动优惠',
    confidence: 'B',
    source: 'captures of 2025-11',
  },
  {
    code: '41',
    kind: 'public',
    stage: 'to-before',
    name: '活动优惠',
    confidence: 'B',
    source: 'capture of 2025-12',
  },
  {
    code: '42',
    kind: 'public',
    stage: 'to-before',
    name: '店铺活动',
    confidence: 'B',
    source: ONE_AUTHOR,
  },
  {
    code: '20',
    kind: 'public',
    stage: 'to-final',
    name: '官方立减',
    confidence: 'B',
    source: 'captures of 2025-11',
  },
  {
    code: '13',
    kind: 'public-coupon',
    stage: 'to-final',
    name: '店铺券',
    confidence: 'C',
    source: 'one capture of 2025-12',
  },
  {
    code: '1',
    kind: 'account',
    stage: 'to-final',
    name: '新客礼金',
    confidence: 'B',
    source: ONE_AUTHOR,
  },
  {
    code: '5',
    kind: 'account',
    stage: 'to-final',
    name: '平台礼金',
    confidence: 'B',
    source: ONE_AUTHOR,
  },
  {
    code: '12',
    kind: 'account',
    stage: 'to-final',
    name: '淘金币',
    confidence: 'B',
    source: ONE_AUTHOR,
  },
  {
    code: '22',
    kind: 'account',
    stage: 'to-final',
    name: '88VIP',
    confidence: 'B',
    source: ONE_AUTHOR,
  },
];
