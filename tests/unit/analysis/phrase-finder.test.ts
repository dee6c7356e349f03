import { expect, test } from 'vitest';
import type { ListingText } from '../../../lib/analysis/listing-texts';
import { findPhrases } from '../../../lib/analysis/phrase-finder';

const texts: ListingText[] = [
  { place: 'title', index: null, text: '户外防水透气外套', nameEnd: null },
];
/** What stands in the text where a phrase was found. */
const found = (phrases: string[]) =>
  findPhrases(phrases, texts).map(({ text, from, to }) => text.text.slice(from, to));

test('other phrases of the same characters are other phrases, whatever was asked before', () => {
  expect(found(['防水', '透气'])).toEqual(['防水', '透气']);
  expect(found(['防', '水透气'])).toEqual(['防', '水透气']);
  expect(found(['防水透', '气'])).toEqual(['防水透', '气']);
  expect(found(['透气', '防水'])).toEqual(['防水', '透气']);
  // Asked again after more than are remembered.
  for (let n = 0; n < 10; n++) expect(found([`${n}`])).toEqual([]);
  expect(found(['防水', '透气'])).toEqual(['防水', '透气']);
});
