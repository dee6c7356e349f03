import type { Keyword } from '../../../lib/benchmark/keyword';
import type { MatchTier } from '../../../lib/analysis/coverage-result';
import type { RootSplitter } from '../../../lib/analysis/root-splitter';
import { normaliseText } from '../../../lib/listing/title-text';

const TIERS: MatchTier[] = ['contiguous', 'near', 'scattered', 'partial', 'missing'];

/** What the oracle says of one word. */
export type NaiveMatch = { tier: MatchTier; viaSynonym: string | null; width: number };

/**
 * Coverage the slow and obvious way: every keyword by itself, `indexOf` for every part, every way
 * of placing the parts tried. It shares with the product only the normalised text and the roots.
 */
export function naiveCoverage(
  keywords: readonly Keyword[],
  title: string,
  nearWindow: number,
  split: RootSplitter,
): Map<string, NaiveMatch> {
  const text = normaliseText(title).text;
  const answer = new Map<string, NaiveMatch>();
  const synonyms = new Map<string, string[]>();
  for (const keyword of keywords) {
    const own = normaliseText(keyword.word).text;
    if (own === '') continue;
    synonyms.set(own, [...(synonyms.get(own) ?? []), ...keyword.synonyms]);
  }
  for (const [own, others] of synonyms) {
    let best = matchForm(text, own, nearWindow, split);
    let viaSynonym: string | null = null;
    for (const synonym of others) {
      const form = normaliseText(synonym).text;
      if (form === '' || form === own) continue;
      const match = matchForm(text, form, nearWindow, split);
      if (TIERS.indexOf(match.tier) >= TIERS.indexOf(best.tier)) continue;
      best = match;
      viaSynonym = form;
    }
    answer.set(own, { ...best, viaSynonym });
  }
  return answer;
}

function matchForm(text: string, form: string, nearWindow: number, split: RootSplitter) {
  if (occurrences(text, form).length > 0) return { tier: 'contiguous' as const, width: 0 };
  const roots = split(form).map(({ from, to }) => form.slice(from, to));
  if (roots.length < 2) return { tier: 'missing' as const, width: 0 };
  const places = roots.map((root) => occurrences(text, root));
  if (places.every((list) => list.length === 0)) return { tier: 'missing' as const, width: 0 };
  const width = tightestWidth(places);
  if (width === null) return { tier: 'partial' as const, width: 0 };
  return {
    tier: width <= form.length + nearWindow ? ('near' as const) : ('scattered' as const),
    width,
  };
}

type Place = { from: number; to: number };

const isWordCharacter = (character: string) =>
  /[\p{L}\p{N}\p{M}]/u.test(character) &&
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u.test(character);

function occurrences(text: string, part: string): Place[] {
  const found: Place[] = [];
  for (let from = 0; from + part.length <= text.length; from++) {
    const to = from + part.length;
    if (text.slice(from, to) !== part) continue;
    if (cutsWord(text, from) && isWordCharacter(part[0]!)) continue;
    if (cutsWord(text, to) && isWordCharacter(part.at(-1)!)) continue;
    found.push({ from, to });
  }
  return found;
}

/** Whether a cut there would fall within an ASCII word or a number. */
function cutsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at] ?? '';
  if (isWordCharacter(before) && isWordCharacter(after)) return true;
  const decimal = /\d\.\d/g;
  for (const match of text.matchAll(decimal))
    if (at > match.index && at < match.index + 3) return true;
  return false;
}

/** Tries every combination of places. */
function tightestWidth(places: Place[][]): number | null {
  let best: number | null = null;
  const chosen: Place[] = [];
  const choose = (part: number) => {
    if (part === places.length) {
      const width =
        Math.max(...chosen.map((place) => place.to)) -
        Math.min(...chosen.map((place) => place.from));
      if (best === null || width < best) best = width;
      return;
    }
    for (const place of places[part]!) {
      if (chosen.some((other) => other.from < place.to && place.from < other.to)) continue;
      chosen.push(place);
      choose(part + 1);
      chosen.pop();
    }
  };
  choose(0);
  return best;
}
