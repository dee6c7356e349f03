import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  figureText,
  metricKeys,
  metricOf,
  withMetric,
} from '../../../components/options/figure-input';
import {
  addKeywords,
  emptyRow,
  keywordsOf,
  orderRows,
  rowProblems,
  rowsOf,
  searchRows,
} from '../../../components/options/keyword-rows';
import { withWords } from '../../../components/options/tag-words';
import { readFigure } from '../../../lib/benchmark/figure-text';
import type { Keyword, Metric } from '../../../lib/benchmark/keyword';

const week = { source: '生意参谋', kind: '搜索人气', period: '7d' };
const month = { ...week, period: '30d' };
function keyword(word: string, ...metrics: Metric[]): Keyword {
  return { word, metrics, class: null, mustHave: false, synonyms: [], atomic: false };
}
const words = (rows: readonly { keyword: Keyword }[]) => rows.map((row) => row.keyword.word);

test('figures of 7 and of 30 days never replace each other', () => {
  const both = withMetric(keyword('伞', { ...week, min: 5, max: 5 }), month, { min: 9, max: 9 });
  expect(metricOf(both, week)?.max).toBe(5);
  expect(metricOf(both, month)?.max).toBe(9);
  expect(withMetric(both, week, null).metrics).toHaveLength(1);
  expect(metricKeys([both, keyword('衣', { ...month, min: 1, max: 1 })])[0]).toEqual(month);
});

test('a figure that is shown reads as the same figure', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), fc.nat(2_000_000), (a, b) => {
      const figure = { min: Math.min(a, b), max: Math.max(a, b) };
      expect(readFigure(figureText(figure))).toEqual(figure);
    }),
  );
});

test('pasting keeps what is there, merges figures and counts what it did', () => {
  const rows = rowsOf([
    { ...keyword('防晒衣', { ...week, min: 5, max: 5 }), class: 'core', mustHave: true },
    keyword('雨衣'),
  ]);
  const done = addKeywords(rows, [
    keyword('防晒衣', { ...week, min: 7, max: 7 }),
    keyword('雨 衣'),
    keyword('皮肤衣'),
  ]);
  expect([done.added, done.updated, done.same, done.dropped]).toEqual([1, 1, 1, 0]);
  expect(words(done.rows)).toEqual(['防晒衣', '雨衣', '皮肤衣']);
  expect(done.rows[0]?.keyword).toMatchObject({ class: 'core', mustHave: true });
  expect(metricOf(done.rows[0]!.keyword, week)?.max).toBe(7);
  expect(rows[0]?.keyword.metrics[0]?.max).toBe(5);
});

test('no more than 50,000 words are taken, and the rest is counted', () => {
  const many = Array.from({ length: 50_010 }, (_, n) => keyword(`词${n}`));
  const done = addKeywords([], many);
  expect(done.rows).toHaveLength(50_000);
  expect(done.dropped).toBe(10);
});

test('repeated, long and unreadable rows are named; empty rows are not', () => {
  const [a, b, c, d, e] = rowsOf([
    keyword('防晒衣'),
    keyword('ＵＰＦ'),
    keyword('upf '),
    keyword('长'.repeat(61)),
    keyword(''),
  ]);
  const bad = { ...a!, figure: 'abc' };
  const problems = rowProblems([bad, b!, c!, d!, e!]);
  expect(problems.get(a!.key)).toBe('figure');
  expect(problems.get(b!.key)).toBeUndefined();
  expect(problems.get(c!.key)).toBe('duplicate');
  expect(problems.get(d!.key)).toBe('long');
  expect(problems.size).toBe(3);
});

test('saving trims words and leaves empty rows out', () => {
  expect(keywordsOf([...rowsOf([keyword(' 伞 ')]), emptyRow()])).toEqual([keyword('伞')]);
});

test('the search finds words and synonyms and keeps a new empty row in sight', () => {
  const rows = [
    ...rowsOf([keyword('防晒衣'), { ...keyword('皮肤衣'), synonyms: ['防晒服'], class: 'core' }]),
    emptyRow(),
  ];
  expect(words(searchRows(rows, '防晒', ''))).toEqual(['防晒衣', '皮肤衣', '']);
  expect(words(searchRows(rows, '', 'core'))).toEqual(['皮肤衣']);
  expect(searchRows(rows, '', '')).toBe(rows);
});

test('order by figure uses one metric only and puts words without it last', () => {
  const rows = rowsOf([
    keyword('小', { ...week, min: 1, max: 1 }),
    keyword('别的', { ...month, min: 999, max: 999 }),
    keyword('大', { ...week, min: 10, max: 20 }),
  ]);
  expect(words(orderRows(rows, 'figure', week))).toEqual(['大', '小', '别的']);
});

test('tags are split at the marks that operators use, none twice', () => {
  expect(withWords(['冰丝'], ' 凉感、冰丝，透气\n轻薄;', 30)).toEqual([
    '冰丝',
    '凉感',
    '透气',
    '轻薄',
  ]);
  expect(withWords([], '一二三四', 2)).toEqual(['一二']);
});
