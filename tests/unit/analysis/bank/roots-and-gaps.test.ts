import { describe, expect, test } from 'vitest';
import { compiledNumbers, bankRoots } from '../../../../lib/analysis/bank/bank-roots.ts';
import { bankWords } from '../../../../lib/analysis/bank/bank-words.ts';
import { figureColumn } from '../../../../lib/analysis/bank/figure-column.ts';
import { GAP_CELLS, gapMatrix, inGapView } from '../../../../lib/analysis/bank/gap-matrix.ts';
import { compileKeywords } from '../../../../lib/analysis/compiled-keywords.ts';
import { titleCoverage } from '../../../../lib/analysis/title-coverage.ts';
import type { Keyword } from '../../../../lib/benchmark/keyword.ts';

const BASIS = { source: '搜索分析', period: '7d' };
function keyword(word: string, figure?: number | [number, number]): Keyword {
  const [min, max] = typeof figure === 'number' ? [figure, figure] : (figure ?? [0, 0]);
  const metrics = figure === undefined ? [] : [{ ...BASIS, kind: '搜索人气', min, max }];
  return { word, metrics, class: null, mustHave: false, synonyms: [], atomic: false };
}

const BANK = [
  keyword('防晒衣女', 900),
  keyword('防晒衣', [600, 1200]),
  keyword('冰丝防晒衣', 50),
  keyword('冰丝'),
  keyword('…'),
  keyword('女 防晒衣'),
];

function compiled(bank: Keyword[]) {
  const all = compileKeywords(bank, (text) => [text]);
  const words = bankWords(bank);
  return { all, words, numbers: compiledNumbers(all, words.words) };
}

describe('roots', () => {
  const { all, words, numbers } = compiled(BANK);
  const figures = figureColumn(words.metrics, BASIS, '搜索人气');

  test('count each word that carries them once, those of the most words first', () => {
    const roots = bankRoots(all, numbers, figures, []);
    expect(roots.map(({ root, words: count }) => [root, count])).toEqual([
      ['防晒衣', 4],
      ['冰丝', 2],
      ['女', 2],
    ]);
  });

  test('name the word with the largest figure, and how many may be as large', () => {
    const roots = new Map(bankRoots(all, numbers, figures, []).map((one) => [one.root, one]));
    expect(roots.get('防晒衣')?.top).toEqual({ at: 0, alike: 1 });
    expect(roots.get('冰丝')?.top).toEqual({ at: 2, alike: 0 });
    expect(bankRoots(all, numbers, null, [])[0]?.top).toBeNull();
  });

  test('the top word is of the newest import that gave any figure', () => {
    const dated = figureColumn(words.metrics, BASIS, '搜索人气');
    dated.atMs.set([100, 200, 200]);
    const roots = bankRoots(all, numbers, dated, []);
    expect(roots[0]).toMatchObject({ root: '防晒衣', top: { at: 1, alike: 0 } });
  });

  test('which titles lack them, and of which it is not known', () => {
    const titles = ['屿澄防晒衣女夏季', '冰丝空调衫', null];
    const lacking = new Map(
      bankRoots(all, numbers, null, titles).map((one) => [one.root, one.lacking]),
    );
    expect(lacking.get('防晒衣')).toEqual([false, true, null]);
    expect(lacking.get('冰丝')).toEqual([true, false, null]);
  });
});

describe('the gap matrix', () => {
  const { all, words, numbers } = compiled(BANK);
  const titles = ['屿澄防晒衣女夏季', '女款轻薄冰丝空调防晒衣', '保温杯', null];
  const matrix = gapMatrix(all, numbers, titles, 3);
  const cellsOf = (word: string) =>
    matrix.map((column) => GAP_CELLS[column[words.words.indexOf(word)]!]);

  test('says of each word how each title carries it, as the coverage does', () => {
    expect(cellsOf('防晒衣女')).toEqual(['contiguous', 'scattered', 'missing', 'unread']);
    expect(cellsOf('冰丝防晒衣')).toEqual(['partial', 'near', 'missing', 'unread']);
    expect(cellsOf('…')).toEqual(['unread', 'unread', 'unread', 'unread']);
    for (const [index, title] of titles.entries()) {
      if (title === null) continue;
      const { counts, matches } = titleCoverage(all, title, { nearWindow: 3, limitUnits: 60 });
      for (const { word, tier } of matches) expect(cellsOf(word)[index]).toBe(tier);
      const found = new Set(
        words.words.filter((word) => numbers[words.words.indexOf(word)] !== -1),
      );
      const missing = [...found].filter((word) => cellsOf(word)[index] === 'missing');
      expect(missing).toHaveLength(counts.missing);
    }
  });

  const view = (cells: string[], mine: boolean[], of: 'theirs' | 'ours' | 'nobody') =>
    inGapView(
      cells.map((cell) => Uint8Array.of((GAP_CELLS as readonly string[]).indexOf(cell))),
      mine,
      0,
      of,
    );

  test.each([
    [['missing', 'contiguous'], true, false, false],
    [['partial', 'scattered'], true, false, false],
    [['near', 'missing'], false, true, false],
    [['near', 'near'], false, false, false],
    [['missing', 'partial'], false, false, true],
    [['unread', 'contiguous'], false, false, false],
    [['contiguous', 'unread'], false, false, false],
    [['missing', 'unread'], false, false, false],
  ])('mine and theirs %j: they only %s, I only %s, nobody %s', (cells, theirs, ours, nobody) => {
    const mine = [true, false];
    expect(view(cells, mine, 'theirs')).toBe(theirs);
    expect(view(cells, mine, 'ours')).toBe(ours);
    expect(view(cells, mine, 'nobody')).toBe(nobody);
  });

  test('without a title of mine there is nothing that I lack', () => {
    expect(view(['contiguous'], [false], 'theirs')).toBe(false);
  });

  test('one of my titles that carries it is enough to have it', () => {
    expect(view(['missing', 'near', 'near'], [true, true, false], 'theirs')).toBe(false);
  });
});
