import type { Count, Sales } from '../../listing/snapshot';

const UNITS: Record<string, number> = {
  十: 10,
  百: 100,
  千: 1000,
  k: 1000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
};

const COUNT = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,3}))?\s*([十百千kK万wW亿])?\s*(\+)?`;
const WHOLE = new RegExp(`^(?:${COUNT})$`);

/** A count that is the whole text: "33", "2000+", "3万+", "1.2w"; null for anything else. */
export function countOf(text: string | null): Count | null {
  const found = WHOLE.exec(text?.trim() ?? '');
  return found === null ? null : toCount(found[0], found.slice(1));
}

function toCount(text: string, parts: (string | undefined)[]): Count | null {
  const [digits = '', decimals = '', unit = '', plus] = parts;
  const factor = unit === '' ? 1 : (UNITS[unit.toLowerCase()] ?? 1);
  if (decimals !== '' && factor < 1000) return null;
  const thousandths = Number(digits.replaceAll(',', '')) * 1000 + Number(decimals.padEnd(3, '0'));
  const atLeast = Math.round((thousandths * factor) / 1000);
  if (!Number.isSafeInteger(thousandths * factor)) return null;
  return { text: text.replace(/\s+/g, ''), atLeast, isLowerBound: plus !== undefined };
}

/** 月销 200+, 30天已售 200+ · 已售 2000+, 销量 33 · 2000+人付款 · 100人收货 */
const METRICS: readonly [Sales['metric'], RegExp][] = [
  ['monthly', new RegExp(String.raw`(?:月销量?|月售|月成交|30天[^\d]{0,4})\s*[:：]?\s*${COUNT}`)],
  ['sold', new RegExp(String.raw`(?:已售|销量|总销)\s*[:：]?\s*${COUNT}`)],
  ['paid', new RegExp(String.raw`${COUNT}\s*人?付款`)],
  ['received', new RegExp(String.raw`${COUNT}\s*人?(?:确认)?收货`)],
];

/** Sales as a page words them; the word decides the metric. Null where it speaks of no sales. */
export function salesOf(text: string | null): Sales | null {
  for (const [metric, form] of METRICS) {
    const found = form.exec(text?.slice(0, 200) ?? '');
    if (found === null) continue;
    const whole = found.slice(1);
    const count = toCount(shown(whole), whole);
    return count === null ? null : { count, metric };
  }
  return null;
}

/** The count's own characters, put together again from its parts. */
function shown([digits = '', decimals, unit = '', plus = '']: (string | undefined)[]): string {
  return `${digits}${decimals === undefined ? '' : `.${decimals}`}${unit}${plus}`;
}

/** A rate such as "98.5%" within a text, 0 to 100; null where there is none. */
export function percentOf(text: string | null): number | null {
  const found = /(\d{1,3}(?:\.\d{1,2})?)\s*[%％]/.exec(text?.slice(0, 200) ?? '');
  const percent = Number(found?.[1]);
  return found !== null && percent <= 100 ? percent : null;
}
