import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileKeywords } from '../../../lib/analysis/compiled-keywords';
import { findHits } from '../../../lib/analysis/match-tiers';
import { repeatedWords } from '../../../lib/analysis/repeated-words';
import { normaliseText } from '../../../lib/listing/title-text';
import { keyword } from './keyword';

const compiled = compileKeywords([keyword('防晒衣女'), keyword('冰丝')]);

function repeatedIn(title: string) {
  const normal = normaliseText(title);
  return repeatedWords(compiled, title, normal, findHits(compiled, normal.text));
}

test.each([
  ['a word of letters and digits', 'UPF50+ 防晒 upf50 薄款', [['UPF50', 2]]],
  ['a keyword and what it consists of', '防晒衣女 冰丝 防晒衣女', [['防晒衣女', 2]]],
  ['one letter, one digit', 'A款 a款 5件 5件', []],
  ['letters with marks', 'café 杯 CAFÉ 壶', [['café', 2]]],
  ['letters of other scripts', 'Тест 杯 Тест', []],
])('%s', (_, title, expected) => {
  expect(repeatedIn(title).map(({ word, count }) => [word, count])).toEqual(expected);
});

test('words of letters and digits are those of one pattern', () => {
  const piece = fc.constantFrom(
    'ab',
    'é',
    '5',
    '50',
    ' ',
    '防',
    '𐄇',
    'я',
    'ⅷ',
    'ß',
    '.',
    '😊',
    'cd',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
      (title) => {
        const counts = new Map<string, number>();
        for (const [word] of normaliseText(title).text.matchAll(/[\p{Script=Latin}\p{N}]{2,}/gu))
          counts.set(word, (counts.get(word) ?? 0) + 1);
        const named = new Map(
          repeatedIn(title).map(({ word, count }) => [normaliseText(word).text, count]),
        );
        const many = [...counts].filter(([, count]) => count > 1);
        // One that repeats only inside a longer one is not named again: here they never lie in another.
        expect(named).toEqual(new Map(many));
      },
    ),
    { numRuns: 1000 },
  );
});
