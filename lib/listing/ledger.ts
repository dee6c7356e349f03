import * as z from 'zod/mini';
import { fenSchema } from './price';

/**
 * One deduction of the page's own discount ledger (`umpPriceLogVO`, facts of 2025-11 to 2026-02).
 * - `stage`: whether it leads from 一口价 to 优惠前 (`to-before`) or from there to 本账号到手价
 * - `label`: the page's own words for it, where a promotion of the same amount names it
 * - `thresholdFen`: the spend a coupon asks for (满5000减200 is 500000), null where none was read
 */
export const ledgerStepSchema = z.object({
  code: z.string().check(z.maxLength(16)),
  amountFen: fenSchema,
  stage: z.enum(['to-before', 'to-final']),
  label: z.nullable(z.string().check(z.maxLength(200))),
  thresholdFen: z.nullable(fenSchema),
});
export type LedgerStep = z.infer<typeof ledgerStepSchema>;

/**
 * The ledger of one SKU as the page holds it: its own three prices in fen and the steps between
 * them. Whether it closes is decided by the analysis, not by the reader.
 */
export const ledgerSchema = z.object({
  listFen: z.nullable(fenSchema),
  beforeFen: z.nullable(fenSchema),
  finalFen: z.nullable(fenSchema),
  steps: z.array(ledgerStepSchema).check(z.maxLength(40)),
});
export type Ledger = z.infer<typeof ledgerSchema>;

/**
 * What a ledger code is.
 * - `public`: anybody pays it; `public-coupon`: public, but 需领券
 * - `account`: this visitor's only (礼金, 淘金币, 88VIP)
 * - `own-kind`: 国补, 百亿补贴, 秒杀: shown apart, never inside the public price
 * - `unknown`: 不确定, and then the public price is null
 */
export const ledgerKindSchema = z.enum([
  'public',
  'public-coupon',
  'account',
  'own-kind',
  'unknown',
]);
export type LedgerKind = z.infer<typeof ledgerKindSchema>;
