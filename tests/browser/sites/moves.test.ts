import { describe, expect, test } from 'vitest';
import { appScript } from '../../fixtures/pages/app-page';
import { fourSkus, ITEM_ID, listingData, money, TITLE } from '../../fixtures/pages/listing-data';
import {
  belt,
  listingBody,
  listingPage,
  plain,
  type DrawnSpec,
} from '../../fixtures/pages/listing-html';
import { addressOf, prices, read, snapshotOf, whyMissing } from './reading';

const NEXT_ID = '800100200999';
const NEXT_TITLE = '澄屿儿童吸管杯防摔幼儿园专用';
const NEXT = addressOf(NEXT_ID);

/** Redraws the page's app as the app itself does, leaving the inline script of the first load. */
function redraw(document: Document, drawn: Partial<DrawnSpec>): void {
  const fresh = new DOMParser().parseFromString(listingBody(drawn), 'text/html');
  const app = fresh.querySelector('#ice-container');
  document.querySelector('#ice-container')?.replaceWith(document.adoptNode(app as Element));
}

const NEXT_DRAWN: Partial<DrawnSpec> = {
  itemId: NEXT_ID,
  title: NEXT_TITLE,
  price: belt('59', '79'),
  stickyPrice: '',
  chosen: null,
  coupons: '',
  sales: '已售 300+',
  attributes: '',
  reviews: '',
};

describe('a SKU click', () => {
  const perSku = fourSkus().map((sku, at) => ({
    ...sku,
    before: money(`${129 + at * 10}`),
    final: money(`${109 + at * 10}`),
  }));

  test('after it the item-level data has no vote', () => {
    const document = listingPage({}, listingData({ skus: perSku }));
    expect(prices(snapshotOf(document))).toEqual(['199', '129', '109']);
    redraw(document, { chosen: [1, 1], price: belt('139', '159') });
    expect(prices(snapshotOf(document))).toEqual([null, '159', '139']);
    redraw(document, { chosen: [0, 0] });
    expect(prices(snapshotOf(document))).toEqual([null, '129', '109']);
  });

  test('with only part of the options chosen anew the DOM speaks alone, and stays open', () => {
    const document = listingPage({}, listingData({ skus: perSku }));
    snapshotOf(document);
    redraw(document, { chosen: [1, null], price: belt('129', '149') });
    const snapshot = snapshotOf(document);
    expect(prices(snapshot)).toEqual([null, '149起', '129起']);
    expect(snapshot.finalPrice.from?.source).toBe('dom');
    expect(whyMissing(snapshot, 'ledger')).toBe('not-rendered');
  });

  test('back at the first choice the data speaks again', () => {
    const document = listingPage({}, listingData({ skus: perSku }));
    snapshotOf(document);
    redraw(document, { chosen: [1, null], price: belt('129', '149') });
    snapshotOf(document);
    redraw(document, {});
    expect(prices(snapshotOf(document))).toEqual(['199', '129', '109']);
  });

  test('coupons of the SKU are those that the DOM shows', () => {
    const document = listingPage({}, listingData({ skus: perSku }));
    snapshotOf(document);
    const coupons =
      '<div class="couponInfoArea--c"><div class="CouponItem--c" title="官方立减15%省24元"></div></div>';
    redraw(document, { chosen: [1, 1], price: belt('139', '159'), coupons });
    expect(snapshotOf(document).promotions.value?.map(({ text }) => text)).toEqual([
      '官方立减15%省24元',
    ]);
  });
});

describe('a move inside the app', () => {
  test('the address is the next item, the DOM still the one before: not ready', () => {
    const document = listingPage();
    expect(read(document).state).toBe('ok');
    expect(read(document, NEXT)).toEqual({ state: 'not-ready', itemId: NEXT_ID });
  });

  test('the same without the node that names the item, and never read before', () => {
    const document = listingPage({ itemId: null });
    expect(read(document, NEXT)).toEqual({ state: 'not-ready', itemId: NEXT_ID });
  });

  test('the node that names the item is ahead of the title: not ready', () => {
    const document = listingPage({ itemId: NEXT_ID });
    expect(read(document, NEXT).state).toBe('not-ready');
  });

  test('the same title with another price is not believed', () => {
    const document = listingPage();
    snapshotOf(document);
    redraw(document, { ...NEXT_DRAWN, title: TITLE });
    expect(read(document, NEXT).state).toBe('not-ready');
  });

  test('a DOM of a third item, that was never read, is told by the id it is drawn for', () => {
    const document = listingPage();
    snapshotOf(document);
    redraw(document, { ...NEXT_DRAWN, itemId: '800100200777' });
    expect(read(document, NEXT).state).toBe('not-ready');
  });

  test('options that may still be the item before’s choose nothing', () => {
    const document = listingPage({ chosen: [0, 1] });
    snapshotOf(document);
    redraw(document, { ...NEXT_DRAWN, chosen: [0, 1] });
    const snapshot = snapshotOf(document, addressOf(NEXT_ID, '&skuId=5000000000999'));
    expect(snapshot.chosenSku.value).toBeNull();
    expect(whyMissing(snapshot, 'chosenSku')).toBe('not-rendered');
    expect(prices(snapshot)).toEqual([null, '79起', '59起']);
  });

  test('drawn anew, the DOM alone speaks, and the data of the first load is ignored', () => {
    const document = listingPage();
    snapshotOf(document);
    redraw(document, NEXT_DRAWN);
    const snapshot = snapshotOf(document, NEXT);
    expect(snapshot).toMatchObject({ itemId: NEXT_ID, title: { value: NEXT_TITLE } });
    expect(prices(snapshot)).toEqual([null, '79', '59']);
    expect(snapshot.sales.value?.count.text).toBe('300+');
    expect(snapshot.shopName.value).toBe('澄屿旗舰店');
    const sources = Object.values(snapshot).flatMap((one) =>
      typeof one === 'object' && one !== null && 'from' in one && one.from ? [one.from.source] : [],
    );
    expect(new Set(sources)).toEqual(new Set(['dom', 'url']));
    for (const field of ['skus', 'ledger', 'attributes', 'promotions', 'reviewCount'] as const)
      expect([field, snapshot[field].value]).toEqual([field, null]);
  });

  test.each([
    ['never read before', false],
    ['read before', true],
  ])('a part that is not drawn anew yet gives no value (%s)', (_, wasRead) => {
    const document = listingPage();
    if (wasRead) snapshotOf(document);
    // Title and id are the next item's; price, sales, coupons, attributes, reviews are not yet.
    redraw(document, { itemId: NEXT_ID, title: NEXT_TITLE, chosen: null });
    const snapshot = snapshotOf(document, NEXT);
    expect(prices(snapshot)).toEqual([null, null, null]);
    expect(whyMissing(snapshot, 'finalPrice')).toBe('not-rendered');
    const fields = ['sales', 'promotions', 'attributes', 'reviewCount', 'goodRate', 'imageCount'];
    const values = Object.entries(snapshot).filter(([name]) => fields.includes(name));
    expect(values.map(([, one]) => (one as { value: unknown }).value)).toEqual(
      fields.map(() => null),
    );
  });

  test('the prices of every SKU that was shown are known as the item before', () => {
    const perSku = fourSkus().map((sku, at) => ({ ...sku, final: money(`${100 + at}`) }));
    const document = listingPage({}, listingData({ skus: perSku }));
    redraw(document, { chosen: [1, 1], price: belt('103', '129') });
    snapshotOf(document);
    redraw(document, { ...NEXT_DRAWN, price: belt('103', '129') });
    expect(prices(snapshotOf(document, NEXT))).toEqual([null, null, null]);
  });

  test('a second move, over an item that was never read', () => {
    const document = listingPage();
    snapshotOf(document);
    read(document, addressOf('800100200777'));
    expect(read(document, NEXT).state).toBe('not-ready');
    redraw(document, { itemId: NEXT_ID, title: NEXT_TITLE, chosen: null });
    expect(prices(snapshotOf(document, NEXT))).toEqual([null, null, null]);
  });

  test('and back to the first: its data speaks, the DOM of the item between does not', () => {
    const document = listingPage();
    snapshotOf(document);
    redraw(document, NEXT_DRAWN);
    snapshotOf(document, NEXT);
    expect(read(document).state).toBe('not-ready');
    redraw(document, { ...NEXT_DRAWN, itemId: ITEM_ID, title: TITLE });
    const between = snapshotOf(document);
    expect(prices(between)).toEqual(['199', '129', '109']);
    expect(between.sales.value?.count.text).toBe('2000+');
    redraw(document, {});
    expect(prices(snapshotOf(document))).toEqual(['199', '129', '109']);
  });

  test('the chosen SKU of the next item is named by the address', () => {
    const document = listingPage();
    snapshotOf(document);
    redraw(document, { ...NEXT_DRAWN, chosen: [0, 1] });
    const snapshot = snapshotOf(document, addressOf(NEXT_ID, '&skuId=5000000000999'));
    expect(snapshot.chosenSku.value).toEqual({ skuId: '5000000000999', names: ['雾蓝', '750ml'] });
    expect(snapshot.finalPrice.from?.skuId).toBe('5000000000999');
  });
});

describe('whose page data it is', () => {
  test('data of another item is ignored, whichever id says so', () => {
    const other = listingData({ itemId: NEXT_ID, title: NEXT_TITLE });
    const document = listingPage({ price: plain('88'), stickyPrice: '', chosen: null }, other);
    expect(prices(snapshotOf(document))).toEqual([null, '88', null]);
  });

  test('data without any id is nobody’s', () => {
    const { item, ...rest } = listingData();
    const nameless = { ...rest, item: { title: (item as { title: string }).title } };
    const document = new DOMParser().parseFromString(
      `<body>${listingBody({ price: '', stickyPrice: '' })}${appScript(nameless)}</body>`,
      'text/html',
    );
    expect(read(document)).toEqual({ state: 'not-ready', itemId: ITEM_ID });
  });

  test('a page of two scripts: the one of this item is read', () => {
    const document = listingPage();
    const script = document.createElement('script');
    const other = listingData({ itemId: NEXT_ID, title: NEXT_TITLE, extraPrice: money('1') });
    script.textContent = appScript(other, NEXT_ID).replace(/<\/?script>/g, '');
    document.body.prepend(script);
    expect(prices(snapshotOf(document))).toEqual(['199', '129', '109']);
  });
});
