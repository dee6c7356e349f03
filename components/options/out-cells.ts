import { isExact } from '../../lib/listing/exact-price';
import type { Price } from '../../lib/listing/price';
import { priceText } from '../../lib/listing/price-text';
import type { Language } from '../../lib/locales/catalog';
import { exactTime } from './seen-text';
import type { OutCell } from './table-out';

/**
 * A price in a table: an exact one is a figure that can be summed; a range and 起 stay texts, for no
 * one number says what they say; what was not read is empty.
 */
export function moneyCell(price: Price | null, fromWord: string): OutCell {
  if (price === null) return '';
  const text = priceText(price, fromWord);
  return isExact(price) ? { text, figure: { fen: price.minFen } } : text;
}

/** A count in a table. */
export function countCell(count: number): OutCell {
  return { text: String(count), figure: count };
}

/** A moment in a table, as the operator's clock has it. */
export function momentCell(atMs: number, language: Language): OutCell {
  const { day, clock } = localMoment(atMs);
  return { text: exactTime(language, atMs), figure: { day, clock } };
}

/** Day and clock of a moment, of the operator's own zone: `2026-11-22` and `14:05`. */
export function localMoment(atMs: number): { day: string; clock: string } {
  const at = new Date(atMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    clock: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}
