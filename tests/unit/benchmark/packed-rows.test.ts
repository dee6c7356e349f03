import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Keyword } from '../../../lib/benchmark/keyword';
import { packKeywords, unpackKeywords } from '../../../lib/benchmark/packed-rows';
import { chunkKeywords, keywordsOfChunks, parseRecord } from '../../../lib/benchmark/record';

const metric = (kind: string, min: number, max = min, period = '7d') => ({
  source: '生意参谋',
  kind,
  period,
  min,
  max,
});
const keyword = (word: string, more: Partial<Keyword> = {}): Keyword => ({
  word,
  metrics: [],
  class: null,
  mustHave: false,
  synonyms: [],
  atomic: false,
  ...more,
});
const KEY = 'keyword-chunk/b1/0000';

const someKeyword = fc.record({
  word: fc.constantFrom('防晒衣', '皮肤衣 女', 'iPhone 17', '"引号"', '换\\行'),
  metrics: fc.array(
    fc
      .record({
        kind: fc.constantFrom('搜索人气', '搜索增速', '支付转化率'),
        period: fc.constantFrom('7d', '30d', ''),
        ends: fc.tuple(fc.nat(9_999_999), fc.nat(9_999_999)),
        over: fc.constantFrom(1, 100, 3),
      })
      .map(({ kind, period, ends: [a, b], over }) =>
        metric(kind, Math.min(a, b) / over, Math.max(a, b) / over, period),
      ),
    { maxLength: 20 },
  ),
  class: fc.constantFrom(null, 'core' as const, 'longtail' as const),
  mustHave: fc.boolean(),
  synonyms: fc.array(fc.constantFrom('外套', '风衣'), { maxLength: 3 }),
  atomic: fc.boolean(),
});

test('whatever keywords are packed come out as they went in, also through a store', () => {
  fc.assert(
    fc.property(fc.array(someKeyword, { maxLength: 30 }), (keywords) => {
      const packed: unknown = JSON.parse(JSON.stringify(packKeywords(keywords)));
      expect(chunkKeywords(parseRecord(KEY, packed))).toEqual(keywords);
    }),
    { numRuns: 300 },
  );
});

test('a chunk as the first version kept it still reads', () => {
  const keywords = [
    keyword('防晒衣', { metrics: [metric('搜索人气', 600, 1200)], mustHave: true }),
  ];
  expect(parseRecord(KEY, keywords)).toEqual(keywords);
  expect(chunkKeywords(keywords)).toEqual(keywords);
});

describe('what does not read as keywords is refused whole', () => {
  const good = packKeywords([keyword('防晒衣', { metrics: [metric('搜索人气', 5)] })]);
  const rows = (value: unknown) => ({ ...good, rows: JSON.stringify(value) });
  test.each([
    ['no JSON', { ...good, rows: '[["防晒衣",[]]' }],
    ['no list', rows({})],
    ['a row that is none', rows([7])],
    ['an empty row', rows([[]])],
    ['no word', rows([[7, []]])],
    ['an empty word', rows([['', []]])],
    ['a word with space around it', rows([[' 防晒衣', []]])],
    ['a long word', rows([['防'.repeat(61), []]])],
    ['no figures', rows([['防晒衣']])],
    ['figures that are text', rows([['防晒衣', [0, '5', '5']]])],
    ['half a figure', rows([['防晒衣', [0, 5]]])],
    ['a figure of no key', rows([['防晒衣', [1, 5, 5]]])],
    ['a range upside down', rows([['防晒衣', [0, 5, 4]]])],
    ['less than nothing', rows([['防晒衣', [0, -1, 4]]])],
    ['too many figures', rows([['防晒衣', Array.from({ length: 63 }, () => [0, 1, 1]).flat()]])],
    [
      'another class',
      rows([['防晒衣', [], { class: 'x', mustHave: false, synonyms: [], atomic: false }]]),
    ],
    ['half of the rest', rows([['防晒衣', [], { mustHave: true }]])],
    ['too many words', rows(Array.from({ length: 2001 }, (_, i) => [`词${i}`, []]))],
    ['keys that are none', { keys: [{ kind: '' }], rows: '[]' }],
    ['nothing at all', null],
  ])('%s', (_, value) => {
    expect(parseRecord(KEY, value)).toBeNull();
    expect(chunkKeywords(value)).toBeNull();
  });

  test('one lost chunk or word makes the whole damaged', () => {
    const chunk = packKeywords([keyword('防晒衣'), keyword('皮肤衣')]);
    expect(keywordsOfChunks({ count: 2, chunks: [chunk] }).damaged).toBe(false);
    expect(keywordsOfChunks({ count: 3, chunks: [chunk] }).damaged).toBe(true);
    expect(keywordsOfChunks({ count: 2, chunks: [null] }).damaged).toBe(true);
    expect(unpackKeywords(chunk)).toHaveLength(2);
  });
});
