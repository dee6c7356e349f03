import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pricePath } from '../../../lib/analysis/price-path';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import type { Sku } from '../../../lib/listing/snapshot';
import { ledgered, path } from './ledgered';
import { from, ledgerOf, snapshotOf, yuan } from './snapshot';

describe('the three ledgers that were seen (facts 2.4)', () => {
  test('41 before; 13, 12 and 5 after: the coupon is public, gold coins and gift are not', () => {
    const answer = ledgered(
      [7100, 6810, 6579.68],
      ['41:290'],
      ['13:200:店铺券满5000减200:5000', '12:25.32', '5:5'],
    );
    expect(answer).toMatchObject({
      public: yuan(6610),
      final: yuan(6579.68),
      before: yuan(6810),
      list: yuan(7100),
      closes: true,
      noPublic: null,
      needsCoupon: true,
      skuId: '11',
    });
    expect(answer.steps.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['public', 29_000],
      ['public-coupon', 20_000],
      ['account', 2532],
      ['account', 500],
    ]);
    expect(answer.steps[1]).toMatchObject({ thresholdFen: 500_000, confidence: 'C' });
  });

  test('24 before and 20 after: all public', () => {
    expect(ledgered([3599, 1578, 1388], ['24:2021'], ['20:190'])).toMatchObject({
      public: yuan(1388),
      closes: true,
      needsCoupon: false,
    });
  });

  test('10 of nothing before; 20 and 5 after: the gift stays out', () => {
    expect(ledgered([1490, 1490, 1308], ['10:0'], ['20:179', '5:3'])).toMatchObject({
      public: yuan(1311),
      final: yuan(1308),
      closes: true,
    });
  });
});

describe('with the smallest doubt there is no public price', () => {
  const promo = {
    beforePrice: yuan(159),
    finalPrice: yuan(129),
  };
  test.each([
    ['an unknown code', ledgered([169, 159, 129], ['41:10'], ['77:30']), 'unknown-code'],
    [
      'an unknown code of nothing',
      ledgered([169, 159, 129], ['41:10'], ['20:30', '77:0']),
      'unknown-code',
    ],
    [
      'an account code before 优惠前',
      ledgered([169, 159, 129], ['5:10'], ['20:30']),
      'unknown-code',
    ],
    ['a basis code after 优惠前', ledgered([169, 159, 129], ['41:10'], ['9:30']), 'unknown-code'],
    [
      'a sum that is off by a fen',
      ledgered([169, 159, 129], ['41:10'], ['20:29.99']),
      'does-not-close',
    ],
    ['a first stage that is off', ledgered([169, 159, 129], ['41:9'], ['20:30']), 'does-not-close'],
    [
      'a ledger without its prices',
      path({ ...promo, ledger: ledgerOf([null, null, null], [], ['20:30']) }),
      'does-not-close',
    ],
    [
      'a ledger of other prices',
      path({ ...promo, ledger: ledgerOf([169, 149, 119], ['41:20'], ['20:30']) }),
      'does-not-close',
    ],
    [
      'a ledger of another before price',
      path({ ...promo, ledger: ledgerOf([169, 149, 129], ['41:20'], ['20:20']) }),
      'does-not-close',
    ],
    [
      'a ledger of another SKU',
      path(
        { ...promo, ledger: ledgerOf([169, 159, 129], ['41:10'], ['20:30']) },
        { skuId: '11', ledgerSku: '12' },
      ),
      'no-ledger',
    ],
    ['a promotion without a ledger', path(promo), 'no-ledger'],
    ['a final price alone', path({ finalPrice: yuan(129) }), 'no-ledger'],
    [
      'an empty ledger under a promotion',
      path({ ...promo, ledger: ledgerOf([159, 159, 129], [], []) }),
      'does-not-close',
    ],
    [
      'a malformed ledger',
      path({ beforePrice: yuan(159) }, { missing: { ledger: 'malformed' } }),
      'no-ledger',
    ],
    [
      'a final price that is still to come',
      path({ beforePrice: yuan(159) }, { missing: { finalPrice: 'not-rendered' } }),
      'no-ledger',
    ],
    [
      'an applied promotion without a final price',
      path({
        beforePrice: yuan(159),
        promotions: [{ text: '官方立减12%省20元', type: 'DAILY_COUPON', applied: true }],
      }),
      'no-ledger',
    ],
    [
      'final above before',
      path({ beforePrice: yuan(129), finalPrice: yuan(159) }),
      'does-not-close',
    ],
    ['before above list', path({ listPrice: yuan(99), beforePrice: yuan(129) }), 'does-not-close'],
    [
      'readers that disagree',
      path({ beforePrice: yuan(159) }, { missing: { finalPrice: 'ambiguous' } }),
      'ambiguous',
    ],
    [
      'prices of two SKUs',
      pricePath(
        {
          ...snapshotOf(promo, { skuId: '11' }),
          beforePrice: snapshotOf(promo, { skuId: '12' }).beforePrice,
        },
        LEDGER_CODES,
      ),
      'ambiguous',
    ],
    ['a gated page', path({ beforePrice: yuan(9999) }, { gated: true }), 'gated'],
    ['a degraded page', path({ beforePrice: yuan(9999) }, { account: 'degraded' }), 'gated'],
    [
      'a gated final price',
      path({ beforePrice: yuan(159) }, { missing: { finalPrice: 'gated' } }),
      'gated',
    ],
    [
      'SKUs that all hide their price',
      path({ beforePrice: yuan(159), skus: [sku(null)] }),
      'gated',
    ],
    ['nothing read', path({}), 'no-prices'],
    [
      'a range under a promotion',
      path({
        beforePrice: { minFen: 15_900, maxFen: 19_900 },
        finalPrice: { minFen: 12_900, maxFen: 16_900 },
        ledger: ledgerOf([169, 159, 129], ['41:10'], ['20:30']),
      }),
      'no-ledger',
    ],
    [
      '起 under a promotion',
      path({
        beforePrice: from(159),
        finalPrice: from(129),
        ledger: ledgerOf([169, 159, 129], ['41:10'], ['20:30']),
      }),
      'no-ledger',
    ],
  ])('%s', (_, answer, why) => {
    expect(answer.public).toBeNull();
    expect(answer.noPublic).toBe(why);
  });
});

describe('国补, 百亿补贴 and 秒杀 are never inside the public price', () => {
  test.each(['政府补贴', '国补减150', '百亿补贴', '淘宝秒杀立减', 'spsd4bybt'])(
    'told apart in the ledger (%s): shown, and left out',
    (label) => {
      const answer = ledgered([1999, 1999, 1599], [], ['20:200', `20:200:${label}`]);
      expect(answer.steps[1]?.kind).toBe('own-kind');
      expect(answer.public).toEqual(yuan(1799));
    },
  );

  test('inside the before price: none', () => {
    const answer = ledgered([1999, 1799, 1599], ['24:200:百亿补贴'], ['20:200']);
    expect(answer).toMatchObject({ public: null, noPublic: 'own-kind' });
  });

  test.each([true, null])(
    'applied (%s) and not to be told apart in the ledger: none',
    (applied) => {
      const answer = path({
        beforePrice: yuan(1999),
        finalPrice: yuan(1599),
        ledger: ledgerOf([1999, 1999, 1599], [], ['20:400']),
        promotions: [{ text: '国家补贴15%', type: 'ACTIVITIES', applied }],
      });
      expect(answer).toMatchObject({ public: null, noPublic: 'own-kind' });
    },
  );

  test('possible but not applied: no matter', () => {
    const answer = path({
      beforePrice: yuan(1999),
      promotions: [{ text: '政府补贴可再减', type: 'CAN_BE_ENJOYED_AGAIN', applied: false }],
    });
    expect(answer.public).toEqual(yuan(1999));
  });
});

describe('without a promotion the shown price is the public price', () => {
  test.each([
    ['exact', yuan(159)],
    ['起 stays 起', from(159)],
    ['a range stays a range', { minFen: 15_900, maxFen: 19_900 }],
  ])('%s', (_, price) => {
    expect(path({ beforePrice: price })).toMatchObject({
      public: price,
      final: null,
      noPublic: null,
      closes: null,
      needsCoupon: false,
    });
  });

  test('an empty ledger that closes', () => {
    const ledger = ledgerOf([159, 159, 159], [], []);
    expect(path({ beforePrice: yuan(159), ledger }).public).toEqual(yuan(159));
  });

  test('a final price equal to it', () => {
    expect(path({ beforePrice: yuan(159), finalPrice: yuan(159) }).public).toEqual(yuan(159));
  });

  test('possible coupons that were not applied do not matter', () => {
    const promotions = [{ text: '淘金币可抵340.50元', type: 'x', applied: false }];
    expect(path({ beforePrice: yuan(159), promotions }).public).toEqual(yuan(159));
  });

  test('an ambiguous list price does not matter', () => {
    const answer = path({ beforePrice: yuan(159) }, { missing: { listPrice: 'ambiguous' } });
    expect(answer).toMatchObject({ list: null, public: yuan(159) });
  });
});

describe('which SKU the price is of', () => {
  test('the one that the reading names', () => {
    expect(path({ beforePrice: yuan(1) }, { skuId: '11' }).skuId).toBe('11');
  });
  test('else the chosen one', () => {
    const chosenSku = { skuId: '12', names: ['白色'] };
    expect(path({ beforePrice: yuan(1), chosenSku }).skuId).toBe('12');
    expect(path({ beforePrice: from(1), chosenSku }).skuId).toBeNull();
  });
});

test('prices that the page does not draw are taken from the ledger', () => {
  const ledger = ledgerOf([169, 159, 129], ['41:10'], ['20:30']);
  expect(path({ ledger }, { ledgerSku: '11' })).toMatchObject({
    list: yuan(169),
    before: yuan(159),
    final: yuan(129),
    public: yuan(129),
    skuId: '11',
  });
});

test('whatever the ledger, a public price lies between final and before, and what is left out is not public', () => {
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom('20', '13', '1', '5', '12', '22'),
      fc.integer({ min: 0, max: 100_000 }),
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(steps, fc.integer({ min: 800_000, max: 10_000_000 }), (list, beforeFen) => {
      const off = list.reduce((sum, [, fen]) => sum + fen, 0);
      const answer = ledgered(
        [beforeFen / 100, beforeFen / 100, (beforeFen - off) / 100],
        [],
        list.map(([code, fen]) => `${code}:${fen / 100}`),
      );
      const kept = list.filter(([code]) => code !== '20' && code !== '13');
      const account = kept.reduce((sum, [, fen]) => sum + fen, 0);
      expect(answer.public).toEqual(yuan((beforeFen - off + account) / 100));
    }),
  );
});

function sku(before: number | null): Sku {
  const price = before === null ? null : yuan(before);
  return { skuId: '11', names: ['白色'], before: price, final: null, stockText: null };
}
