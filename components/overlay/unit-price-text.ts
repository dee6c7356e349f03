import type { UnitPrice } from '../../lib/analysis/unit-price';

/**
 * A unit price in yuan: "¥2.99", "≈¥0.129", "¥1.20 ~ 1.80", and with the given word for 起
 * "¥2 起". Below one yuan it has three decimals, below a fen four; a rounded one says so.
 */
export function unitPriceText(unit: UnitPrice, fromWord: string): string {
  const low = amountText(unit.minFen, unit.of);
  if (unit.maxFen === null) return `${low.rounded ? '≈' : ''}¥${low.text} ${fromWord}`;
  const high = amountText(unit.maxFen, unit.of);
  const about = low.rounded || high.rounded ? '≈' : '';
  return unit.minFen === unit.maxFen
    ? `${about}¥${low.text}`
    : `${about}¥${low.text} ~ ${high.text}`;
}

/** `fen / of` fen in yuan, rounded half up, without a float on the way. */
function amountText(fen: number, of: number): { text: string; rounded: boolean } {
  const [top, bottom] = [BigInt(fen), BigInt(of) * 100n];
  const decimals = top >= bottom ? 2 : top * 100n >= bottom ? 3 : 4;
  const scaled = top * 10n ** BigInt(decimals);
  const value = (scaled * 2n + bottom) / (bottom * 2n);
  const digits = value.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, -decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = digits.slice(-decimals).replace(/0+$/, '');
  return {
    text: rest === '' ? whole : `${whole}.${rest.padEnd(2, '0')}`,
    rounded: value * bottom !== scaled,
  };
}
