import { pricePath } from '../../../lib/analysis/price-path';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import { ledgerOf, snapshotOf, yuan } from './snapshot';

/** The path of a page made of these parts. */
export const path = (...args: Parameters<typeof snapshotOf>) =>
  pricePath(snapshotOf(...args), LEDGER_CODES);

/** A page that shows all three prices and their ledger. */
export function ledgered(
  [list, before, final]: [number, number, number],
  toBefore: string[],
  toFinal: string[],
  more: Parameters<typeof snapshotOf>[1] = {},
) {
  return path(
    {
      listPrice: yuan(list),
      beforePrice: yuan(before),
      finalPrice: yuan(final),
      ledger: ledgerOf([list, before, final], toBefore, toFinal),
    },
    { skuId: '11', ...more },
  );
}
