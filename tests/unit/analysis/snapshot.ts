import type { Provenance } from '../../../lib/listing/provenance';
import { exactPrice, type Price } from '../../../lib/listing/price';
import type { Ledger, LedgerStep } from '../../../lib/listing/ledger';
import { FIELD_NAMES, type ListingSnapshot, type MissingWhy } from '../../../lib/listing/snapshot';
import type { FieldName } from '../../../lib/listing/snapshot';

export const DAY = 24 * 60 * 60 * 1000;
export const NOW = 1_795_000_000_000;

type Values = { [F in FieldName]?: ListingSnapshot[F]['value'] };
type Frame = Pick<ListingSnapshot, 'account' | 'gated' | 'capturedAtMs' | 'itemId'>;

/**
 * A snapshot in which only the named values were read; everything else the page does not have.
 * `missing` names another reason for a field; `skuId` is the SKU that prices and ledger speak of.
 */
export function snapshotOf(
  values: Values,
  more: Partial<Frame> & {
    missing?: Partial<Record<FieldName, MissingWhy>>;
    skuId?: string | null;
    ledgerSku?: string | null;
  } = {},
): ListingSnapshot {
  const { missing = {}, skuId = null, ledgerSku = skuId, ...frame } = more;
  const from = (field: FieldName): Provenance => ({
    source: 'page-data',
    path: field,
    atMs: NOW,
    skuId: field === 'ledger' ? ledgerSku : field.endsWith('Price') ? skuId : null,
  });
  const readings = FIELD_NAMES.map((field) => {
    const value = values[field] ?? null;
    return [field, { value, from: value === null ? null : from(field), candidates: [] }];
  });
  const itemId = frame.itemId ?? '700000000001';
  return {
    site: 'taobao',
    itemId,
    listingId: `taobao:${itemId}`,
    host: 'detail.tmall.com',
    capturedAtMs: NOW,
    account: 'logged-in',
    gated: false,
    ...frame,
    ...Object.fromEntries(readings),
    missing: FIELD_NAMES.filter((field) => (values[field] ?? null) === null).map((field) => ({
      field,
      why: missing[field] ?? 'absent',
    })),
  } as ListingSnapshot;
}

/** An exact price in yuan. */
export const yuan = (amount: number): Price => exactPrice(Math.round(amount * 100));

/** A 起 price in yuan. */
export const from = (amount: number): Price => ({
  minFen: Math.round(amount * 100),
  maxFen: null,
});

const step = (stage: LedgerStep['stage']) => (text: string) => {
  const [code = '', amount = '0', label = null, threshold = null] = text.split(':');
  return {
    code,
    amountFen: Math.round(Number(amount) * 100),
    stage,
    label,
    thresholdFen: threshold === null ? null : Number(threshold) * 100,
  };
};

/** A ledger in yuan; steps as "code:amount" or "code:amount:label". */
export function ledgerOf(
  [list, before, final]: [number | null, number | null, number | null],
  toBefore: string[],
  toFinal: string[],
): Ledger {
  const fen = (amount: number | null) => (amount === null ? null : Math.round(amount * 100));
  return {
    listFen: fen(list),
    beforeFen: fen(before),
    finalFen: fen(final),
    steps: [...toBefore.map(step('to-before')), ...toFinal.map(step('to-final'))],
  };
}
