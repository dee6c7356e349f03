/** A figure as operators paste it: one number, or a range with both ends. */
export type Figure = { min: number; max: number };

const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(万|亿)?`;
const FIGURE = new RegExp(`^${NUMBER}(?:\\s*[~∼〜\\-–—−至到]\\s*${NUMBER})?$`);
const NONE = /^(?:|[-–—−/]+|无|暂无|n\/a)$/i;
const POWERS: Record<string, string> = { 万: 'e4', 亿: 'e8' };

/**
 * Reads a pasted figure: "1200", "1,200", "1.2万", "600 ~ 1200", "1万-3万". `none` for "", "-" and
 * their like; `bad` for everything else, for a range upside down, and for "1-3万", which may mean
 * two things.
 */
export function readFigure(text: string): Figure | 'none' | 'bad' {
  const plain = text.normalize('NFKC').trim();
  if (NONE.test(plain)) return 'none';
  const parts = FIGURE.exec(plain);
  if (parts === null) return 'bad';
  const [, whole = '', decimals, power, whole2, decimals2, power2] = parts;
  const min = numberOf(whole, decimals, power);
  if (whole2 === undefined) return Number.isFinite(min) ? { min, max: min } : 'bad';
  if (power === undefined && power2 !== undefined) return 'bad';
  const max = numberOf(whole2, decimals2, power2);
  return Number.isFinite(max) && max >= min ? { min, max } : 'bad';
}

/** By shifting the decimal point in the text, so that 4.35万 is 43500 and not 43499.99…. */
function numberOf(whole: string, decimals = '', power = ''): number {
  return Number(`${whole.replaceAll(',', '')}${decimals}${POWERS[power] ?? ''}`);
}
