import { bankSplitter, intlSegmenter, SINGLE_ROOTS } from '../../lib/analysis/root-splitter';
import { TrieBuilder } from '../../lib/analysis/trie';
import type { Keyword } from '../../lib/benchmark/keyword';
import { normaliseText } from '../../lib/listing/title-text';

/** A keyword with its roots, made ready so that a loop is timed for the loop alone. */
export type Prepared = { text: string; roots: string[] };

export function prepare(keywords: readonly Keyword[]): Prepared[] {
  const builder = new TrieBuilder();
  const texts = keywords.map(({ word }) => normaliseText(word).text);
  for (const word of [...SINGLE_ROOTS, ...texts]) builder.add(word);
  const split = bankSplitter(builder.finish(), new Set(), intlSegmenter());
  return texts.map((text) => {
    return { text, roots: split(text).map(({ from, to }) => text.slice(from, to)) };
  });
}

/** What anybody would write first: every word and root looked for by itself; no spans, no lists. */
export function naiveLoop(words: readonly Prepared[], title: string): number {
  const { text } = normaliseText(title);
  let covered = 0;
  for (const word of words) {
    if (text.includes(word.text)) covered += 4;
    else if (word.roots.every((root) => text.includes(root))) covered += 2;
    else if (word.roots.some((root) => text.includes(root))) covered += 1;
  }
  return covered;
}

/** Every place of every word, overlapping ones too: what a matcher has to find. */
export function indexOfMatches(words: readonly string[], text: string): string[] {
  const found: string[] = [];
  for (const word of new Set(words))
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
      found.push(`${at} ${word}`);
  return found.toSorted();
}

/** The `includes` loop over a text: presence only. */
export function includesLoop(words: readonly string[], text: string): number {
  let found = 0;
  for (const word of words) if (text.includes(word)) found++;
  return found;
}
