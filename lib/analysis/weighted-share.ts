import type { CompiledKeywords } from './compiled-keywords';

/**
 * The covered share of the weights, 0 to 1, and how many words carry one. Where weights are
 * ranges it is a range: lowest with every covered weight at its lower end and every other at its
 * upper end, highest the other way round. Null where no word has a weight, or all may be 0.
 */
export function weightedShare(
  compiled: Pick<CompiledKeywords, 'weightMin' | 'weightMax'>,
  isCovered: (keyword: number) => boolean,
): { share: { min: number; max: number } | null; words: number } {
  const { weightMin, weightMax } = compiled;
  const covered = { min: 0, max: 0 };
  const others = { min: 0, max: 0 };
  let words = 0;
  for (let i = 0; i < weightMin.length; i++) {
    const min = weightMin[i]!;
    if (Number.isNaN(min)) continue;
    words++;
    const sum = isCovered(i) ? covered : others;
    sum.min += min;
    sum.max += weightMax[i]!;
  }
  if (covered.max === 0 && others.max === 0) return { share: null, words };
  if (others.max === 0) return { share: { min: 1, max: 1 }, words };
  if (covered.max === 0) return { share: { min: 0, max: 0 }, words };
  return {
    share: {
      min: covered.min / (covered.min + others.max),
      max: covered.max / (covered.max + others.min),
    },
    words,
  };
}
