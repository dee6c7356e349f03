import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { taobaoAdapter } from '../../../lib/sites/taobao/adapter';
import { appScript, dataPage, documentOf } from '../../fixtures/pages/app-page';
import { ITEM_ID, listingData } from '../../fixtures/pages/listing-data';
import { listingBody, listingPage } from '../../fixtures/pages/listing-html';
import { prices, read, snapshotOf, whyMissing } from './reading';

describe('a page that is not what it seems', () => {
  test.each([
    'querySelector',
    'querySelectorAll',
    'getAttribute',
    'textContent',
    'parentElement',
    'title',
    'body',
    'documentElement',
    'readyState',
    'createTreeWalker',
    'matches',
    'children',
  ])('a name that is clobbered: %s', (name) => {
    const clobbered = `<form id="f"><input name="${name}"></form><img name="${name}"><embed name="${name}">`;
    const document = listingPage({
      before: clobbered,
      attributes: `<form class="paramsWrap--p"><input name="${name}"><div class="generalParamsInfoItem--p"><div class="generalParamsInfoItemTitle--p">材质</div><div class="generalParamsInfoItemSubTitle--p">316不锈钢</div></div></form>`,
      detail: `<form><input name="${name}">316不锈钢内胆，真空长效保温杯</form>`,
    });
    const snapshot = snapshotOf(document);
    expect(prices(snapshot)).toEqual(['199', '129', '109']);
    expect(snapshot.attributes.value?.[0]).toEqual({ name: '材质', value: '316不锈钢' });
    expect(snapshot.detail.value?.text).toContain('长效保温');
    expect(taobaoAdapter.anchors(document).title).not.toBeNull();
    expect(taobaoAdapter.watched(document)).toHaveLength(2);
  });

  test.each([10, 1000, -80, -10])('page data that is cut off after %i characters', (at) => {
    const whole = appScript(listingData()).replace(/^<script>|<\/script>$/g, '');
    const document = documentOf(
      `<body>${listingBody()}<script>var x;${whole.slice(0, at)}</script></body>`,
    );
    const snapshot = snapshotOf(document);
    // −10 leaves the JSON whole; everywhere else the DOM speaks alone.
    expect(prices(snapshot)).toEqual(at === -10 ? ['199', '129', '109'] : [null, '129起', '109起']);
  });

  test('markup, direction marks and half characters are text', () => {
    const title = '<img src=x onerror=alert(1)>\u202e保温杯\u200b \ud83d杯';
    const snapshot = snapshotOf(dataPage(listingData({ title })));
    expect(snapshot.title.value).toBe('<img src=x onerror=alert(1)>\u202e保温杯\u200b \ufffd杯');
  });

  test.each([' ', '\u3000\t'])('a title of blanks is none: %j', (title) => {
    const unpriced = { title, price: '', stickyPrice: '' };
    const { state, ...rest } = read(listingPage(unpriced, null));
    expect(state).toBe('changed');
    expect(rest).toMatchObject({ missing: expect.arrayContaining(['title', 'beforePrice']) });
    expect(whyMissing(snapshotOf(listingPage({ title }, null)), 'title')).toBeDefined();
  });

  test('100 kB texts are cut, no emoji in half', () => {
    const long = '😀'.repeat(50_000);
    const data = listingData({
      title: `a${long}`,
      infos: [
        { type: 'BASE_PROPS', items: [{ title: `b${long}`, text: [`c${long}`] }] },
        { type: 'DAILY_COUPON', items: [{ text: [`d${long}`] }] },
      ],
      change: (res) => {
        (res['seller'] as Record<string, unknown>)['shopName'] = long;
        delete (res['componentsVO'] as Record<string, unknown>)['storeCardVO'];
      },
    });
    const snapshot = snapshotOf(dataPage(data));
    expect(snapshot.title.value?.length).toBe(19_999);
    expect(snapshot.shopName.value?.length).toBe(500);
    expect(snapshot.attributes.value?.at(-1)?.value.length).toBe(1999);
    expect(snapshot.promotions.value?.[0]?.text.length).toBe(499);
    expect(JSON.stringify(snapshot)).not.toMatch(/\\ud83d|\ufffd/);
  });

  test('a detail of 2 MB and a page of 50,000 nodes', () => {
    const detail = `<p>${'长效保温'.repeat(100)}</p>`.repeat(5000);
    const snapshot = snapshotOf(listingPage({ detail }));
    expect(snapshot.detail.value?.text.length).toBeLessThanOrEqual(20_000);
    const started = performance.now();
    read(listingPage({ before: '<div><span>x</span></div>'.repeat(25_000) }));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('prototype keys, NaN, and JSON that is too deep', () => {
    const odd = JSON.parse(
      '{"__proto__":{"skuBase":{}},"constructor":{"name":1},"hasOwnProperty":"x"}',
    ) as Record<string, unknown>;
    const document = dataPage({ ...listingData(), ...odd, feature: odd, params: NaN });
    expect(prices(snapshotOf(document))).toEqual(['199', '129', '109']);
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const script = appScript(listingData()).replace('"appData":null', `"appData":${deep}`);
    expect(read(documentOf(script)).state).toBe('not-ready');
  });

  test('a part that the reader stumbles over is missing, and no other', () => {
    // oxlint-disable-next-line typescript/unbound-method -- called with the element it is asked of
    const original = Element.prototype.querySelectorAll;
    const spy = vi.spyOn(Element.prototype, 'querySelectorAll');
    spy.mockImplementation(function (this: Element, css: string) {
      if (css.includes('storeLabelItem--')) throw new Error('stumbled');
      return original.call(this, css);
    });
    const report = read(listingPage());
    spy.mockRestore();
    expect(report).toEqual(read(listingPage()));
  });

  test('rows of variants without a list of them are malformed', () => {
    const change = (res: Record<string, unknown>): void => {
      Object.assign(res, { skuCore: { sku2info: { 77: {} } }, skuBase: { skus: [] } });
    };
    expect(whyMissing(snapshotOf(dataPage(listingData({ change }))), 'skus')).toBe('malformed');
  });
});

/** Page data of the right outline with anything in its places. */
const anything = fc.jsonValue({ maxDepth: 3 });
const wild = fc.oneof(
  anything,
  fc.constantFrom('', '起', '129起', '1e9', '-5', '99999999999999', 'NaN', null, -1, 1.5, 1e21),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Every path of the data that a reader looks at, each with something wild in it. */
function wildData(values: unknown[]): Record<string, unknown> {
  let next = 0;
  const swap = (value: unknown): unknown => {
    const other = values[next % values.length];
    next++;
    if (next % 3 === 0) return other;
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== 'object' || value === null) return next % 2 === 0 ? other : value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, swap(one)]));
  };
  const res = swap(listingData()) as Record<string, unknown>;
  const outline = typeof res === 'object' && res !== null && !Array.isArray(res) ? res : {};
  return { skuBase: {}, ...outline, item: { itemId: ITEM_ID, title: values[0] } };
}

describe('any page', () => {
  test('page data of any content never throws, and its reading always parses', () => {
    fc.assert(
      fc.property(fc.array(wild, { minLength: 1, maxLength: 12 }), (values) => {
        expect(read(dataPage(wildData(values), ITEM_ID)).state).toMatch(/ok|changed/);
        expect(read(listingPage({}, wildData(values))).state).toBe('ok');
      }),
      { numRuns: 300 },
    );
  });

  test('JSON of any shape never throws', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const parts = { item: value, componentsVO: value, skuBase: value };
        for (const data of [value, parts])
          expect(() => read(dataPage(data, ITEM_ID))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  test('any text in any of the DOM’s places never throws, and its reading always parses', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('1 2', '1+', '99%', '9'.repeat(30)),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 6, maxLength: 6 }), fc.boolean(), (texts, bare) => {
        const safe = texts.map((one) => one.replace(/[<>&"]/g, ''));
        const [title = '', price = '', sales = '', coupon = '', value = '', review = ''] = safe;
        const document = listingPage(
          {
            // With its last character it is a title, whatever the text: see 'a title of blanks'.
            title: `${title}杯`,
            price: `<div class="beltPrice--h"><div class="highlightPrice--h"><span class="text--h">${price}</span></div><div class="subPrice--h"><span>${value}</span></div></div>`,
            sales,
            coupons: `<div class="couponInfoArea--c"><div class="CouponItem--c">${coupon}</div></div>`,
            attributes: `<div class="paramsWrap--p"><div class="generalParamsInfoItem--p"><div class="generalParamsInfoItemTitle--p">${coupon}</div><div class="generalParamsInfoItemSubTitle--p">${value}</div></div></div>`,
            reviews: `<div class="Comments--r"><div class="tabDetailItemTitle--r">用户评价·${review}</div><div class="rateTextTitle--r">${review}</div><div class="imprItem--r">${coupon}<span class="imprItemCount--r">${review}</span></div></div>`,
            detail: value,
          },
          bare ? null : listingData(),
        );
        expect(read(document).state).toBe('ok');
      }),
      { numRuns: 200 },
    );
  });
});
