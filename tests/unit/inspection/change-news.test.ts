import { describe, expect, test } from 'vitest';
import type { Change, ChangeSet } from '../../../lib/analysis/change-result';
import { changeNews, type NewsListing } from '../../../lib/inspection/change-news';
import { DAY, NOW, snapshotOf, yuan } from '../analysis/snapshot';
import { benchmark } from '../benchmark/benchmark';

const RULES = { ladder: true, percent: 5, promotion: true, keyword: true };
const ladder = { dailyFen: null, promoFen: 11_500, memberFen: null, floorFen: null };
const snapshot = snapshotOf({
  title: '防晒衣',
  shopName: '山岚',
  skus: [{ skuId: '7', names: ['红', 'L'], before: null, final: null, stockText: null }],
});
const listing: NewsListing = {
  snapshot,
  mine: false,
  benchmark: benchmark('b1', { ladder }),
  compiled: null,
};
const price = (after: number, skuId = '7'): Change => ({
  kind: 'price',
  series: `${snapshot.listingId}|${skuId}|exact`,
  which: 'public',
  before: yuan(129),
  after: yuan(after),
});
const set = (atMs: number, sinceMs: number, ...changes: Change[]): ChangeSet => ({
  listingId: snapshot.listingId,
  atMs,
  sinceMs,
  changes,
});

test('a change says old → new, shop, SKU, which price, and my line', () => {
  expect(changeNews([set(NOW, NOW - DAY, price(109))], listing, RULES)).toEqual([
    {
      listingId: snapshot.listingId,
      host: 'detail.tmall.com',
      title: '防晒衣',
      shopName: '山岚',
      mine: false,
      benchmarkName: '标尺 b1',
      atMs: NOW,
      sinceMs: NOW - DAY,
      items: [
        {
          change: price(109),
          sku: ['红', 'L'],
          matches: [
            { rule: 'ladder', rung: 'promo', lineFen: 11_500, now: 'below' },
            { rule: 'percent', share: { min: 109 / 129 - 1, max: 109 / 129 - 1 }, atLeast: 5 },
          ],
        },
      ],
    },
  ]);
});

describe('a visit that was read several times', () => {
  const promotion: Change = { kind: 'promotion-started', text: '满299减30' };
  test('tells each change once, as it was seen last', () => {
    const sets = [
      set(NOW + 900_000, NOW - DAY, price(105), promotion),
      set(NOW, NOW - DAY, price(109), promotion),
    ];
    const news = changeNews(sets, listing, RULES);
    expect(news).toHaveLength(1);
    expect(news[0]?.atMs).toBe(NOW + 900_000);
    expect(news[0]?.items.map(({ change }) => change)).toEqual([price(105), promotion]);
  });

  test('keeps two SKUs apart', () => {
    const [news] = changeNews([set(NOW, 0, price(109), price(109, '8'))], listing, RULES);
    expect(news?.items.map(({ sku }) => sku)).toEqual([['红', 'L'], null]);
  });
});

test('visits stand newest first', () => {
  const sets = [set(NOW - DAY, NOW - 2 * DAY, price(119)), set(NOW, NOW - DAY, price(109))];
  expect(changeNews(sets, listing, RULES).map(({ atMs }) => atMs)).toEqual([NOW, NOW - DAY]);
});

test('a listing without a snapshot keeps its changes', () => {
  const unknown = { snapshot: null, mine: false, benchmark: null, compiled: null };
  const [news] = changeNews([set(NOW, 0, price(109))], unknown, RULES);
  expect(news).toMatchObject({ title: null, items: [{ sku: null }] });
});
