import { describe, expect, test } from 'vitest';
import type { Change, ChangeSet } from '../../../lib/analysis/change-result';
import { changeNews, type NewsListing } from '../../../lib/inspection/change-news';
import { newestChange } from '../../../lib/inspection/newest-change';
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
  lists: [],
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

describe('a tab that stayed open while another one visited', () => {
  // At noon the price fell from 129 to 109; at one another tab saw 99; at two the first one read again.
  const noon = set(NOW, NOW - DAY, price(109));
  const one = set(NOW + 3_600_000, NOW, { ...price(99), before: yuan(109) } as Change);
  const two = set(NOW + 7_200_000, NOW - DAY, price(99));
  const told = (...sets: ChangeSet[]) =>
    changeNews(sets, listing, RULES).map(({ items }) =>
      items.map(({ change }) => (change.kind === 'price' ? change.after : null)),
    );

  test('does not tell again, against an older visit, what that one told', () => {
    expect(told(noon, one, two)).toEqual([[yuan(99)], [yuan(109)]]);
    expect(told(one, two)).toEqual([[yuan(99)]]);
  });
  test('tells what it saw and that one did not', () => {
    const promotion: Change = { kind: 'promotion-started', text: '满299减30' };
    expect(told(noon, one, { ...two, changes: [price(99), promotion] })).toEqual([
      [yuan(109), null],
      [yuan(99)],
    ]);
  });
});

test('being gone, and coming back, are two visits told against the same one', () => {
  const sets = [
    set(NOW + DAY, NOW - DAY, { kind: 'on-shelf' }, price(109)),
    set(NOW, NOW - DAY, { kind: 'off-shelf' }),
  ];
  const news = changeNews(sets, listing, RULES);
  expect(news.map(({ items }) => items.map(({ change }) => change.kind))).toEqual([
    ['on-shelf', 'price'],
    ['off-shelf'],
  ]);
  expect(news[1]?.items[0]?.matches).toEqual([{ rule: 'off-shelf' }]);
});

describe('the newest change in one line', () => {
  const newest = (...sets: ChangeSet[]) => newestChange(sets, listing, RULES);
  const count: Change = { kind: 'count', which: 'sales', before: '1000+', after: '2000+' };

  test('is the one that says most, marked ones first, and counts the others', () => {
    const title: Change = { kind: 'title', added: ['冰丝'], removed: [] };
    expect(newest(set(NOW, NOW - DAY, count, title))).toMatchObject({
      atMs: NOW,
      item: { change: title },
      more: 1,
      marked: 0,
    });
    expect(newest(set(NOW, NOW - DAY, title, price(109)))).toMatchObject({
      item: { change: price(109) },
      marked: 1,
    });
  });
  test('is of the newest visit that found something', () => {
    const sets = [set(NOW, NOW - DAY, count), set(NOW - DAY, NOW - 2 * DAY, price(109))];
    expect(newest(...sets)?.item.change).toEqual(count);
    expect(newest()).toBeNull();
  });
});

test('visits stand newest first', () => {
  const sets = [set(NOW - DAY, NOW - 2 * DAY, price(119)), set(NOW, NOW - DAY, price(109))];
  expect(changeNews(sets, listing, RULES).map(({ atMs }) => atMs)).toEqual([NOW, NOW - DAY]);
});

test('a listing without a snapshot keeps its changes', () => {
  const unknown = { snapshot: null, mine: false, benchmark: null, compiled: null, lists: [] };
  const [news] = changeNews([set(NOW, 0, price(109))], unknown, RULES);
  expect(news).toMatchObject({ title: null, items: [{ sku: null }] });
});
