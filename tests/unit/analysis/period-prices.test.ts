import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodPrices } from '../../../lib/analysis/period-prices';
import { seenDays } from '../../../lib/analysis/seen-days';
import type { Price } from '../../../lib/listing/price';
import { seriesKey, type Observation } from '../../../lib/listing/series';

const LISTING = 'taobao:782345678901';
const DAY = 86_400_000;
const PERIOD = { fromMs: 70 * DAY, toMs: 77 * DAY };
const BEFORE = { fromMs: 63 * DAY, toMs: 70 * DAY };
const yuan = (min: number, max: number | null = min): Price => ({
  minFen: min * 100,
  maxFen: max === null ? null : max * 100,
});

function seen(day: number, price: Price | null, over: Partial<Observation> = {}): Observation {
  const skuId = over.skuId ?? null;
  return {
    series: seriesKey(LISTING, skuId, price?.maxFen === null),
    listingId: LISTING,
    skuId,
    atMs: day * DAY,
    listPrice: null,
    beforePrice: null,
    publicPrice: price,
    finalPrice: null,
    steps: [],
    account: 'logged-in',
    gated: false,
    ...over,
  };
}

describe('the prices of a period', () => {
  test('last, lowest and highest of the period, against the last of the period before', () => {
    const [one] = periodPrices(
      [seen(60, yuan(99)), seen(65, yuan(149)), seen(71, yuan(129)), seen(73, yuan(119))].concat(
        seen(75, yuan(139)),
        seen(77, yuan(1)),
      ),
      PERIOD,
      BEFORE,
    );
    expect(one?.now).toMatchObject({
      last: { price: yuan(139), atMs: 75 * DAY },
      lowest: { price: yuan(119), atMs: 73 * DAY },
      highest: { price: yuan(139), atMs: 75 * DAY },
      priced: 3,
    });
    expect(one?.before).toMatchObject({ last: { price: yuan(149) }, priced: 1 });
    expect(one?.change?.difference).toEqual({ minFen: -1000, maxFen: -1000 });
    expect(one?.change?.share?.min).toBeCloseTo(-10 / 149);
    expect(one?.path.map(({ atMs }) => atMs / DAY)).toEqual([65, 71, 73, 75]);
  });

  test('a series never meets another: not another SKU, not 起 against exact', () => {
    const all = periodPrices(
      [seen(65, yuan(149)), seen(71, yuan(129, null)), seen(72, yuan(99), { skuId: '5000000101' })],
      PERIOD,
      BEFORE,
    );
    expect(all.map(({ isFrom, skuId, change }) => ({ isFrom, skuId, change }))).toEqual([
      { isFrom: true, skuId: null, change: null },
      { isFrom: false, skuId: '5000000101', change: null },
    ]);
  });

  test('of a 起 series the entry price is told, and nothing of what lies above it', () => {
    const [one] = periodPrices(
      [seen(65, yuan(149, null)), seen(71, yuan(129, null))],
      PERIOD,
      BEFORE,
    );
    expect(one?.change?.difference).toEqual({ minFen: -2000, maxFen: -2000 });
    expect(one?.now.last?.price).toEqual(yuan(129, null));
  });

  test('ranges stay ranges, and so does what is told of their change', () => {
    const [one] = periodPrices(
      [seen(65, yuan(100, 120)), seen(71, yuan(110, 140)), seen(72, yuan(105, 150))],
      PERIOD,
      BEFORE,
    );
    expect(one?.now.last?.price).toEqual(yuan(105, 150));
    expect(one?.now.lowest?.price).toEqual(yuan(105, 150));
    expect(one?.change?.difference).toEqual({ minFen: -1500, maxFen: 5000 });
  });

  test('gated sights are counted and never a price; unread is not 0', () => {
    const [one] = periodPrices(
      [seen(71, yuan(9), { gated: true, finalPrice: yuan(1) }), seen(72, null)],
      PERIOD,
      BEFORE,
    );
    expect(one?.now).toEqual({
      last: null,
      lowest: null,
      highest: null,
      priced: 0,
      unread: 1,
      gated: 1,
    });
    expect([one?.account, one?.change]).toEqual([null, null]);
    expect(one?.path).toEqual([{ atMs: 72 * DAY, price: null }]);
  });

  test('whatever was seen: lowest ≤ last ≤ highest, all of the period, in any order of rows', () => {
    const rows = fc.array(
      fc.record({
        day: fc.integer({ min: 60, max: 80 }),
        fen: fc.integer({ min: 1, max: 50_000 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const unique = [...new Map(given.map((row) => [row.day, row])).values()];
        const told = periodPrices(
          unique.map(({ day, fen }) => seen(day, { minFen: fen, maxFen: fen })),
          PERIOD,
          BEFORE,
        );
        const inside = unique.filter(({ day }) => day >= 70 && day < 77);
        expect(told).toHaveLength(inside.length === 0 ? 0 : 1);
        const [one] = told;
        if (one === undefined) return;
        const fens = inside.map(({ fen }) => fen);
        expect(one.now.lowest?.price.minFen).toBe(Math.min(...fens));
        expect(one.now.highest?.price.minFen).toBe(Math.max(...fens));
        expect(one.now.last?.atMs).toBe(Math.max(...inside.map(({ day }) => day)) * DAY);
        expect(one.now.priced).toBe(inside.length);
      }),
    );
  });
});

describe('the days of a period', () => {
  const days = [70, 71, 72, 73, 74, 75, 76].map((day) => day * DAY);
  const at = (...sights: number[]) => sights.map((day) => day * DAY + 5);

  test('counts days with a sight, and the longest run without one', () => {
    expect(seenDays(at(70, 70, 74), days, 77 * DAY, 90 * DAY)).toEqual({
      seen: 2,
      passed: 7,
      longestGap: { days: 3, fromMs: 71 * DAY },
    });
  });

  test('days to come are neither seen nor missed', () => {
    expect(seenDays(at(70), days, 77 * DAY, 72 * DAY + 9)).toEqual({
      seen: 1,
      passed: 3,
      longestGap: { days: 2, fromMs: 71 * DAY },
    });
  });

  test('seen every day there is no gap; never seen it is all of them', () => {
    expect(
      seenDays(at(70, 71, 72, 73, 74, 75, 76), days, 77 * DAY, 90 * DAY).longestGap,
    ).toBeNull();
    expect(seenDays([], days, 77 * DAY, 90 * DAY)).toEqual({
      seen: 0,
      passed: 7,
      longestGap: { days: 7, fromMs: 70 * DAY },
    });
  });
});
