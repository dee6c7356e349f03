import { describe, expect, test } from 'vitest';
import { pricePath } from '../../../lib/analysis/price-path';
import { MAX_SKU_ROWS, toObservations } from '../../../lib/analysis/to-observations';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import { observationSchema } from '../../../lib/listing/series';
import type { ListingSnapshot, Sku } from '../../../lib/listing/snapshot';
import { from, ledgerOf, NOW, snapshotOf, yuan } from './snapshot';

function rows(...args: Parameters<typeof snapshotOf>) {
  const snapshot = snapshotOf(...args);
  const observations = toObservations(snapshot, pricePath(snapshot, LEDGER_CODES));
  for (const row of observations) expect(observationSchema.safeParse(row).success).toBe(true);
  return observations;
}
const sku = (skuId: string, before: Sku['before'], final: Sku['final'] = null): Sku => {
  return { skuId, names: [skuId], before, final, stockText: null };
};

test('the shown price with all that it is made of', () => {
  const ledger = ledgerOf([169, 159, 129], ['41:10'], ['20:25', '5:5']);
  const values = { beforePrice: yuan(159), finalPrice: yuan(129), ledger };
  expect(rows(values, { skuId: '11' })).toEqual([
    {
      series: 'taobao:700000000001|11|exact',
      listingId: 'taobao:700000000001',
      skuId: '11',
      atMs: NOW,
      listPrice: yuan(169),
      beforePrice: yuan(159),
      publicPrice: yuan(134),
      finalPrice: yuan(129),
      steps: ledger.steps,
      account: 'logged-in',
      gated: false,
    },
  ]);
});

test('起 goes into a series of its own', () => {
  expect(rows({ beforePrice: from(159) })[0]).toMatchObject({
    series: 'taobao:700000000001|page|from',
    publicPrice: from(159),
  });
});

test('a price whose public part is unknown is kept without one', () => {
  expect(rows({ beforePrice: yuan(159), finalPrice: yuan(129) })[0]).toMatchObject({
    publicPrice: null,
    finalPrice: yuan(129),
  });
});

test('nothing where no price was read', () => {
  expect(rows({ title: '防晒衣' })).toEqual([]);
});

describe('other SKUs', () => {
  test('have a row where nothing is deducted, the shown one has none twice', () => {
    const skus = [
      sku('11', yuan(159)),
      sku('12', yuan(99)),
      sku('13', yuan(99), yuan(99)),
      sku('16', null),
    ];
    expect(rows({ beforePrice: yuan(159), skus }, { skuId: '11' }).map((row) => row.skuId)).toEqual(
      ['11', '12', '13'],
    );
  });

  test('a sold-out SKU beside promoted ones has no public price: its 优惠前 is not what it costs', () => {
    const skus = [
      sku('11', yuan(159)),
      sku('12', yuan(99)),
      sku('13', yuan(99), yuan(99)),
      sku('14', yuan(99), yuan(89)),
      sku('15', null, yuan(89)),
    ];
    const seen = rows({ beforePrice: yuan(159), skus }, { skuId: '11' });
    expect(seen.map((row) => [row.skuId, row.publicPrice])).toEqual([
      ['11', null],
      ['13', yuan(99)],
    ]);
  });

  test('have none under 国补, 百亿补贴 or 秒杀', () => {
    const promotions = [{ text: '淘宝秒杀', type: 'x', applied: null }];
    const values = { beforePrice: yuan(159), skus: [sku('12', yuan(99))], promotions };
    expect(rows(values, { skuId: '11' })).toHaveLength(1);
  });

  test('are at most so many', () => {
    const skus = Array.from({ length: 300 }, (_, i) => sku(`${i + 1}`, yuan(99)));
    expect(rows({ beforePrice: yuan(159), skus })).toHaveLength(1 + MAX_SKU_ROWS);
  });
});

test.each([{ gated: true }, { account: 'degraded' as const }])(
  'a gated visit is kept as seen, and marked: %o',
  (more) => {
    expect(rows({ beforePrice: yuan(9999), skus: [sku('12', yuan(99))] }, more)).toMatchObject([
      { gated: true, publicPrice: null, beforePrice: yuan(9999) },
    ]);
  },
);

test('a decoy’s number, refused as a price, is kept as seen', () => {
  const whole = snapshotOf({ beforePrice: yuan(9999) }, { gated: true, skuId: '11' });
  const { value, from: where } = whole.beforePrice;
  if (value === null) throw new Error('no price');
  const decoy: ListingSnapshot = {
    ...whole,
    beforePrice: { value: null, from: null, candidates: [{ value, from: where }] },
  };
  const seen = (snapshot: ListingSnapshot) =>
    toObservations(snapshot, pricePath(snapshot, LEDGER_CODES));
  expect(seen(decoy)).toMatchObject([
    { series: 'taobao:700000000001|11|exact', gated: true, publicPrice: null, beforePrice: value },
  ]);
  // The same of readers who disagree on a page that hides nothing is no row.
  expect(seen({ ...decoy, gated: false })).toEqual([]);
});
