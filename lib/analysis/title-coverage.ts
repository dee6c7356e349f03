import { normaliseText } from '../listing/title-text';
import type { CompiledKeywords } from './compiled-keywords';
import type { KeywordMatch, MatchTier, TitleCoverage } from './coverage-result';
import { describeMatch } from './describe-match';
import { findHits, matchTiers, MISSING, PARTIAL, SCATTERED } from './match-tiers';
import { repeatedWords } from './repeated-words';
import { titleLength } from './title-length';
import { weightedShare } from './weighted-share';

/** Most words listed in `matches`, `missing` and `mustHaveMissing`; counts are never cut. */
export const MAX_LISTED = 200;
/** A longer "title" is no title: what follows is not matched (its length is still counted). */
export const MAX_MATCHED_UNITS = 1000;

const TIERS: readonly MatchTier[] = ['contiguous', 'near', 'scattered', 'partial', 'missing'];

export type CoverageOptions = {
  /** Widest stretch of a near match, in characters beyond the keyword's own. */
  nearWindow: number;
  /** The title's limit in half-width units. */
  limitUnits: number;
  /** Most words in each list, `MAX_LISTED` where not said; 0 where only the figures are wanted. */
  listed?: number;
};

/**
 * Which keywords the title carries, and how closely.
 * - contiguous: the word as it is · near: all its roots, none sharing a character with another,
 *   within the word's length and `nearWindow` characters more, in any order · scattered: all of
 *   them anywhere · partial: some · missing: none
 * - Characters are those of the normalised title: blanks between Chinese words do not count.
 * - A synonym counts like the word; where both reach the same tier, the word's own is shown.
 * - `matches` go by tier, then weight; `missing` by weight.
 */
export function titleCoverage(
  compiled: CompiledKeywords,
  title: string,
  options: CoverageOptions,
): TitleCoverage {
  const normal = normaliseText(title.slice(0, MAX_MATCHED_UNITS));
  const hits = findHits(compiled, normal.text);
  const found = matchTiers(compiled, hits, options.nearWindow);
  const { tiers, touched } = found;
  const listed = options.listed ?? MAX_LISTED;

  const counts = { contiguous: 0, near: 0, scattered: 0, partial: 0, missing: 0 };
  const covered: number[] = [];
  for (const keyword of touched) if (tiers[keyword]! <= SCATTERED) covered.push(keyword);
  for (const keyword of covered) counts[TIERS[tiers[keyword]!]!]++;
  counts.partial = touched.length - covered.length;
  counts.missing = tiers.length - touched.length;

  const describe = (keyword: number): KeywordMatch => {
    const tier = TIERS[tiers[keyword]!]!;
    return describeMatch(compiled, normal, hits, { keyword, tier, form: found.forms[keyword]! });
  };
  const mustHaveMissing = compiled.mustHaves.filter((keyword) => tiers[keyword]! >= PARTIAL);
  return {
    total: tiers.length,
    counts,
    covered: covered.length,
    weightMetric: compiled.weightMetric,
    weightedShare: shareOfWeights(compiled, covered),
    weightedWords: compiled.weightedWords,
    matches: [
      ...covered.toSorted((a, b) => tiers[a]! - tiers[b]! || a - b).slice(0, listed),
      ...firstOf(tiers, PARTIAL, Math.min(counts.partial, listed - covered.length)),
    ].map(describe),
    missing: firstOf(tiers, MISSING, Math.min(counts.missing, listed)).map(describe),
    mustHaveMissing: Array.from(mustHaveMissing.subarray(0, MAX_LISTED), (i) => compiled.words[i]!),
    length: titleLength(title, options.limitUnits),
    repeated: repeatedWords(compiled, title, normal, hits),
  };
}

function shareOfWeights(compiled: CompiledKeywords, coveredWords: readonly number[]) {
  const { weightMin, weightMax, weightTotal, weightedWords } = compiled;
  const covered = { min: 0, max: 0 };
  let words = 0;
  for (const keyword of coveredWords) {
    if (keyword >= weightedWords) continue;
    words++;
    covered.min += weightMin[keyword]!;
    covered.max += weightMax[keyword]!;
  }
  // Exactly nothing where nothing is left: a difference of sums of fractions may miss it by a hair.
  if (words === weightedWords) return weightedShare(weightTotal, { min: 0, max: 0 });
  return weightedShare(covered, {
    min: Math.max(0, weightTotal.min - covered.min),
    max: Math.max(0, weightTotal.max - covered.max),
  });
}

/** The first so many keywords of a tier, of which there are enough; by weight, as they are numbered. */
function firstOf(tiers: Uint8Array, tier: number, count: number): number[] {
  const first: number[] = [];
  for (let i = 0; first.length < count; i++) if (tiers[i] === tier) first.push(i);
  return first;
}
