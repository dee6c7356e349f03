import { expect, test } from 'vitest';
import { moneyCell } from '../../../components/options/out-cells';
import { tableOut } from '../../../components/options/table-out';
import { watchTable } from '../../../components/options/watch-copy';
import { facts, UNREAD } from '../../browser/options/facts';
import { loadCatalog } from '../../../lib/locales/catalog';

test('only an exact price is a figure; a range, 起 and what was not read are none', () => {
  expect(moneyCell({ minFen: 13_900, maxFen: 13_900 }, '起')).toEqual({
    text: '¥139',
    figure: { fen: 13_900 },
  });
  expect(moneyCell({ minFen: 60_000, maxFen: 120_000 }, '起')).toBe('¥600 ~ 1,200');
  expect(moneyCell({ minFen: 12_900, maxFen: null }, '起')).toBe('¥129 起');
  expect(moneyCell(null, '起')).toBe('');
});

test('one table goes out as text and as cells, and a text that runs stays a text in each', async () => {
  const words = await loadCatalog('zh-CN');
  const table = watchTable([facts(1), { ...UNREAD, title: '=1+1' }], words, 'zh-CN');
  const xlsx = tableOut(table, 'xlsx');
  const tsv = tableOut(table, 'tsv');
  if (xlsx.form !== 'xlsx' || tsv.form === 'xlsx') throw new Error('another form');
  expect(xlsx.rows).toBe(2);
  expect(xlsx.cells[1]?.slice(4, 7)).toEqual([{ fen: 13_400 }, '', '降 ¥10 (−6.9%)']);
  expect(xlsx.cells[2]?.[0]).toBe('=1+1');
  expect(tsv.text.split('\n')[2]?.split('\t')[0]).toBe("'=1+1");
  expect(tsv.text.split('\n')[1]?.split('\t')[4]).toBe('¥134');
});
