/** A sum of weights of which each may be a range. */
export type WeightSum = { min: number; max: number };

/**
 * The share of `covered` in all weights, 0 to 1, where `others` are those not covered. It is a range
 * where weights are ranges: lowest with every covered weight at its lower end and every other at
 * its upper end, highest the other way round. Null where all may be 0, or there are none.
 */
export function weightedShare(
  covered: WeightSum,
  others: WeightSum,
): { min: number; max: number } | null {
  if (covered.max === 0 && others.max === 0) return null;
  if (others.max === 0) return { min: 1, max: 1 };
  if (covered.max === 0) return { min: 0, max: 0 };
  return {
    min: covered.min / (covered.min + others.max),
    max: covered.max / (covered.max + others.min),
  };
}
