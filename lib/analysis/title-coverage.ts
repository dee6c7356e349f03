import { normaliseText } from '../listing/title-text';
import type { CompiledKeywords } from './compiled-keywords';
import type { KeywordMatch, MatchTier, TitleCoverage } from './coverage-result';
import { describeMatch } from './describe-match';
import { findHits, matchTiers, MISSING, PARTIAL, SCATTERED, type Tiers } from './match-tiers';
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

  const counts = { contiguous: 0, near: 0, scattered: 0, partial: 0, missing: 0 };
  counts.missing = tiers.length - touched.length;
  for (const keyword of touched) counts[TIERS[tiers[keyword]!]!]++;

  const describe = (keyword: number): KeywordMatch => {
    const tier = TIERS[tiers[keyword]!]!;
    return describeMatch(compiled, normal, hits, { keyword, tier, form: found.forms[keyword]! });
  };
  const isMissing = (keyword: number) => tiers[keyword] === MISSING;
  const mustHaveMissing = compiled.mustHaves.filter((keyword) => tiers[keyword]! >= PARTIAL);
  return {
    total: tiers.length,
    counts,
    covered: counts.contiguous + counts.near + counts.scattered,
    weightMetric: compiled.weightMetric,
    weightedShare: shareOfWeights(compiled, found),
    weightedWords: compiled.weightedWords,
    matches: bestFirst(found, counts).map(describe),
    missing: firstWhere(tiers.length, isMissing).map(describe),
    mustHaveMissing: Array.from(mustHaveMissing.subarray(0, MAX_LISTED), (i) => compiled.words[i]!),
    length: titleLength(title, options.limitUnits),
    repeated: repeatedWords(compiled, title, normal, hits),
  };
}

function shareOfWeights(compiled: CompiledKeywords, { tiers, touched }: Tiers) {
  const { weightMin, weightMax, weightTotal, weightedWords } = compiled;
  const covered = { min: 0, max: 0 };
  let words = 0;
  for (const keyword of touched) {
    if (tiers[keyword]! > SCATTERED || keyword >= weightedWords) continue;
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

/** The first `MAX_LISTED` keywords by tier, then weight (a keyword's number is its rank). */
function bestFirst({ tiers, touched }: Tiers, counts: TitleCoverage['counts']): number[] {
  const covered = touched
    .filter((keyword) => tiers[keyword]! < PARTIAL)
    .sort((a, b) => tiers[a]! - tiers[b]! || a - b);
  const listed = Array.from(covered.subarray(0, MAX_LISTED));
  // Partial words may be many: they are met by weight, not sorted.
  const last = Math.min(MAX_LISTED, listed.length + counts.partial);
  for (let i = 0; listed.length < last; i++) if (tiers[i] === PARTIAL) listed.push(i);
  return listed;
}

function firstWhere(size: number, holds: (keyword: number) => boolean): number[] {
  const listed: number[] = [];
  for (let i = 0; i < size && listed.length < MAX_LISTED; i++) if (holds(i)) listed.push(i);
  return listed;
}
