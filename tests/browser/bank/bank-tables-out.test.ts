import { expect, test } from 'vitest';
import type { MovedRows } from '../../../components/options/bank-moves';
import type { LongOut } from '../../../components/options/long-out';
import { cellsOf } from '../../../components/options/table-out';
import { moveTable } from '../../../entrypoints/options/bank/bank-moves-text';
import { rootTable } from '../../../entrypoints/options/bank/bank-roots-text';
import type { DatedTable } from '../../../lib/analysis/bank/import-table';
import { loadCatalog } from '../../../lib/locales/catalog';
import { sampleRows } from './sample-bank';

const words = await loadCatalog('zh-CN');
const allOf = (table: LongOut) => Array.from({ length: table.length }, (_, at) => table.row(at));
const basis = { source: '搜索分析', period: '7d' };

test('roots leave with their top word, what its figure is of, and the titles that lack them', () => {
  const rows = sampleRows(20);
  const kind = rows.kinds[0]!;
  const roots = [
    { root: '防晒', words: 1204, top: { at: 4, alike: 2 }, lacking: [true, false, null] },
    { root: '=1+1', words: 7, top: null, lacking: [true, true, null] },
  ];
  const titles = [{ title: '云杉外套' }, { title: '云杉防晒衣' }, { title: null }];
  const table = allOf(rootTable({ roots, rows, kind, basis, titles }, words));
  expect(table[0]).toEqual([
    '词根',
    '带它的词',
    '其中数字最大的词',
    '搜索人气（搜索分析 · 近 7 天）',
    '分不出先后的词数',
    '缺它的标题数',
    '对照的标题数',
    '缺它的标题',
  ]);
  // A title that was not read is not among those held against the root.
  expect(cellsOf(table.slice(1))).toEqual([
    ['防晒', 1204, '冰丝防晒衣4', 40, 2, 1, 2, '云杉外套'],
    ['=1+1', 7, '', '', '', 2, 2, '云杉外套 / 云杉防晒衣'],
  ]);
  const bare = allOf(rootTable({ roots, rows, kind: null, basis: null, titles: [] }, words));
  expect(cellsOf(bare)).toEqual([
    ['词根', '带它的词'],
    ['防晒', 1204],
    ['=1+1', 7],
  ]);
});

test('words between two imports leave as shown, each column with its import', () => {
  const dated = (importId: string, date: number): DatedTable => ({
    importId,
    importedAtMs: new Date(2026, 10, date).getTime(),
    fileName: 'a.xlsx',
    basis,
    words: 2,
    kinds: ['支付转化率'],
  });
  const moved: MovedRows = {
    size: 2,
    word: (at) => ['冰丝防晒衣', '防晒衣女'][at]!,
    movement: (at) => (at === 0 ? 'rising' : 'new'),
    before: (at) => (at === 0 ? { min: 0.01, max: 0.01 } : null),
    after: () => ({ min: 0.05, max: 0.075 }),
    counts: { new: 1, rising: 1, falling: 0, gone: 0, unsure: 0, same: 0 },
  };
  const kind = { kind: '支付转化率', share: true };
  const of = { moved, earlier: dated('a', 8), later: dated('b', 15), kind };
  const table = allOf(moveTable(of, [1, 0], words, 'zh-CN'));
  expect(table[0]?.slice(0, 2)).toEqual(['关键词', '变化']);
  expect(table[0]?.[2]).toMatch(/^之前 · 支付转化率（搜索分析 · 近 7 天 · .*8.* 导入）$/);
  expect(table[0]?.[3]).toMatch(/^现在 · 支付转化率（搜索分析 · 近 7 天 · .*15.* 导入）$/);
  expect(cellsOf(table.slice(1))).toEqual([
    ['防晒衣女', '新出现', '', '5% ~ 7.5%'],
    ['冰丝防晒衣', '上升', { share: 0.01 }, '5% ~ 7.5%'],
  ]);
});
