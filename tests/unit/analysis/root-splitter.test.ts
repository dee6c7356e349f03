import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankSplitter, MAX_ROOTS, SINGLE_ROOTS } from '../../../lib/analysis/root-splitter';
import { TrieBuilder } from '../../../lib/analysis/trie';
import { normaliseText } from '../../../lib/listing/title-text';

/** What the engine's segmenter is taken to say of these, else single characters. */
const KNOWN = new Map([
  ['蓝牙耳机', ['蓝牙', '耳机']],
  ['透气冰丝', ['透', '气', '冰', '丝']],
  ['户外徒步背包', ['户外', '徒', '步', '背包']],
]);
const segment = (text: string) => KNOWN.get(text) ?? Array.from(text);

function split(keyword: string, bank: string[], atomic: string[] = []): string[] {
  const builder = new TrieBuilder();
  for (const word of [...SINGLE_ROOTS, keyword, ...bank, ...atomic]) builder.add(word);
  const roots = bankSplitter(builder.finish(), new Set(atomic), segment)(keyword);
  return roots.map(({ from, to }) => keyword.slice(from, to));
}

describe('the bank’s own words come first', () => {
  test.each([
    ['a word in two', '防晒衣女', ['防晒衣', '女'], ['防晒衣', '女']],
    ['audience words need no bank', '防晒衣女', ['防晒衣'], ['防晒衣', '女']],
    [
      'a word within is split in turn',
      '儿童书包女',
      ['儿童书包', '儿童', '书包'],
      ['儿童', '书包', '女'],
    ],
    [
      'a word within stays whole where it can’t be covered',
      '夏季防晒衣',
      ['防晒衣', '防晒', '夏季'],
      ['夏季', '防晒衣'],
    ],
    ['fewest words', '冰丝防晒衣', ['冰丝', '防晒', '防晒衣', '丝防'], ['冰丝', '防晒衣']],
    ['never by itself', '防晒', ['防晒'], ['防晒']],
    ['two characters together rather than one taken out', '女款防晒', ['防晒'], ['女款', '防晒']],
    [
      'ASCII words whole, blanks between',
      'air max 90运动鞋',
      ['运动鞋'],
      ['air', 'max', '90', '运动鞋'],
    ],
    ['marks within stay', 'usb-c数据线', ['数据线'], ['usb-c', '数据线']],
    [
      'no word of the bank within an ASCII word',
      'iphone14手机壳',
      ['phone', '手机壳'],
      ['iphone14', '手机壳'],
    ],
    ['mixed words of the bank', '白色t恤', ['t恤', '白色'], ['白色', 't恤']],
  ])('%s', (_, keyword, bank, roots) => {
    expect(split(keyword, bank)).toEqual(roots);
  });
});

describe('the rest goes to the segmenter', () => {
  test('where no word of the bank helps', () => {
    expect(split('蓝牙耳机', [])).toEqual(['蓝牙', '耳机']);
  });
  test('what it does not know stays together', () => {
    expect(split('透气冰丝外套', ['外套'])).toEqual(['透气冰丝', '外套']);
    expect(split('户外徒步背包', [])).toEqual(['户外', '徒步', '背包']);
  });
  test('words of up to three characters stay whole', () => {
    expect(split('防晒衣', ['防晒'])).toEqual(['防晒衣']);
    expect(split('男女款', [])).toEqual(['男女款']);
    expect(split('a b', [])).toEqual(['a', 'b']);
  });
});

test('an atomic word is never split, alone or within', () => {
  expect(split('三只松鼠', ['三只', '松鼠'], ['三只松鼠'])).toEqual(['三只松鼠']);
  expect(split('三只松鼠坚果', ['三只', '松鼠', '坚果'], ['三只松鼠'])).toEqual([
    '三只松鼠',
    '坚果',
  ]);
  expect(split('air max跑鞋', ['跑鞋'], ['air max'])).toEqual(['air max', '跑鞋']);
});

test('at most so many roots, nothing lost, only blanks between', () => {
  const part = fc.constantFrom('防晒', '衣', '女', 'a', '5', ' ', '冰丝', '透气', '夏', '+', '.');
  const word = fc
    .array(part, { minLength: 1, maxLength: 24 })
    .map((parts) => normaliseText(parts.join('')).text)
    .filter((text) => text !== '');
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 5 }), (keyword, bank) => {
      const roots = split(keyword, bank);
      expect(roots.length).toBeLessThanOrEqual(MAX_ROOTS);
      expect(roots.join('').replaceAll(' ', '')).toBe(keyword.replaceAll(' ', ''));
      expect(roots).not.toContain('');
    }),
    { numRuns: 500 },
  );
});
