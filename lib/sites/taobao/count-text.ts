import type { Count, Sales } from '../../listing/snapshot';

const UNITS: Readonly<Record<string, number>> = {
  千: 1000,
  k: 1000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
};

const COUNT = String.raw`((\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(\.\d{1,3})?\s*([千k万w亿])?\s*(\+)?)`;

/** 月销 200+, 30天已售 200+ · 已售 2000+, 销量 33 · 2000+人付款 · 100人收货 */
const METRICS: readonly [Sales['metric'], RegExp][] = [
  ['monthly', new RegExp(String.raw`(?:月[销售]量?|30天\D{0,4})[\s:：]*${COUNT}`, 'i')],
  ['sold', new RegExp(String.raw`(?:已售|销量)[\s:：]*${COUNT}`, 'i')],
  ['paid', new RegExp(String.raw`${COUNT}人?付款`, 'i')],
  ['received', new RegExp(String.raw`${COUNT}人?(?:确认)?收货`, 'i')],
];

function toCount(found: RegExpExecArray | null): Count | null {
  const [, written = '', digits = '', decimals = '', unit = '', plus] = found ?? [];
  const factor = UNITS[unit.toLowerCase()] ?? 1;
  const count = Number(digits.replaceAll(',', '') + decimals) * factor;
  // 1.2万 is 12000; 1.2 of anything that is counted is not.
  if (!found || (decimals && factor === 1) || !Number.isSafeInteger(Math.round(count))) return null;
  return {
    text: written.replace(/\s/g, ''),
    atLeast: Math.round(count),
    isLowerBound: plus !== undefined,
  };
}

/** A count that is the whole text: "33", "2000+", "3万+", "1.2w"; null for anything else. */
export function countOf(text: string | null): Count | null {
  return toCount(new RegExp(`^${COUNT}$`, 'i').exec(text?.trim() ?? ''));
}

/** Sales as a page words them; the word decides the metric. Null where it speaks of no sales. */
export function salesOf(text: string | null): Sales | null {
  for (const [metric, form] of METRICS) {
    const count = toCount(form.exec(text?.slice(0, 200) ?? ''));
    if (count) return { count, metric };
  }
  return null;
}

/** A rate such as "98.5%" within a text, 0 to 100; null where there is none. */
export function percentOf(text: string | null): number | null {
  const found = /(?:^|[^\d.])(\d{1,3}(?:\.\d\d?)?)\s*[%％]/.exec(text?.slice(0, 200) ?? '');
  return found && Number(found[1]) <= 100 ? Number(found[1]) : null;
}
