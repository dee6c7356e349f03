/*
 * What a metric's kind says of its figures, read from its name: kinds are the headings of the
 * platform's own tables (生意参谋, facts of 2026-09) or what an operator typed, not a closed list.
 */

const GROWTH = /(?:增速|环比|同比|涨幅|增幅|增长率)$/;
const SHARE = /(?:率|占比)$/;
/** Ratios, prices and supply: bigger does not mean that more people ask. */
const NO_DEMAND = /(?:供给比|供需比|参考价|出价|客单价|价值|商品数|排名)$/;

/** True for a change on the period before, as a share: the only kind that may be below nothing. */
export function isGrowthKind(kind: string): boolean {
  return GROWTH.test(kind);
}

/** True for a kind that is kept as a share and shown in per cent: rates, shares, growth. */
export function isShareKind(kind: string): boolean {
  return SHARE.test(kind) || isGrowthKind(kind);
}

/** True for a kind that can weigh keywords against each other: an amount of demand or of results. */
export function canWeigh(kind: string): boolean {
  return !isShareKind(kind) && !NO_DEMAND.test(kind);
}

/** True where both ends can be figures of that kind: finite, in order, not below 0 but for growth. */
export function isFigureOf(kind: string, min: number, max: number): boolean {
  if (!Number.isFinite(min) || !Number.isFinite(max) || min > max) return false;
  return min >= 0 || isGrowthKind(kind);
}
