import { expect, test } from 'vitest';
import { exactPrice } from '../../../lib/listing/price';
import { seriesKey, type Observation } from '../../../lib/listing/series';
import { weeklyReport, type ReportInput } from '../../../lib/inspection/weekly-report';
import { DAY_MS, SAMPLE_NOW_MS, sampleSnapshot } from '../../fixtures/sample-snapshot';

const FROM = SAMPLE_NOW_MS - 6 * DAY_MS;
const PERIOD = {
  fromMs: FROM,
  toMs: FROM + 7 * DAY_MS,
  dayStartsMs: Array.from({ length: 7 }, (_, day) => FROM + day * DAY_MS),
  before: { fromMs: FROM - 7 * DAY_MS, toMs: FROM },
};
const BENCHMARK = { id: 'b1', name: '防晒衣' };
const SKU = '5612345678901';

function sight(itemId: string, day: number, fen: number): Observation {
  const listingId = `taobao:${itemId}`;
  return {
    series: seriesKey(listingId, SKU, false),
    listingId,
    skuId: SKU,
    atMs: FROM + day * DAY_MS + 1000,
    listPrice: exactPrice(fen + 1000),
    beforePrice: exactPrice(fen),
    publicPrice: exactPrice(fen),
    finalPrice: exactPrice(fen - 500),
    steps: [],
    account: 'logged-in',
    gated: false,
  };
}

function input(itemId: string, over: Partial<ReportInput> = {}): ReportInput {
  const listingId = `taobao:${itemId}`;
  const capturedAtMs = FROM + 5 * DAY_MS + 1000;
  return {
    listingId,
    snapshot: sampleSnapshot({ itemId, listingId, capturedAtMs }),
    mine: false,
    benchmark: BENCHMARK,
    note: { text: '盯价格', tags: ['主推'], owner: '小林' },
    observations: [],
    news: [],
    ...over,
  };
}

test('mine stands first in its benchmark, and a rival is told against its last price', () => {
  const { listings } = weeklyReport(
    [
      input('700000000003', { benchmark: null }),
      input('700000000002', { observations: [sight('700000000002', 3, 12_900)] }),
      input('700000000001', { mine: true, observations: [sight('700000000001', 5, 13_900)] }),
    ],
    PERIOD,
    SAMPLE_NOW_MS,
  );
  expect(listings.map(({ listingId }) => listingId.slice(-1))).toEqual(['1', '2', '3']);
  expect(listings[1]?.toMine?.difference).toEqual({ minFen: -1000, maxFen: -1000 });
  expect(listings[0]?.toMine).toBeNull();
  expect(listings[1]).toMatchObject({ owner: '小林', note: '盯价格', tags: ['主推'] });
  expect(listings[1]?.series[0]?.account?.price).toEqual(exactPrice(12_400));
});

test('my own price of another week is none to compare with', () => {
  const { listings } = weeklyReport(
    [
      input('700000000001', { mine: true, observations: [sight('700000000001', -3, 13_900)] }),
      input('700000000002', { observations: [sight('700000000002', 3, 12_900)] }),
    ],
    PERIOD,
    SAMPLE_NOW_MS,
  );
  expect(listings[1]?.toMine).toBeNull();
});

test('a listing that was not seen in the period has no figure at all', () => {
  const listingId = 'taobao:700000000009';
  const { listings } = weeklyReport(
    [input('700000000009', { snapshot: null, benchmark: null, note: null })],
    PERIOD,
    SAMPLE_NOW_MS,
  );
  expect(listings[0]).toMatchObject({
    listingId,
    lastSeenMs: null,
    series: [],
    toMine: null,
    days: { seen: 0, passed: 7, longestGap: { days: 7 } },
  });
});

test('only what the period’s visits found changed is told, and such a visit is a day seen', () => {
  const news = [2, -2, 8].map((day) => ({
    listingId: 'taobao:700000000002',
    host: '',
    title: null,
    shopName: null,
    mine: false,
    benchmarkName: null,
    atMs: FROM + day * DAY_MS,
    sinceMs: FROM + (day - 1) * DAY_MS,
    items: [],
  }));
  const { listings } = weeklyReport([input('700000000002', { news })], PERIOD, SAMPLE_NOW_MS);
  expect(listings[0]?.news.map(({ atMs }) => (atMs - FROM) / DAY_MS)).toEqual([2]);
  expect(listings[0]?.days.seen).toBe(2);
});

test('the series that the newest page shows is spoken of first', () => {
  const others = ['5600000000001', '5699999999999'].map((skuId) => ({
    ...sight('700000000002', 5, 9900),
    skuId,
    series: seriesKey('taobao:700000000002', skuId, false),
  }));
  const shown = sight('700000000002', 5, 12_900);
  const { listings } = weeklyReport(
    [input('700000000002', { observations: [...others, shown] })],
    PERIOD,
    SAMPLE_NOW_MS,
  );
  expect(listings[0]?.series.map(({ skuId }) => skuId)).toEqual([
    SKU,
    '5600000000001',
    '5699999999999',
  ]);
  expect(listings[0]?.series[0]?.skuNames).not.toBeNull();
});
