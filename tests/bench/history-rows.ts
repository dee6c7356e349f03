import { seriesKey, type Observation } from '../../lib/listing/series';
import { seeded } from './matching-bank';

export const DAY_MS = 86_400_000;
/** Noon of 1 January 2026: no run depends on the clock. */
export const FROM_MS = Date.UTC(2026, 0, 1, 4);

export const listingIdOf = (listing: number) => `taobao:${70_000_000_000 + listing}`;
export const seriesOf = (listing: number) =>
  seriesKey(listingIdOf(listing), '5612345678901', false);

const exact = (fen: number) => ({ minFen: fen, maxFen: fen });

/** A listing's observations, one for each day, with a ledger of three steps. */
export function observationsOf(listing: number, days: number, fromDay = 0): Observation[] {
  const random = seeded(listing + 1);
  return Array.from({ length: days }, (_, day) => {
    const before = 9900 + Math.floor(random() * 5000);
    const step = (code: string, amountFen: number, label: string) => ({
      code,
      amountFen,
      stage: 'to-final' as const,
      label,
      thresholdFen: null,
    });
    return {
      series: seriesOf(listing),
      listingId: listingIdOf(listing),
      skuId: '5612345678901',
      atMs: FROM_MS + (fromDay + day) * DAY_MS + Math.floor(random() * 36_000_000),
      listPrice: exact(before + 8000),
      beforePrice: exact(before),
      publicPrice: exact(before - 1500),
      finalPrice: exact(before - 2300),
      steps: [
        step('41', 1000, '店铺新客立减'),
        step('13', 500, '满99减5'),
        step('22', 800, '淘金币已抵8元'),
      ],
      account: 'logged-in',
      gated: false,
    };
  });
}
