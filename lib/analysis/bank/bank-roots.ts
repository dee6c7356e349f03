import { normalText } from '../../listing/title-text';
import type { CompiledKeywords } from '../compiled-keywords';
import { findHits } from '../match-tiers';
import { MAX_MATCHED_UNITS } from '../title-coverage';
import type { FigureColumn } from './figure-column';

/** A root of a bank's words, as a number among the patterns of the compiled bank. */
export type BankRoot = {
  root: string;
  /** How many words carry it, each once. */
  words: number;
  /**
   * The word with the largest figure of the column asked for, and how many other words' ranges reach
   * up to it, so that which is the largest can't be told; null where no word has a figure.
   */
  top: { at: number; alike: number } | null;
  /** By title: whether it lacks the root; null where the title was not read. */
  lacking: (boolean | null)[];
};

/** The compiled number of each of the bank's words, −1 where nothing of a word is left to match. */
export function compiledNumbers(
  compiled: CompiledKeywords,
  words: readonly string[],
): Int32Array<ArrayBuffer> {
  const numbers = new Map<string, number>();
  compiled.ownForm.forEach((form, keyword) => {
    numbers.set(compiled.patterns.at(compiled.formPattern[form]!)!, keyword);
  });
  return Int32Array.from(words, (word) => numbers.get(normalText(word)) ?? -1);
}

/** The patterns that are a compiled keyword's own roots, each once; its whole text where it is one. */
export function rootsOf(compiled: CompiledKeywords, keyword: number): number[] {
  const form = compiled.ownForm[keyword]!;
  const { starts, items } = compiled.formRoots;
  const from = starts[form]!;
  const to = starts[form + 1]!;
  return from === to ? [compiled.formPattern[form]!] : [...new Set(items.subarray(from, to))];
}

/**
 * The roots of a bank, those of the most words first. `numbers` is `compiledNumbers`. Words that are
 * alike once normalised are one. `figures` of the bank's words decide the top word: the largest by
 * its lower end, of the newest import that gave any.
 */
export function bankRoots(
  compiled: CompiledKeywords,
  numbers: Int32Array,
  figures: FigureColumn | null,
  titles: readonly (string | null)[],
): BankRoot[] {
  const hits = titles.map((title) =>
    title === null ? null : findHits(compiled, normalText(title.slice(0, MAX_MATCHED_UNITS))),
  );
  const places = new Int32Array(compiled.words.length).fill(-1);
  for (let at = numbers.length - 1; at >= 0; at--)
    if (numbers[at] !== -1) places[numbers[at]!] = at;
  const carriers = new Map<number, number[]>();
  for (let keyword = 0; keyword < compiled.words.length; keyword++) {
    const at = places[keyword]!;
    if (at === -1) continue;
    for (const root of rootsOf(compiled, keyword)) {
      const list = carriers.get(root);
      if (list === undefined) carriers.set(root, [at]);
      else list.push(at);
    }
  }
  return Array.from(carriers, ([pattern, list]) => ({
    root: compiled.patterns.at(pattern)!,
    words: list.length,
    top: figures === null ? null : topOf(list, figures),
    lacking: hits.map((found) => (found === null ? null : !found.has(pattern))),
  })).sort((a, b) => b.words - a.words || (a.root < b.root ? -1 : 1));
}

function topOf(list: readonly number[], { min, max, atMs }: FigureColumn): BankRoot['top'] {
  const age = (at: number) => atMs[at]! || 0;
  let top = -1;
  for (const at of list) {
    if (min[at] !== min[at]) continue;
    const isTop =
      top === -1 ||
      age(at) > age(top) ||
      (age(at) === age(top) &&
        (min[at]! > min[top]! || (min[at] === min[top] && max[at]! > max[top]!)));
    if (isTop) top = at;
  }
  if (top === -1) return null;
  let alike = 0;
  for (const at of list) if (at !== top && max[at]! >= min[top]! && age(at) === age(top)) alike++;
  return { at: top, alike };
}
