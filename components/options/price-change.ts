import type { Price } from '../../lib/listing/price';

/**
 * How a public price stands to the one before it, in the same series.
 * - `exact`: one amount against one amount, or 起 against 起 (the entry price itself moved)
 * - `range`: ends are ranges; `direction` only where every reading of them agrees
 */
export type PriceChange =
  | { state: 'none' }
  | { state: 'same' }
  | { state: 'exact'; fen: number; share: number | null; isFrom: boolean }
  | { state: 'range'; direction: 'up' | 'down' | 'unclear' };

/** Compares a price with the last one; `none` where either was not read. */
export function priceChange(now: Price | null, last: Price | null): PriceChange {
  if (now === null || last === null) return { state: 'none' };
  if (now.minFen === last.minFen && now.maxFen === last.maxFen) return { state: 'same' };
  const bothFrom = now.maxFen === null && last.maxFen === null;
  const bothExact = now.maxFen === now.minFen && last.maxFen === last.minFen;
  if (bothFrom || bothExact) {
    const fen = now.minFen - last.minFen;
    const share = last.minFen === 0 ? null : fen / last.minFen;
    return { state: 'exact', fen, share, isFrom: bothFrom };
  }
  if (now.maxFen !== null && now.maxFen < last.minFen) {
    return { state: 'range', direction: 'down' };
  }
  if (last.maxFen !== null && last.maxFen < now.minFen) return { state: 'range', direction: 'up' };
  return { state: 'range', direction: 'unclear' };
}

/** A share as signed per cent with one decimal: −0.0719 is "−7.2%". */
export function shareText(share: number): string {
  const percent = Math.round(Math.abs(share) * 1000) / 10;
  return `${share < 0 ? '−' : '+'}${percent.toFixed(1)}%`;
}
