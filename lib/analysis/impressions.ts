import type { SellingPoint } from '../benchmark/benchmark';
import type { Impression } from '../listing/snapshot';
import { normaliseText } from '../listing/title-text';
import { findWord, wordBorders } from '../listing/word-border';

/**
 * Review impressions that no selling point speaks of: none whose name, phrase or synonym stands in
 * the impression's word, or the other way round. In the page's order.
 */
export function uncoveredImpressions(
  impressions: readonly Impression[],
  points: readonly SellingPoint[],
): Impression[] {
  const spoken = points
    .flatMap((point) => [point.name, ...point.phrases, ...point.synonyms])
    .map(prepared)
    .filter((words) => words.text !== '');
  return impressions.filter((impression) => {
    const word = prepared(impression.word);
    if (word.text === '') return false;
    return !spoken.some((other) => stands(other, word) || stands(word, other));
  });
}

type Prepared = { text: string; borders: Uint8Array };

function prepared(raw: string): Prepared {
  const { text } = normaliseText(raw);
  return { text, borders: wordBorders(text) };
}

const stands = (word: Prepared, inside: Prepared) =>
  findWord(inside.text, inside.borders, word.text).length > 0;
