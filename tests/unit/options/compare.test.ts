import { describe, expect, test } from 'vitest';
import { compareSections, compareTable } from '../../../components/options/compare-rows';
import type { ComparedListing } from '../../../lib/analysis/compare-result';
import { catalog as zh } from '../../../lib/locales/zh-CN';
import { comparedListing, sampleComparison } from '../../fixtures/sample-comparison';

const sections = compareSections(sampleComparison(), zh);
const row = (name: string) =>
  sections.flatMap(({ rows }) => rows).find((each) => each.name === name)?.cells;

test('prices stand beside how far they are from mine, or why there is none', () => {
  expect(row('公开到手价')).toEqual([
    { lines: ['¥129'] },
    { lines: ['¥109'] },
    { blank: '需登录查看' },
  ]);
  expect(row('与本店相差')).toEqual([
    { blank: '本店' },
    { lines: ['低 ¥20（−15.5%）'] },
    { blank: '—' },
  ]);
  expect(row('优惠明细')?.[1]).toEqual({ lines: ['官方立减 −¥40 · 公开优惠'] });
  expect(row('规格')?.[2]).toEqual({ lines: ['整个商品'] });
});

test('selling points have their state, attributes say absent and unread apart', () => {
  expect(row('UPF50+')).toEqual([{ state: 'pass' }, { state: 'missing' }, { state: 'unreadable' }]);
  expect(row('面料')).toEqual([{ lines: ['锦纶'] }, { blank: '没有这一项' }, { blank: '读不到' }]);
  expect(row('销量')).toEqual([
    { lines: ['已售 2000+'] },
    { lines: ['已售 2000+'] },
    { blank: '读不到' },
  ]);
});

test('a row that no listing has a value for is left out', () => {
  const blank = { impressions: null, goodRate: null };
  const listings = [0, 1].map((index) => comparedListing(index, blank));
  const names = compareSections(sampleComparison({ listings, points: [], attributes: [] }), zh)
    .flatMap(({ rows }) => rows)
    .map(({ name }) => name);
  expect(names).not.toContain('评价印象');
  expect(names).not.toContain('面料');
  expect(names).toContain('评价数');
});

describe('the difference to mine', () => {
  const cell = (toMine: ComparedListing['price']['toMine']) => {
    const one = comparedListing(1);
    const listings = [one, { ...one, price: { ...one.price, toMine } }];
    const [price] = compareSections(sampleComparison({ listings }), zh);
    return price?.rows.find(({ name }) => name === '与本店相差')?.cells[1];
  };
  test.each([
    [{ minFen: 1000, maxFen: 1000 }, { lines: ['高 ¥10'] }],
    [{ minFen: 0, maxFen: 0 }, { lines: ['相同'] }],
    [{ minFen: -3000, maxFen: -1000 }, { lines: ['低 ¥10 ~ 30'] }],
    [{ minFen: -1000, maxFen: 1000 }, { blank: '区间价，比不出高低' }],
    [{ minFen: 0, maxFen: 1000 }, { blank: '区间价，比不出高低' }],
    [{ minFen: null, maxFen: 100 }, { blank: '区间价，比不出高低' }],
    [{ minFen: null, maxFen: null }, { blank: '区间价，比不出高低' }],
  ])('%o is %o', (difference, expected) => {
    expect(cell({ difference, share: null })).toEqual(expected);
  });

  test('with an open end says the side without an amount', () => {
    expect(cell({ difference: { minFen: 1000, maxFen: null }, share: null })).toEqual({
      lines: ['高 ¥10 以上'],
    });
    expect(cell({ difference: { minFen: null, maxFen: -1000 }, share: null })).toEqual({
      lines: ['低 ¥10 以上'],
    });
  });
});

test('the copied table has the listings at its head and a row for each name', () => {
  const table = compareTable(sampleComparison(), zh);
  expect(table[0]?.[0]).toBe('对比');
  expect(table[1]).toEqual(['店铺', '山岚旗舰店', '溪禾户外旗舰店', '溪禾户外旗舰店']);
  expect(table.find(([name]) => name === '凉感')).toEqual(['凉感', '缺失', '通过', '通过']);
  expect(new Set(table.map((cells) => cells.length))).toEqual(new Set([4]));
});
