import { describe, expect, test } from 'vitest';
import { normaliseText } from '../../../lib/listing/title-text';
import { findWord, wordBorders } from '../../../lib/listing/word-border';

const stands = (word: string, title: string) => {
  const { text } = normaliseText(title);
  return findWord(text, wordBorders(text), normaliseText(word).text).length > 0;
};

describe('ASCII words and numbers match at borders only', () => {
  test.each([
    ['ink', 'pink 墨水', false],
    ['ink', '钢笔ink墨水', true],
    ['ink', 'red-ink', true],
    ['30', '130次', false],
    ['30次', '可水洗130次', false],
    ['30次', '可水洗30次', true],
    ['30', '30次', true],
    ['iPhone', 'iPhone14手机壳', false],
    ['iPhone14', '适用iPhone14手机壳', true],
    ['XL', '2XL', false],
    ['5L', '1.5L', false],
    ['1.5L', '11.5L', false],
    ['30', '30.5cm', false],
    ['36', '尺码34,35,36', true],
    ['200kg', '承重1,200kg', false],
    ['1,200kg', '承重1,200kg', true],
    ['000', '120,000', false],
    ['300', '1,200,300', false],
    ['200', '规格100,200,300', true],
    ['UPF50', 'UPF50+', true],
    ['UPF50+', 'UPF50', false],
    ['UPF50+', 'UPF50+防晒', true],
    ['C', 'C++ 入门', true],
    ['étoile', 'grande étoile', true],
    ['toile', 'grande étoile', false],
    ['防晒', '高倍防晒衣', true],
    ['T恤', '白色T恤', true],
    ['T恤', 'ABT恤', false],
  ])('%s in %s: %s', (word, title, expected) => {
    expect(stands(word, title)).toBe(expected);
  });

  test('every occurrence is found, overlapping ones too', () => {
    expect(findWord('女女女', wordBorders('女女女'), '女女')).toEqual([0, 1]);
  });
});
