import { normaliseText } from '../listing/title-text';
import type { CompiledKeywords } from './compiled-keywords';
import type { TitleCoverage } from './coverage-result';
import { describeCovered, describeMissing, describePartial } from './describe-match';
import { COVERED_TIERS, findHits, matchTiers, type Covered } from './match-tiers';
import { repeatedWords } from './repeated-words';
import { countBits, hasBit } from './root-postings';
import { titleLength } from './title-length';
import { weightedShare } from './weighted-share';

/** Most words listed in `matches`, `missing` and `mustHaveMissing`; counts are never cut. */
export const MAX_LISTED = 200;
/** A longer "title" is no title: what follows is not matched (its length is still counted). */
export const MAX_MATCHED_UNITS = 1000;

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
  const { covered, coveredBits, touched } = matchTiers(compiled, hits, options.nearWindow);
  const listed = options.listed ?? MAX_LISTED;
  const total = compiled.words.length;

  const counts = { contiguous: 0, near: 0, scattered: 0, partial: 0, missing: 0 };
  for (const { tier } of covered) counts[COVERED_TIERS[tier]!]++;
  const touchedCount = countBits(touched);
  counts.partial = touchedCount - covered.length;
  counts.missing = total - touchedCount;

  const lists = { compiled, title: normal, hits };
  const placed =
    listed === 0 ? [] : covered.toSorted((a, b) => a.tier - b.tier || a.keyword - b.keyword);
  const partial = Math.min(counts.partial, Math.max(0, listed - covered.length));
  return {
    total,
    counts,
    covered: covered.length,
    weightMetric: compiled.weightMetric,
    weightedShare: shareOfWeights(compiled, covered),
    weightedWords: compiled.weightedWords,
    matches: [
      ...placed.slice(0, listed).map((found) => describeCovered(lists, found)),
      ...firstUnset(coveredBits, touched, partial).map((word) => describePartial(lists, word)),
    ],
    missing: describeMissing(compiled, firstUnset(touched, null, Math.min(counts.missing, listed))),
    mustHaveMissing: mustHaveMissing(compiled, coveredBits),
    length: titleLength(title, options.limitUnits),
    repeated: repeatedWords(compiled, title, normal, hits),
  };
}

function mustHaveMissing({ mustHaves, words }: CompiledKeywords, covered: Int32Array): string[] {
  const missing: string[] = [];
  for (let i = 0; i < mustHaves.length && missing.length < MAX_LISTED; i++)
    if (!hasBit(covered, mustHaves[i]!)) missing.push(words.at(mustHaves[i]!)!);
  return missing;
}

function shareOfWeights(compiled: CompiledKeywords, coveredWords: readonly Covered[]) {
  const { weightMin, weightMax, weightTotal, weightedWords } = compiled;
  const covered = { min: 0, max: 0 };
  let words = 0;
  for (const { keyword } of coveredWords) {
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

/**
 * The first `count` keywords without a bit in `without`, and with one in `within` where that is
 * given; there are so many. By weight, as keywords are numbered.
 */
function firstUnset(without: Int32Array, within: Int32Array | null, count: number): number[] {
  const first: number[] = [];
  for (let i = 0; first.length < count; i++) {
    let unit = ~without[i]!;
    if (within !== null) unit &= within[i]!;
    for (; unit !== 0 && first.length < count; unit &= unit - 1)
      first.push(32 * i + 31 - Math.clz32(unit & -unit));
  }
  return first;
}
