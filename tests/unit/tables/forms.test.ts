import { describe, expect, test } from 'vitest';
import { makeWorkbook } from '../../fixtures/tables/make-workbook';
import {
  asText,
  OLDER,
  OWN_TRAFFIC,
  RELATED,
  SEARCH_RANK,
} from '../../fixtures/tables/export-forms';
import { gbk, utf16 } from '../../fixtures/tables/encodings';
import { readFile, readPaste, short, utf8 } from './reading';

const RANK_READ = [
  [
    '山野防晒衣',
    {
      搜索人气: [600, 1200],
      搜索增速: -0.125,
      点击率: 1.21,
      支付转化率: [0.05, 0.075],
      免费点击率: 0.982,
    },
  ],
  ['轻羽皮肤衣', { 搜索人气: [12_000, 30_000], 搜索增速: 0.03, 点击率: 0.87, 免费点击率: 0.8 }],
];
const RELATED_READ = [
  [
    '山野防晒衣 女',
    {
      搜索人气: 1234,
      点击率: 1.05,
      支付转化率: [0.05, 0.075],
      支付买家数: [60, 90],
      需求供给比: 1.35,
      天猫商品点击占比: 0.453,
    },
  ],
  [
    '轻羽皮肤衣',
    {
      搜索人气: [600, 1200],
      支付转化率: [0, 0.025],
      支付买家数: [0, 5],
      需求供给比: 0.8,
      天猫商品点击占比: 0.6,
    },
  ],
];

describe('every export form reads by itself', () => {
  test.each([
    ['市场-搜索排行', SEARCH_RANK, 'search-rank', RANK_READ],
    ['搜索分析-相关搜索词', RELATED, 'related', RELATED_READ],
    [
      'the older export',
      OLDER,
      'older',
      [
        [
          '山野防晒衣',
          {
            搜索人气: 12_345,
            搜索热度: 23_456,
            点击人气: 9876,
            点击热度: 19_876,
            点击率: 1.025,
            支付转化率: 0.0325,
            交易指数: 45_678,
            在线商品数: 8765,
            天猫商品点击占比: 0.551,
            直通车参考价: 1.86,
          },
        ],
      ],
    ],
  ])('%s', (_, rows, source, expected) => {
    const read = readPaste(asText(rows));
    expect(read.fault).toBeNull();
    expect(read.bad).toEqual([]);
    expect(read.view?.mapping.source).toBe(source);
    expect(short(read)).toEqual(expected);
  });

  test('流量-引流搜索关键词: each row is of its own day', () => {
    const read = readPaste(asText(OWN_TRAFFIC));
    expect(read.view?.mapping.source).toBe('own-traffic');
    expect(read.bad).toEqual([]);
    const visitors = read.keywords.map(({ word, metrics }) => [
      word,
      metrics
        .filter((metric) => metric.kind === '访客数')
        .map(({ period, min, source }) => [period, min, source]),
    ]);
    expect(visitors).toEqual([
      [
        '山野防晒衣',
        [
          ['2026-11-20', 1204, '生意参谋本店'],
          ['2026-11-21', 1310, '生意参谋本店'],
        ],
      ],
      ['轻羽皮肤衣', [['2026-11-21', 402, '生意参谋本店']]],
    ]);
    expect(short(read)[1]).toEqual(['轻羽皮肤衣', { 访客数: 402, 支付转化率: 0 }]);
  });

  test('words alone, without a heading', () => {
    expect(short(readPaste('山野防晒衣\n\n轻羽皮肤衣\n'))).toEqual([
      ['山野防晒衣', {}],
      ['轻羽皮肤衣', {}],
    ]);
  });

  test('any table with a column of words', () => {
    const read = readPaste('备注\t关键词\t我的出价\nx\t山野防晒衣\t3\n');
    expect(read.view?.mapping.source).toBe('other');
    expect(short(read)).toEqual([['山野防晒衣', {}]]);
  });
});

const CSV = asText(RELATED, ',');
describe('the same rows from every container', () => {
  test.each([
    ['CSV, UTF-8', () => utf8(CSV)],
    ['CSV, UTF-8 with a mark', () => utf8(`\uFEFF${CSV}`)],
    ['CSV, GBK', () => gbk(CSV)],
    ['CSV, UTF-16 little end first', () => utf16(CSV, false, true)],
    ['CSV, UTF-16 big end first', () => utf16(CSV, true, true)],
    ['CSV, UTF-16 without a mark', () => utf16(CSV, false, false)],
    ['CSV between semicolons', () => utf8(asText(RELATED, ';'))],
    ['CSV that names its delimiter', () => utf8(`sep=;\r\n${asText(RELATED, ';')}`)],
    ['TSV', () => utf8(asText(RELATED))],
    ['TSV of a Mac', () => utf8(asText(RELATED).replaceAll('\r\n', '\r'))],
    ['XLSX of texts', () => makeWorkbook({ rows: RELATED })],
    [
      'XLSX of numbers',
      () =>
        makeWorkbook({
          rows: [
            RELATED[0]!,
            ['山野防晒衣 女', 1234, 1.05, '5% ~ 7.5%', '60 ~ 90', 1.35, { share: 0.453 }],
            ['轻羽皮肤衣', '600 ~ 1200', null, '0% ~ 2.5%', '0 ~ 5', 0.8, { share: 0.6 }],
          ],
        }),
    ],
    [
      'XLSX, the table on the second sheet and not at its top',
      () =>
        makeWorkbook(
          { name: '说明', rows: [['标尺'], ['没有表']] },
          {
            name: '相关搜索词',
            rows: [['搜索分析'], [], ['统计周期', '2026-11-15~2026-11-21'], ...RELATED],
          },
        ),
    ],
  ])('%s', async (_, make) => {
    const read = await readFile(make());
    expect(read.fault).toBeNull();
    expect(read.bad).toEqual([]);
    expect(short(read)).toEqual(RELATED_READ);
  });

  test('a sheet that is hidden is not read', async () => {
    const hidden = {
      name: '旧',
      rows: [
        ['搜索词', '搜索人气'],
        ['旧词', 5],
      ],
      state: 'hidden',
    };
    const read = await readFile(makeWorkbook(hidden, { rows: RELATED }));
    expect(short(read)).toEqual(RELATED_READ);
  });
});

describe('the period', () => {
  test.each([
    ['统计周期：2026-11-15 ~ 2026-11-21', '2026-11-15~2026-11-21'],
    ['统计时间:2026/11/1至2026/11/30', '2026-11-01~2026-11-30'],
    ['统计日期：2026年11月21日', '2026-11-21'],
    ['最近30天', '30d'],
    ['近 7 天', '7d'],
    ['下载于 2026-11-22', null],
    ['2026-02-30 ~ 2026-03-02', null],
    ['2026-11-21 ~ 2026-11-15', null],
    ['标题', null],
  ])('%s above the headings', (line, period) => {
    expect(readPaste(`${line}\n${asText(RELATED)}`).view?.mapping.period).toBe(period);
  });

  test.each([
    ['搜索排行-2026-11-15_2026-11-21.xlsx', '2026-11-15~2026-11-21'],
    ['搜索排行20261115-20261121.csv', '2026-11-15~2026-11-21'],
    ['相关搜索词-近7天.csv', '7d'],
    ['相关搜索词-2026-11-22.csv', null],
  ])('%s as the name of the file', async (name, period) => {
    expect((await readFile(utf8(CSV), name)).view?.mapping.period).toBe(period);
  });
});
