import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigure } from '../../../lib/benchmark/figure-text';
import { keywordSchema } from '../../../lib/benchmark/keyword';
import { readKeywordPaste } from '../../../lib/benchmark/keyword-paste';

const metric = { kind: '搜索人气', source: '生意参谋', period: '7d' };
const read = (text: string) => readKeywordPaste(text, metric);
/** A line as word and figure. */
const short = (text: string) =>
  read(text).keywords.map(({ word, metrics: [one] }) =>
    one === undefined ? [word] : one.min === one.max ? [word, one.min] : [word, one.min, one.max],
  );

describe('a figure', () => {
  test.each([
    ['1200', { min: 1200, max: 1200 }],
    ['1,200', { min: 1200, max: 1200 }],
    ['1，234，567', { min: 1_234_567, max: 1_234_567 }],
    ['1.21', { min: 1.21, max: 1.21 }],
    ['1.2万', { min: 12_000, max: 12_000 }],
    ['4.35万', { min: 43_500, max: 43_500 }],
    ['3 亿', { min: 300_000_000, max: 300_000_000 }],
    ['600 ~ 1200', { min: 600, max: 1200 }],
    ['600～1,200', { min: 600, max: 1200 }],
    ['1万-3万', { min: 10_000, max: 30_000 }],
    ['8000 至 1.2万', 'bad'],
    ['1-3万', 'bad'],
    ['0', { min: 0, max: 0 }],
    ['-', 'none'],
    ['—', 'none'],
    ['', 'none'],
    ['N/A', 'none'],
    ['1200 ~ 600', 'bad'],
    ['1,2000', 'bad'],
    ['5%', 'bad'],
    ['3万+', 'bad'],
    ['-5', 'bad'],
    ['1e5', 'bad'],
    ['Infinity', 'bad'],
    ['NaN', 'bad'],
  ])('%j', (text, expected) => {
    expect(readFigure(text)).toEqual(expected);
  });
});

describe('lines', () => {
  test.each([
    ['a word', '防晒衣女', [['防晒衣女']]],
    ['word⇥figure', '防晒衣女\t12,000', [['防晒衣女', 12_000]]],
    ['word⇥range', '冰丝防晒衣\t600 ~ 1200', [['冰丝防晒衣', 600, 1200]]],
    ['further columns', '防晒衣\t1200\t1.21\t5% ~ 7.5%', [['防晒衣', 1200]]],
    ['a rank column', '1\t防晒衣\t1200\n2\t外套\t-', [['防晒衣', 1200], ['外套']]],
    ['a word that is a number', '2026\t1200', [['2026', 1200]]],
    ['column names', '排名\t搜索词\t搜索人气\n1\t防晒衣\t1200', [['防晒衣', 1200]]],
    ['column names without rank', '相关搜索词\t搜索人气\n防晒衣\t1200', [['防晒衣', 1200]]],
    ['blanks between', '防晒衣   600 ~ 1200', [['防晒衣', 600, 1200]]],
    ['an ideographic blank between', '防晒衣　1.2万', [['防晒衣', 12_000]]],
    [
      'a comma between',
      '防晒衣,1,200\n外套，300',
      [
        ['防晒衣', 1200],
        ['外套', 300],
      ],
    ],
    ['one blank is part of the word', 'air max 90', [['air max 90']]],
    ['a comma that no figure follows', '防晒衣,女', [['防晒衣,女']]],
    ['no figure', '防晒衣\t-\n外套\t', [['防晒衣'], ['外套']]],
    ['quoted cells', '"防晒衣"\t"1,200"', [['防晒衣', 1200]]],
    [
      'blank lines and every line end',
      '\n防晒衣\r\n\r\n外套\r女装\n \t \n',
      [['防晒衣'], ['外套'], ['女装']],
    ],
    ['unseen characters', '\uFEFF防晒衣\u200B\t1200', [['防晒衣', 1200]]],
    ['names of a prototype', '__proto__\nconstructor\t5', [['__proto__'], ['constructor', 5]]],
  ])('%s', (_, text, expected) => {
    expect(short(text)).toEqual(expected);
    expect(read(text).errors).toEqual([]);
  });

  test('a figure is of the metric that was asked for', () => {
    expect(read('防晒衣\t600 ~ 1200').keywords[0]).toEqual({
      word: '防晒衣',
      metrics: [{ ...metric, min: 600, max: 1200 }],
      class: null,
      mustHave: false,
      synonyms: [],
      atomic: false,
    });
  });
});

test('faulty lines are told by number and cost no other line', () => {
  const long = '防'.repeat(61);
  const text = ['防晒衣\t1200', '外套\t很多', '', long, '···', '\t500', '女装'].join('\n');
  const answer = read(text);
  expect(answer.keywords.map((one) => one.word)).toEqual(['防晒衣', '女装']);
  expect(answer.errors).toEqual([
    { line: 2, text: '外套\t很多', why: 'figure' },
    { line: 4, text: long, why: 'long' },
    { line: 5, text: '···', why: 'no-word' },
    { line: 6, text: '\t500', why: 'no-word' },
  ]);
});

test('the same word twice is one word whose figure spans both, and is told', () => {
  const answer = read('防晒衣\t1200\n外套\n防晒 衣\t800\nＡ字裙\na字裙\t5');
  expect(answer.duplicates).toEqual([
    { line: 3, word: '防晒 衣', firstLine: 1 },
    { line: 5, word: 'a字裙', firstLine: 4 },
  ]);
  expect(
    answer.keywords.map(({ word, metrics }) => [word, metrics[0]?.min, metrics[0]?.max]),
  ).toEqual([
    ['防晒衣', 800, 1200],
    ['外套', undefined, undefined],
    ['Ａ字裙', 5, 5],
  ]);
});

test('whatever is pasted, every word can be stored and every line is accounted for', () => {
  const cell = fc.oneof(
    fc.constantFrom('防晒衣', '1200', '600 ~ 1200', '-', ' ', '排名', '搜索词', '"', ',', '3万'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const line = fc.array(cell, { maxLength: 4 }).map((cells) => cells.join('\t'));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      const answer = read(text);
      const full = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((one) => one.trim() !== '');
      const headers = full.filter((one) => one.includes('搜索词')).length;
      const told = answer.keywords.length + answer.duplicates.length + answer.errors.length;
      expect(told).toBeLessThanOrEqual(full.length);
      expect(told).toBeGreaterThanOrEqual(full.length - headers);
      for (const keyword of answer.keywords)
        expect(keywordSchema.safeParse(keyword).success).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('reads fifty thousand lines at once', () => {
  const lines = Array.from({ length: 50_000 }, (_, i) => `词${i}\t${i}`);
  const answer = read(lines.join('\n'));
  expect(answer.keywords).toHaveLength(50_000);
  expect(answer.errors).toEqual([]);
});
