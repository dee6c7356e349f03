import { describe, expect, test } from 'vitest';
import type { MetricUnit } from '../../../lib/transfer/tables/column-names';
import { tableFigure } from '../../../lib/transfer/tables/table-figure';
import type { Cell } from '../../../lib/transfer/tables/grid';
import { makeWorkbook } from '../../fixtures/tables/make-workbook';
import { readFile, readPaste, short, utf8 } from './reading';

describe('a figure', () => {
  test.each<[Cell, MetricUnit, unknown]>([
    ['600 ~ 1200', 'count', { min: 600, max: 1200 }],
    ['1.2万', 'count', { min: 12_000, max: 12_000 }],
    ['3亿', 'count', { min: 3e8, max: 3e8 }],
    ['1,234', 'count', { min: 1234, max: 1234 }],
    [1234.5, 'count', { min: 1234.5, max: 1234.5 }],
    ['-', 'count', 'none'],
    ['--', 'share', 'none'],
    ['', 'count', 'none'],
    [null, 'share', 'none'],
    ['5% ~ 7.5%', 'share', { min: 0.05, max: 0.075 }],
    ['5%~7.5%', 'share', { min: 0.05, max: 0.075 }],
    ['7.3％', 'share', { min: 0.073, max: 0.073 }],
    ['0.00%', 'share', { min: 0, max: 0 }],
    [{ share: 0.057 }, 'share', { min: 0.057, max: 0.057 }],
    ['7.3', 'percent', { min: 0.073, max: 0.073 }],
    ['0.5', 'share', { min: 0.5, max: 0.5 }],
    ['7.5', 'share', 'unit'],
    ['5 ~ 7.5%', 'share', 'figure'],
    ['5% ~ 7.5', 'share', 'figure'],
    ['%5', 'share', 'figure'],
    ['%', 'share', 'figure'],
    ['5%%', 'share', 'figure'],
    ['7.5% ~ 5%', 'share', 'figure'],
    ['12%', 'count', 'unit'],
    [{ share: 0.1 }, 'count', 'unit'],
    ['1-3万', 'count', 'figure'],
    ['1万+', 'count', 'figure'],
    ['<5', 'count', 'figure'],
    ['-3', 'count', 'figure'],
    [-3, 'count', 'figure'],
    ['1.2.3', 'count', 'figure'],
    ['1,23', 'count', 'figure'],
    ['１２００', 'count', { min: 1200, max: 1200 }],
    ['#N/A', 'count', 'figure'],
    ['7.12E+11', 'count', 'figure'],
    [{ date: '2026-11-21' }, 'count', 'figure'],
    [{ not: 'formula' }, 'count', 'formula'],
    [{ not: 'error' }, 'share', 'error'],
  ])('%j as %s', (cell, unit, expected) => {
    expect(tableFigure(cell, unit, '支付转化率')).toEqual(expected);
  });

  test.each<[Cell, MetricUnit, unknown]>([
    ['-12.5%', 'share', { min: -0.125, max: -0.125 }],
    ['−12 %', 'share', { min: -0.12, max: -0.12 }],
    ['↓5.7%', 'share', { min: -0.057, max: -0.057 }],
    ['+3%', 'share', { min: 0.03, max: 0.03 }],
    ['↑1,203%', 'share', { min: 12.03, max: 12.03 }],
    ['-0%', 'share', { min: 0, max: 0 }],
    ['持平', 'share', { min: 0, max: 0 }],
    ['-5% ~ 3%', 'share', { min: -0.05, max: 0.03 }],
    ['-5% ~ -10%', 'share', 'figure'],
    ['-5 ~ 3%', 'share', 'figure'],
    ['-', 'share', 'none'],
    [{ share: -0.057 }, 'share', { min: -0.057, max: -0.057 }],
    ['-12.5', 'percent', { min: -0.125, max: -0.125 }],
    [-12.5, 'percent', { min: -0.125, max: -0.125 }],
    ['0.5', 'share', 'unit'],
    [0.5, 'share', 'unit'],
    [-0.5, 'share', 'unit'],
    ['--5%', 'share', 'figure'],
    ['新词', 'share', 'figure'],
  ])('%j as growth in %s', (cell, unit, expected) => {
    expect(tableFigure(cell, unit, '搜索增速')).toEqual(expected);
  });

  test('only growth is below nothing', () => {
    expect(tableFigure({ share: -0.1 }, 'share', '支付转化率')).toBe('unit');
    expect(tableFigure('-10%', 'share', '支付转化率')).toBe('figure');
  });

  test('clicks per search may be more than one', () => {
    expect(tableFigure('1.21', 'share', '点击率')).toEqual({ min: 1.21, max: 1.21 });
    expect(tableFigure(1.21, 'share', '免费点击率')).toEqual({ min: 1.21, max: 1.21 });
  });
});

/** What is told of each bad row: line, reason, column, text. */
const told = (read: { bad: { line: number; why: string; column: string; text: string }[] }) =>
  read.bad.map(({ line, why, column, text }) => [line, why, column, text]);

describe('a row that does not read', () => {
  const HEAD = '搜索词\t搜索人气\t支付转化率\t商品ID';
  test.each([
    ['a figure', '防晒衣\t很多\t5%\t', [2, 'figure', '搜索人气', '很多']],
    ['a range upside down', '防晒衣\t9 ~ 5\t5%\t', [2, 'figure', '搜索人气', '9 ~ 5']],
    ['per cent of people', '防晒衣\t5%\t5%\t', [2, 'unit', '搜索人气', '5%']],
    ['a share above one', '防晒衣\t5\t5\t', [2, 'unit', '支付转化率', '5']],
    [
      'an id that a spreadsheet rounded',
      '防晒衣\t5\t5%\t7.12E+11',
      [2, 'item-id', '商品ID', '7.12E+11'],
    ],
    ['no word', '\t5\t5%\t', [2, 'no-word', '搜索词', '']],
    ['marks for a word', '···\t5\t5%\t', [2, 'no-word', '搜索词', '···']],
    ['a long word', `${'防'.repeat(61)}\t5\t5%\t`, [2, 'long', '搜索词', '防'.repeat(61)]],
    ['lost letters', '防\uFFFD衣\t5\t5%\t', [2, 'damaged-word', '搜索词', '防\uFFFD衣']],
    ['a line of sums', '合计\t5\t5%\t', [2, 'total', '搜索词', '合计']],
    ['more cells than headings', '防晒衣\t1\t2%\t\t7', [2, 'more-cells', '', '7']],
  ])('%s', (_, row, expected) => {
    const read = readPaste(`${HEAD}\n${row}\n皮肤衣\t7\t1%\t712345678901`);
    expect(told(read)).toEqual([expected]);
    expect(short(read)).toEqual([['皮肤衣', { 搜索人气: 7, 支付转化率: 0.01 }]]);
  });

  test('a day that is none', () => {
    const read = readPaste(
      '统计日期\t搜索词\t访客数\n2026-13-01\t防晒衣\t5\n2026-11-01\t防晒衣\t6',
    );
    expect(told(read)).toEqual([[2, 'day', '统计日期', '2026-13-01']]);
    expect(read.keywords[0]?.metrics).toEqual([
      { source: '其他表格', kind: '访客数', period: '2026-11-01', min: 6, max: 6 },
    ]);
  });

  test('a thousands comma that split a cell is never a wrong number', async () => {
    const read = await readFile(utf8('搜索词,搜索人气\n防晒衣,1,200\n皮肤衣,"1,300"'));
    expect(told(read)).toEqual([[2, 'more-cells', '', '200']]);
    expect(short(read)).toEqual([['皮肤衣', { 搜索人气: 1300 }]]);
  });

  test('formulas, errors and dates of a workbook', async () => {
    const formula = { xml: '<c r="REF"><f>1+1</f><v>2</v></c>' };
    const read = await readFile(
      makeWorkbook({
        rows: [
          ['搜索词', '搜索人气', '商品ID'],
          ['防晒衣', formula],
          ['皮肤衣', { xml: '<c r="REF" t="e"><v>#N/A</v></c>' }],
          [{ date: 46_347 }, 5],
          [formula, 5],
          ['外套', 5, 7.12e21],
          ['薄外套', 6, 712_345_678_901],
        ],
      }),
    );
    expect(told(read)).toEqual([
      [2, 'formula', '搜索人气', ''],
      [3, 'error', '搜索人气', ''],
      [4, 'damaged-word', '搜索词', '2026-11-21'],
      [5, 'formula', '搜索词', ''],
      [6, 'item-id', '商品ID', '7.12e+21'],
    ]);
    expect(short(read)).toEqual([['薄外套', { 搜索人气: 6 }]]);
  });
});

test('a share that can only be in per cent makes every plain number beside it doubtful', () => {
  const read = readPaste(
    '搜索词\t支付转化率\t点击率\n防晒衣\t0.5\t1.21\n皮肤衣\t7.5\t2\n外套\t0.5%\t0.9',
  );
  expect(told(read)).toEqual([
    [2, 'unit', '支付转化率', '0.5'],
    [3, 'unit', '支付转化率', '7.5'],
  ]);
  expect(short(read)).toEqual([['外套', { 支付转化率: 0.005, 点击率: 0.9 }]]);
  const clicks = readPaste('搜索词\t点击率\n防晒衣\t87.5\n皮肤衣\t0.8');
  expect(told(clicks).map(([line, why]) => [line, why])).toEqual([
    [2, 'unit'],
    [3, 'unit'],
  ]);
});

describe('the same word twice', () => {
  test('with the same figures is one word', () => {
    const read = readPaste('搜索词\t搜索人气\n防晒衣\t5\n防晒 衣\t5\n防晒衣\t-');
    expect(short(read)).toEqual([['防晒衣', { 搜索人气: 5 }]]);
    expect([read.same, read.bad]).toEqual([2, []]);
  });

  test('with other figures is believed in none of its rows', () => {
    const read = readPaste('搜索词\t搜索人气\n防晒衣\t5\n皮肤衣\t7\n防晒衣\t6');
    expect(told(read)).toEqual([
      [2, 'contradicts', '', '防晒衣'],
      [4, 'contradicts', '', '防晒衣'],
    ]);
    expect(short(read)).toEqual([['皮肤衣', { 搜索人气: 7 }]]);
  });
});

describe('headings', () => {
  test.each([
    ['an older name', '关键词\t商城点击占比\n防晒衣\t45%', { 天猫商品点击占比: 0.45 }],
    ['with its unit', '搜索词\t支付金额(元)\n防晒衣\t45', { 支付金额: 45 }],
    ['shares in per cent', '搜索词\t支付转化率(%)\n防晒衣\t4.5', { 支付转化率: 0.045 }],
    ['full width, spaces', '搜 索 词\tＵＶ价值\n防晒衣\t4.5', { UV价值: 4.5 }],
    ['the same twice: the first', '搜索词\t搜索人气\t搜索人气\n防晒衣\t5\t10%', { 搜索人气: 5 }],
    [
      'a change is of the figure left of it',
      '搜索词\t搜索人气\t环比\t同比\t支付转化率\t环比\n防晒衣\t5\t-3%\t9%\t2%\t↓1%',
      {
        搜索人气: 5,
        搜索人气环比: -0.03,
        搜索人气同比: 0.09,
        支付转化率: 0.02,
        支付转化率环比: -0.01,
      },
    ],
    ['a change of nothing that is known', '搜索词\t环比\n防晒衣\t5%', {}],
    ['growth in per cent', '搜索词\t搜索增速(%)\n防晒衣\t-12.5', { 搜索增速: -0.125 }],
  ])('%s', (_, text, expected) => {
    expect(short(readPaste(text))).toEqual([['防晒衣', expected]]);
  });

  test('pages copied one below the other repeat theirs', () => {
    const page = (word: string) => `排名\t搜索词\t搜索人气\n1\t${word}\t5`;
    const read = readPaste(`${page('防晒衣')}\n${page('皮肤衣')}`);
    expect(read.bad).toEqual([]);
    expect(read.keywords.map((keyword) => [keyword.word, keyword.line])).toEqual([
      ['防晒衣', 2],
      ['皮肤衣', 4],
    ]);
  });

  test('a quote between tabs belongs to the text', () => {
    expect(
      readPaste('搜索词\t搜索人气\n"12寸"平板\t5\n"防晒 衣"\t6').keywords.map((k) => k.word),
    ).toEqual(['"12寸"平板', '防晒 衣']);
  });

  test('lines are those of the file, though a cell goes over two', async () => {
    const read = await readFile(utf8('搜索词,备注,搜索人气\n防晒衣,"a\nb",5\n皮肤衣,c,x'));
    expect(told(read)).toEqual([[4, 'figure', '搜索人气', 'x']]);
  });

  test('text that a spreadsheet was to leave alone', async () => {
    const read = await readFile(utf8('搜索词,商品ID\n防晒衣,="712345678901"'));
    expect(read.bad).toEqual([]);
  });
});
