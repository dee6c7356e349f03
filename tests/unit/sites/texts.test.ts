import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_FEN } from '../../../lib/listing/price';
import { attributeSchema, MAX_TEXT, promotionSchema } from '../../../lib/listing/snapshot';
import { ATTRIBUTE, cut, LONG, SHORT, tidy } from '../../../lib/sites/cut';
import { countOf, percentOf, salesOf } from '../../../lib/sites/taobao/count-text';
import { fenOf, priceOf } from '../../../lib/sites/taobao/money-text';

describe('money', () => {
  test.each([
    ['129', 12_900],
    ['129.5', 12_950],
    ['1,299.05', 129_905],
    ['0', 0],
    ['6579.68', 657_968],
  ])('%s', (text, fen) => expect(fenOf(text)).toBe(fen));

  test.each([
    '',
    'x',
    '1.234',
    '12,99',
    '-5',
    '1e9',
    '¥5',
    '1.2万',
    'NaN',
    null,
    undefined,
    '9'.repeat(10),
  ])('no amount: %s', (text) => expect(fenOf(text)).toBeNull());

  test('every amount of fen is read back from its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_FEN - 1 }), (fen) => {
        expect(fenOf((fen / 100).toFixed(2))).toBe(fen);
        const yuan = Math.floor(fen / 100);
        expect(fenOf(yuan.toLocaleString('en-US'))).toBe(yuan * 100);
      }),
    );
  });

  test('any text gives a price within the bounds or none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[¥￥\d.,~ 起-]{0,24}$/), (text) => {
        const price = priceOf(text);
        if (price === null) return;
        expect(Number.isSafeInteger(price.minFen) && price.minFen <= MAX_FEN).toBe(true);
        expect(price.maxFen === null || price.maxFen >= price.minFen).toBe(true);
      }),
    );
  });

  test.each([
    ['￥ 341', { minFen: 34_100, maxFen: 34_100 }],
    ['¥143.5起', { minFen: 14_350, maxFen: null }],
    ['600 ~ 1200', { minFen: 60_000, maxFen: 120_000 }],
    ['600.00-1,200.00', { minFen: 60_000, maxFen: 120_000 }],
    ['341 .50', { minFen: 34_150, maxFen: 34_150 }],
  ])('%s', (text, price) => expect(priceOf(text)).toEqual(price));

  test.each(['341 388', '789.001人付款', '1200 ~ 600', '券后341', '09:36:00', '￥', '1?9'])(
    'no price: %s',
    (text) => expect(priceOf(text)).toBeNull(),
  );
});

describe('counts', () => {
  test.each([
    ['33', 33, false],
    ['2000+', 2000, true],
    ['3万+', 30_000, true],
    ['1.2w', 12_000, false],
    ['2.35万+', 23_500, true],
    ['1,234', 1234, false],
    ['5千+', 5000, true],
    ['1.5亿', 150_000_000, false],
  ])('%s', (text, atLeast, isLowerBound) =>
    expect(countOf(text)).toEqual({ text, atLeast, isLowerBound }),
  );

  test.each(['', '-', '1.5', '+', '约30', '30人', '1e3', '９', '1'.repeat(13), '999999999999亿'])(
    'no count: %s',
    (text) => expect(countOf(text)).toBeNull(),
  );

  test('every whole number is read back, with and without +', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.boolean(), (count, open) => {
        const text = `${count}${open ? '+' : ''}`;
        expect(countOf(text)).toEqual({ text, atLeast: count, isLowerBound: open });
      }),
    );
  });

  test.each([
    ['已售 2000+', 'sold', 2000],
    ['已售2.5万+件', 'sold', 25_000],
    ['月销 300+', 'monthly', 300],
    ['30天已售 200+', 'monthly', 200],
    ['1万+人付款', 'paid', 10_000],
    ['100人收货', 'received', 100],
  ])('%s is %s', (text, metric, atLeast) =>
    expect(salesOf(text)).toMatchObject({ metric, count: { atLeast } }),
  );

  test.each(['回头客330人', '超400人加购', '可开发票', '看过 2000+', '已售罄', null])(
    'no sales: %s',
    (text) => expect(salesOf(text)).toBeNull(),
  );

  test.each([
    ['近3个月好评率98%', 98],
    ['99.5%', 99.5],
    ['好评率100％', 100],
    ['120%', null],
    ['好评率98', null],
  ])('%s', (text, percent) => expect(percentOf(text)).toBe(percent));

  test('any text never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const read of [countOf, salesOf, percentOf, priceOf, fenOf])
          expect(() => read(text)).not.toThrow();
      }),
    );
  });
});

describe('cutting', () => {
  test('the lengths are those of the snapshot', () => {
    expect(LONG).toBe(MAX_TEXT);
    const fits = (length: number): boolean =>
      promotionSchema.safeParse({ text: 'x'.repeat(length), type: '', applied: null }).success;
    expect([fits(SHORT), fits(SHORT + 1)]).toEqual([true, false]);
    const holds = (length: number): boolean =>
      attributeSchema.safeParse({ name: 'x', value: 'x'.repeat(length) }).success;
    expect([holds(ATTRIBUTE), holds(ATTRIBUTE + 1)]).toEqual([true, false]);
  });

  test('never longer than asked, always whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 }), (text, max) => {
        const kept = cut(text, max);
        expect(kept.length).toBeLessThanOrEqual(max);
        expect(kept.isWellFormed()).toBe(true);
      }),
    );
    expect(cut('😀😀', 3)).toBe('😀');
    expect(tidy('  a \n\t b  ')).toBe('a b');
    expect(tidy(' \u3000 ')).toBeNull();
  });
});
