import type { Keyword, KeywordClass, Metric } from '../../benchmark/keyword';
import { normalText } from '../../listing/title-text';

/** The classes by their number in `BankWords.classes`; 0 is none. */
export const CLASS_NUMBERS: readonly (KeywordClass | null)[] = [
  null,
  'core',
  'modifier',
  'brand',
  'longtail',
];

/** The number of a class. */
export function classNumber(of: KeywordClass | null): number {
  return CLASS_NUMBERS.indexOf(of);
}

/** What identifies a word: one width and case, no spaces, no marks between Chinese characters. */
export function wordKey(word: string): string {
  return normalText(word).replace(/\s+/g, '');
}

/** A benchmark's keywords by columns, in the operator's order; a keyword is its place in it. */
export type BankWords = {
  size: number;
  words: string[];
  /** By keyword: what it is found by, its synonyms behind it with line breaks between. */
  searched: string[];
  classes: Uint8Array<ArrayBuffer>;
  mustHave: Uint8Array<ArrayBuffer>;
  metrics: readonly (readonly Metric[])[];
};

/** Keywords by columns. */
export function bankWords(keywords: readonly Keyword[]): BankWords {
  const size = keywords.length;
  const classes = new Uint8Array(size);
  const mustHave = new Uint8Array(size);
  keywords.forEach((keyword, at) => {
    classes[at] = classNumber(keyword.class);
    mustHave[at] = keyword.mustHave ? 1 : 0;
  });
  return {
    size,
    words: keywords.map(({ word }) => word),
    searched: keywords.map(({ word, synonyms }) =>
      synonyms.length === 0 ? wordKey(word) : [word, ...synonyms].map(wordKey).join('\n'),
    ),
    classes,
    mustHave,
    metrics: keywords.map(({ metrics }) => metrics),
  };
}
