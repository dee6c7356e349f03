import { describe, expect, test } from 'vitest';
import { dataPage } from '../../fixtures/pages/app-page';
import {
  type ListingSpec,
  fourSkus,
  ITEM_ID,
  listingData,
  money,
  ledgerMap,
} from '../../fixtures/pages/listing-data';
import { belt, listingPage, normal, plain } from '../../fixtures/pages/listing-html';
import { addressOf, prices, snapshotOf, whyMissing } from './reading';

/** A page without any promotion, in data and DOM. */
const UNPROMOTED: Partial<ListingSpec> = {
  price: money('129'),
  extraPrice: null,
  mainBelt: false,
  infos: [],
  skus: fourSkus('129', null),
  itemRow: { price: money('129'), quantityText: '有货' },
};

describe('the price arrangements', () => {
  test('a promotion belt: final above, before beside it, list from buy_now', () => {
    const snapshot = snapshotOf(listingPage());
    expect(prices(snapshot)).toEqual(['199', '129', '109']);
    expect(snapshot.gated).toBe(false);
    expect(snapshot.finalPrice.from).toMatchObject({ source: 'page-data', skuId: null });
  });

  test('the belt alone, without page data', () => {
    const document = listingPage({ chosen: null }, null);
    expect(prices(snapshotOf(document))).toEqual([null, '129', '109']);
  });

  test('a row without belt, roles by position and not by words', () => {
    const swapped = normal('109', '129').replace('券后', '优惠前').replace('>优惠前<', '>券后<');
    expect(prices(snapshotOf(listingPage({ price: swapped })))).toEqual(['199', '129', '109']);
  });

  test('only the hidden sticky copy', () => {
    const snapshot = snapshotOf(listingPage({ price: '', chosen: null }, null));
    expect(prices(snapshot)).toEqual([null, '129', '109']);
    expect(snapshot.finalPrice.from?.path).toContain('SkuPanelItemhead_fixed');
  });

  test('the panel wins over the sticky copy', () => {
    const document = listingPage({ chosen: null, stickyPrice: normal('99', '119') }, null);
    expect(prices(snapshotOf(document))).toEqual([null, '129', '109']);
  });

  test('no promotion: one number is 优惠前, and no final price without a second signal', () => {
    const data = listingData(UNPROMOTED);
    const snapshot = snapshotOf(
      listingPage({ price: plain('129'), stickyPrice: '', coupons: '' }, data),
    );
    expect(prices(snapshot)).toEqual(['199', '129', null]);
    expect(whyMissing(snapshot, 'finalPrice')).toBe('absent');
    expect(snapshot.gated).toBe(false);
  });

  test('no promotion, and a ledger that says so is the second signal', () => {
    const map = ledgerMap({ 0: ['199.00', '129.00', '129.00', '10_7000'] });
    const data = listingData({ ...UNPROMOTED, ledger: { map, sId: '0' } });
    const snapshot = snapshotOf(listingPage({ price: plain('129'), stickyPrice: '' }, data));
    expect(prices(snapshot)).toEqual(['199', '129', '129']);
  });

  test('起: the upper end was not shown', () => {
    const row = { price: money('129起'), subPrice: money('109起') };
    const data = listingData({
      price: money('129起'),
      extraPrice: money('109', { priceDesc: '起' }),
      itemRow: row,
    });
    expect(prices(snapshotOf(listingPage({}, data)))).toEqual(['199', '129起', '109起']);
  });

  test('起 in the DOM is the weaker claim and stands', () => {
    const document = listingPage({ price: belt('109起', '129') });
    expect(prices(snapshotOf(document))).toEqual(['199', '129', '109起']);
  });

  test('a lone DOM number is open while not every option is chosen', () => {
    expect(prices(snapshotOf(listingPage({ price: plain('129') }, null)))).toEqual([
      null,
      '129起',
      null,
    ]);
    const chosen = listingPage({ price: plain('129'), chosen: [0, 1] }, null);
    expect(prices(snapshotOf(chosen))).toEqual([null, '129', null]);
  });

  test('a range stays a range', () => {
    const row = { price: money('600 ~ 1200'), subPrice: money('500-1000') };
    const data = listingData({
      buyNow: null,
      price: money('600 ~ 1200'),
      extraPrice: money('500-1000'),
      itemRow: row,
    });
    const document = listingPage({ price: belt('500 ~ 1000', '600 ~ 1200') }, data);
    expect(prices(snapshotOf(document))).toEqual([null, '600~1200', '500~1000']);
  });

  test('a degraded render is gated: no final price, the number that is shown stays', () => {
    const data = listingData({
      ...UNPROMOTED,
      price: money('129起', { priceActionText: '登录查看更多优惠' }),
      itemRow: { price: money('129起') },
      feature: { pcResistDetail: 'true', pcIdentityRisk: 'true' },
    });
    const snapshot = snapshotOf(
      listingPage({ price: plain('129'), stickyPrice: '', coupons: '' }, data),
    );
    expect(prices(snapshot)).toEqual(['199', '129起', null]);
    expect(snapshot).toMatchObject({ gated: true, account: 'degraded' });
    expect(whyMissing(snapshot, 'finalPrice')).toBe('gated');
    expect(whyMissing(snapshot, 'promotions')).toBe('gated');
  });

  test('a round decoy under a belt is no price at all', () => {
    const data = listingData({
      ...UNPROMOTED,
      price: money('9999'),
      itemRow: { price: money('9999') },
      mainBelt: true,
      buyNow: '9999.00',
    });
    const snapshot = snapshotOf(listingPage({ price: belt('9999', null), stickyPrice: '' }, data));
    expect(prices(snapshot)).toEqual([null, null, null]);
    expect(snapshot.gated).toBe(true);
    expect(whyMissing(snapshot, 'beforePrice')).toBe('gated');
    expect(snapshot.beforePrice.candidates.map(({ value }) => value.minFen)).toEqual([999_900]);
  });

  test('a lone number in a belt of the DOM is not believed either', () => {
    const snapshot = snapshotOf(listingPage({ price: belt('9999', null), chosen: null }, null));
    expect([snapshot.gated, ...prices(snapshot)]).toEqual([true, null, null, null]);
  });

  test.each([
    ['a price title', { price: money('4499', { priceTitle: '百亿补贴价' }) }],
    ['a coupon', { infos: [{ type: 'DAILY_COUPON', items: [{ text: ['百亿补贴'] }] }] }],
  ])('百亿补贴 by %s and no price after it: gated', (_, change) => {
    const data = listingData({ ...UNPROMOTED, ...change });
    const snapshot = snapshotOf(dataPage(data));
    expect([snapshot.gated, ...prices(snapshot)]).toEqual([true, null, null, null]);
  });

  test('hideOtherPrice: rows with stock only give SKUs without prices', () => {
    const bare = fourSkus().map(({ skuId, values, stock }) => ({
      skuId,
      values,
      stock: stock ?? '',
    }));
    const data = listingData({
      skus: bare,
      skuItem: { hideOtherPrice: 'true' },
      price: money('129起'),
      extraPrice: money('109起'),
      itemRow: {},
    });
    const snapshot = snapshotOf(listingPage({ price: belt('109起', '129起') }, data));
    expect(snapshot.gated).toBe(true);
    expect(prices(snapshot)).toEqual(['199', '129起', '109起']);
    expect(snapshot.skus.value?.map((sku) => [sku.before, sku.final, sku.stockText])).toEqual(
      Array.from({ length: 4 }, () => [null, null, '有货']),
    );
  });

  test('a hidden price is none', () => {
    const data = listingData({
      mainBelt: false,
      extraPrice: money('109', { hiddenPrice: 'true' }),
      itemRow: { price: money('129') },
    });
    const snapshot = snapshotOf(dataPage(data));
    expect(snapshot.finalPrice.value).toBeNull();
    expect(snapshot.gated).toBe(true);
  });

  test('rows keyed by index are not taken for the item or a SKU', () => {
    const data = listingData({
      price: null,
      extraPrice: null,
      mainBelt: false,
      change: (res) => {
        const core = res['skuCore'] as { sku2info: unknown };
        core.sku2info = { 0: { price: money('99') }, 1: { price: money('88') } };
      },
    });
    const snapshot = snapshotOf(dataPage(data));
    expect(snapshot.beforePrice).toEqual({ value: null, from: null, candidates: [] });
    expect(snapshot.skus.value?.map((sku) => sku.before)).toEqual([null, null, null, null]);
  });

  test('no SKU: the row "0" is the item', () => {
    const map = ledgerMap({ 0: ['199.00', '129.00', '109.00', '24_7000^20_2000'] });
    const data = listingData({
      skus: [],
      ledger: { map, sId: '0' },
      skuItem: { renderSku: 'false' },
    });
    const snapshot = snapshotOf(listingPage({ chosen: null }, data));
    expect(prices(snapshot)).toEqual(['199', '129', '109']);
    expect(snapshot.skus.value).toEqual([]);
    expect(snapshot.chosenSku.value).toEqual({ skuId: null, names: [] });
  });

  test('priceVO directly under res', () => {
    const data = listingData({
      change: (res) => {
        const { priceVO, ...others } = res['componentsVO'] as Record<string, unknown>;
        Object.assign(res, { priceVO, componentsVO: others });
      },
    });
    expect(prices(snapshotOf(dataPage(data)))).toEqual(['199', '129', '109']);
  });
});

describe('contradictions', () => {
  test('data and DOM differ: no value, both as candidates', () => {
    const snapshot = snapshotOf(listingPage({ price: belt('99', '129') }));
    expect(prices(snapshot)).toEqual(['199', '129', null]);
    expect(whyMissing(snapshot, 'finalPrice')).toBe('ambiguous');
    expect(snapshot.finalPrice.candidates.map(({ value }) => value.minFen)).toEqual([10_900, 9900]);
  });

  test('the DOM shows no final price any more', () => {
    const snapshot = snapshotOf(listingPage({ price: plain('129') }));
    expect(prices(snapshot)).toEqual(['199', '129', null]);
    expect(whyMissing(snapshot, 'finalPrice')).toBe('ambiguous');
  });

  test('a final price above the one before it: neither position is believed', () => {
    const data = listingData({ price: money('109'), extraPrice: money('129'), itemRow: {} });
    const snapshot = snapshotOf(dataPage(data));
    expect(prices(snapshot).slice(1)).toEqual([null, null]);
    expect(whyMissing(snapshot, 'beforePrice')).toBe('ambiguous');
  });

  test('一口价 below 优惠前 is no 一口价 of it', () => {
    const snapshot = snapshotOf(dataPage(listingData({ buyNow: '99.00' })));
    expect(prices(snapshot)).toEqual([null, '129', '109']);
    expect(whyMissing(snapshot, 'listPrice')).toBe('ambiguous');
  });

  test('a price whose text and fen differ is none', () => {
    const data = listingData({ extraPrice: money('109', { priceMoney: '9900' }), itemRow: {} });
    expect(prices(snapshotOf(dataPage(data)))[2]).toBeNull();
  });

  test('two numbers in one node are never glued', () => {
    const glued = belt('109', '129').replace(
      '>109<',
      '>109</span><span class="text--h4">人付款 3<',
    );
    const snapshot = snapshotOf(listingPage({ price: glued, stickyPrice: '', chosen: null }, null));
    expect(snapshot.finalPrice.value).toBeNull();
    expect(whyMissing(snapshot, 'finalPrice')).toBe('malformed');
  });

  test('integer and decimals in nodes of their own', () => {
    const split = belt('109', '129').replace('>109<', '>109</span><span class="text--h4">.50<');
    expect(prices(snapshotOf(listingPage({ price: split, chosen: null }, null)))[2]).toBe('109.5');
  });
});

describe('the chosen SKU', () => {
  const perSku = fourSkus().map((sku, at) => ({
    ...sku,
    before: money(`${129 + at * 10}`),
    final: money(`${109 + at * 10}`),
  }));

  test('its own row speaks, and the item level does not', () => {
    const document = listingPage(
      { chosen: [1, 0], price: belt('129', '149') },
      listingData({ skus: perSku }),
    );
    const snapshot = snapshotOf(document);
    expect(prices(snapshot)).toEqual([null, '149', '129']);
    expect(snapshot.chosenSku.value).toEqual({ skuId: '5000000000010', names: ['米白', '500ml'] });
    expect(snapshot.finalPrice.from?.skuId).toBe('5000000000010');
  });

  test('a DOM that was not drawn for it yet contradicts its row', () => {
    const document = listingPage({ chosen: [1, 0] }, listingData({ skus: perSku }));
    expect(whyMissing(snapshotOf(document), 'finalPrice')).toBe('ambiguous');
  });

  test('an open price with every option chosen was not drawn yet', () => {
    const bare = fourSkus().map(({ skuId, values }) => ({ skuId, values }));
    const data = listingData({ skus: bare, skuItem: { hideOtherPrice: true } });
    const snapshot = snapshotOf(
      listingPage({ chosen: [0, 0], price: belt('109起', '129起') }, data),
    );
    expect(prices(snapshot)).toEqual([null, null, null]);
  });

  test('a SKU without final price in an item that has one', () => {
    const sold = perSku.map((sku, at) =>
      at === 0 ? { ...sku, final: undefined, stock: '无货' } : sku,
    );
    const document = listingPage(
      { chosen: [0, 0], price: plain('129'), stickyPrice: '' },
      listingData({ skus: sold }),
    );
    const snapshot = snapshotOf(document);
    expect(prices(snapshot)).toEqual([null, '129', null]);
    expect(snapshot.skus.value?.[0]).toMatchObject({ final: null, stockText: '无货' });
  });

  test('the item level speaks for the SKU that the data was rendered for', () => {
    const map = ledgerMap({ 5000000000011: ['219.00', '159.00', '139.00', '24_6000^20_2000'] });
    const data = listingData({
      skus: perSku,
      price: money('159'),
      extraPrice: money('139'),
      buyNow: '219.00',
      ledger: { map, sId: '5000000000011' },
    });
    const snapshot = snapshotOf(listingPage({ chosen: [1, 1], price: belt('139', '159') }, data));
    expect(prices(snapshot)).toEqual(['219', '159', '139']);
    expect(snapshot.ledger.from?.skuId).toBe('5000000000011');
  });

  test('the address names it where only data is there', () => {
    const url = addressOf(ITEM_ID, '&skuId=5000000000010');
    const snapshot = snapshotOf(dataPage(listingData({ skus: perSku })), url);
    expect(snapshot.chosenSku).toMatchObject({
      value: { skuId: '5000000000010', names: ['米白', '500ml'] },
      from: { source: 'url' },
    });
    expect(prices(snapshot)).toEqual([null, '149', '129']);
  });
});
