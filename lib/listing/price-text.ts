import type { Price } from './price';

/** Fen as yuan without currency sign: 12900 is "129", 12950 is "129.50", 1000000 is "10,000". */
export function yuanText(fen: number): string {
  const yuan = Math.floor(Math.abs(fen) / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = Math.abs(fen) % 100;
  const sign = fen < 0 ? '−' : '';
  return rest === 0 ? sign + yuan : `${sign}${yuan}.${rest.toString().padStart(2, '0')}`;
}

/** A price as operators write it: "¥129", "¥600 ~ 1,200", and with the given word for 起 "¥129 起". */
export function priceText(price: Price, fromWord: string): string {
  if (price.maxFen === null) return `¥${yuanText(price.minFen)} ${fromWord}`;
  if (price.maxFen === price.minFen) return `¥${yuanText(price.minFen)}`;
  return `¥${yuanText(price.minFen)} ~ ${yuanText(price.maxFen)}`;
}
