import { describe, expect, test } from 'vitest';
import { LEDGER_CODES } from '../../../lib/listing/ledger-codes';
import { dataPage } from '../../fixtures/pages/app-page';
import {
  ITEM_ID,
  ledgerMap,
  listingData,
  money,
  type ListingSpec,
} from '../../fixtures/pages/listing-data';
import { listingPage } from '../../fixtures/pages/listing-html';
import { addressOf, snapshotOf, whyMissing } from './reading';

/** A listing without SKUs whose ledger is the given one, and its promotions' lines. */
function withLedger(
  row: [string, string, string, string],
  lines: string[] = [],
  more: Partial<ListingSpec> = {},
) {
  const data = listingData({
    skus: [],
    ledger: { map: ledgerMap({ 0: row }), sId: '0' },
    infos: [{ type: 'DAILY_COUPON', items: lines.map((line) => ({ text: [line] })) }],
    ...more,
  });
  return snapshotOf(dataPage(data)).ledger;
}

describe('the ledger', () => {
  test.each(LEDGER_CODES)('code $code stands $stage', ({ code, stage }) => {
    const row: [string, string, string, string] =
      stage === 'to-before'
        ? ['199.00', '189.00', '189.00', `${code}_1000`]
        : ['199.00', '199.00', '189.00', `${code}_1000`];
    expect(withLedger(row).value).toEqual({
      listFen: 19_900,
      beforeFen: stage === 'to-before' ? 18_900 : 19_900,
      finalFen: 18_900,
      steps: [{ code, amountFen: 1000, stage, label: null, thresholdFen: null }],
    });
  });

  test('steps of both stages in one string, named by the line with the same amount', () => {
    const ledger = withLedger(
      ['199.00', '129.00', '97.00', '24_7000^20_2000^13_1000^12_200'],
      ['官方立减15%省20元', '店铺券满100减10', '淘金币已抵2元', '红包可抵70元'],
    );
    expect(ledger.value?.steps).toEqual([
      { code: '24', amountFen: 7000, stage: 'to-before', label: null, thresholdFen: null },
      {
        code: '20',
        amountFen: 2000,
        stage: 'to-final',
        label: '官方立减15%省20元',
        thresholdFen: null,
      },
      {
        code: '13',
        amountFen: 1000,
        stage: 'to-final',
        label: '店铺券满100减10',
        thresholdFen: 10_000,
      },
      { code: '12', amountFen: 200, stage: 'to-final', label: '淘金币已抵2元', thresholdFen: null },
    ]);
  });

  test('an unknown code is placed where the ledger closes', () => {
    const steps = withLedger(['199.00', '129.00', '109.00', '77_7000^78_2000']).value?.steps;
    expect(steps?.map(({ code, stage }) => [code, stage])).toEqual([
      ['77', 'to-before'],
      ['78', 'to-final'],
    ]);
  });

  test('two steps of one amount are not named, nor is one that two lines fit', () => {
    const twice = withLedger(['199.00', '189.00', '179.00', '24_1000^20_1000'], ['官方立减省10元']);
    expect(twice.value?.steps.map(({ label }) => label)).toEqual([null, null]);
    const two = withLedger(
      ['199.00', '199.00', '189.00', '20_1000'],
      ['官方立减省10元', '店铺立减10元'],
    );
    expect(two.value?.steps[0]?.label).toBeNull();
  });

  test('a coupon of the data names a step and its threshold: 需领券', () => {
    const itemApplyParams = JSON.stringify([
      { couponName: '满5000减200店铺优惠券', couponType: 1 },
    ]);
    const itemRow = { price: money('5200'), subPrice: money('5000'), itemApplyParams };
    const change = { itemRow, price: money('5200'), extraPrice: money('5000') };
    const ledger = withLedger(['5200.00', '5200.00', '5000.00', '13_20000'], [], change);
    expect(ledger.value?.steps[0]).toMatchObject({
      label: '满5000减200店铺优惠券',
      thresholdFen: 500_000,
    });
  });

  test.each([
    ['spsd4bybt', '百亿补贴'],
    ['spsd4bybtjb', '百亿补贴'],
    ['zflj', '国补'],
    ['spsd4hjmssjbt', '淘宝秒杀'],
    ['spsd4hjbt', '淘宝秒杀'],
  ])('%s is of its own kind: %s', (promotionName, label) => {
    const tbShopRedPocket = JSON.stringify({
      umpInfo: { umpPromotionList: [{ promotionName, amount: 1000, threshold: 0 }] },
    });
    const ledger = withLedger(['199.00', '199.00', '189.00', '20_1000'], ['官方立减省10元'], {
      change: (res) => {
        const parts = res['componentsVO'] as Record<string, unknown>;
        parts['xsRedPacketParamVO'] = { xsRedPocketParams: { tbShopRedPocket } };
      },
    });
    expect(ledger.value?.steps[0]?.label).toBe(label);
  });

  test('a row of one SKU says which it is', () => {
    const map = ledgerMap({ 5000000000011: ['199.00', '129.00', '109.00', '24_7000^20_2000'] });
    const snapshot = snapshotOf(dataPage(listingData({ ledger: { map, sId: '5000000000011' } })));
    expect(snapshot.ledger.from).toMatchObject({ skuId: '5000000000011' });
  });

  test.each([
    ['an empty map', '{}', 'not-rendered'],
    ['no map', '', 'absent'],
    ['a truncated map', '{0:{"price1":"12', 'absent'],
    ['an unreadable step', ledgerMap({ 0: ['1', '1', '1', '20_x'] }), 'malformed'],
  ])('%s gives none', (_, map, why) => {
    const snapshot = snapshotOf(dataPage(listingData({ skus: [], ledger: { map, sId: '0' } })));
    expect(snapshot.ledger.value).toBeNull();
    expect(whyMissing(snapshot, 'ledger')).toBe(why);
  });
});

describe('the other fields', () => {
  const snapshot = snapshotOf(
    listingPage({ detail: '<p>316不锈钢内胆，真空长效保温二十四小时</p><img src="x">' }),
  );

  test('seller', () => {
    expect(snapshot.shopName.value).toBe('澄屿旗舰店');
    expect(snapshot.shopId.value).toBe('700100200');
    expect(snapshot.sellerId.value).toBe('600100200');
    expect(snapshot.kind.value).toBe('tmall');
    expect(snapshot.sellerLevel.value).toBe('14');
  });

  test('promotions: applied, and possible but not applied', () => {
    expect(snapshot.promotions.value).toEqual([
      { text: '官方立减15%省20元', type: 'DAILY_COUPON', applied: true },
      { text: '淘金币可抵3.20元', type: 'DAILY_COUPON', applied: false },
    ]);
  });

  test('sales and reviews', () => {
    const count = { text: '2000+', atLeast: 2000, isLowerBound: true };
    expect(snapshot.sales.value).toEqual({ count, metric: 'sold' });
    expect(snapshot.reviewCount.value).toMatchObject({ text: '1000+', atLeast: 1000 });
    expect(snapshot.goodRate.value).toEqual({ text: '近3个月好评率98%', percent: 98 });
    expect(snapshot.impressions.value?.map((one) => [one.word, one.count.atLeast])).toEqual([
      ['保温好', 120],
      ['杯盖紧', 33],
    ]);
  });

  test('shop scores, old and new, and the rates among the labels', () => {
    expect(snapshot.scores.value?.map(({ name, value, level }) => [name, value, level])).toEqual([
      ['宝贝描述', 4.8, 'high'],
      ['卖家服务', 4.7, 'equal'],
      ['物流服务', 4.6, 'low'],
      ['综合体验', 4.7, null],
      ['宝贝质量', 4.6, null],
      ['物流速度', null, null],
      ['好评率', 96, null],
    ]);
  });

  test('attributes of both DOM kinds, and no phone number', () => {
    expect(snapshot.attributes.value).toEqual([
      { name: '材质', value: '316不锈钢' },
      { name: '容量', value: '500ml' },
    ]);
    const { attributes } = snapshotOf(listingPage({ reviews: '' }, null));
    expect(attributes.value).toEqual(snapshot.attributes.value);
  });

  test('SKUs with both prices and the stock as worded, never the display cap', () => {
    expect(snapshot.skus.value?.[3]).toEqual({
      skuId: '5000000000011',
      names: ['米白', '750ml'],
      before: { minFen: 12_900, maxFen: 12_900 },
      final: { minFen: 10_900, maxFen: 10_900 },
      stockText: '有货',
    });
    expect(JSON.stringify(snapshot)).not.toContain('200,');
  });

  test('pictures: the union of both lists, a video’s cover once', () => {
    expect(snapshot.imageCount.value).toBe(4);
    const fewer = listingData({
      change: (res) => {
        (res['item'] as Record<string, unknown>)['images'] = [];
      },
    });
    expect(snapshotOf(listingPage({}, fewer)).imageCount.value).toBe(4);
    const others = listingData({
      change: (res) => {
        (res['item'] as Record<string, unknown>)['images'] = ['https://img.example/other.jpg'];
      },
    });
    expect(whyMissing(snapshotOf(listingPage({}, others)), 'imageCount')).toBe('ambiguous');
  });

  test('detail: text, or images only, or not there yet', () => {
    expect(snapshot.detail.value).toEqual({
      text: '316不锈钢内胆，真空长效保温二十四小时',
      imageCount: 1,
      imagesOnly: false,
    });
    const images =
      '<p>商品详情</p><img data-src="//img.example/1.jpg" src="//g.example/s.gif"><img>';
    expect(snapshotOf(listingPage({ detail: images })).detail.value).toEqual({
      text: '商品详情',
      imageCount: 2,
      imagesOnly: true,
    });
    expect(whyMissing(snapshotOf(listingPage()), 'detail')).toBe('not-rendered');
  });

  test('nobody’s name, nick, address or phone', () => {
    expect(JSON.stringify(snapshot)).not.toMatch(/买家甲|杯子很好看|掌柜|某街道|某厂客服|0013/);
  });

  test.each([
    [
      'a nick in the page’s head',
      '<span class="site-nav-login-info-nick">某人</span>',
      'logged-in',
    ],
    [
      'an id from the server',
      '<script>window.__itempage_userinfo = {"userId":"1"};</script>',
      'logged-in',
    ],
    ['an empty id', '<script>window.__itempage_userinfo = {"userId":""};</script>', 'logged-out'],
    ['the invitation to log in', '', 'logged-out'],
  ])('account: %s', (_, before, account) => {
    expect(snapshotOf(listingPage({ before })).account).toBe(account);
  });

  test('what sources show differently is ambiguous', () => {
    const document = listingPage({ title: '澄屿保温杯另一个标题', sales: '已售 3000+' });
    const differing = snapshotOf(document);
    for (const field of ['title', 'sales'] as const) {
      expect(differing[field].value).toBeNull();
      expect(differing[field].candidates.length).toBe(2);
      expect(whyMissing(differing, field)).toBe('ambiguous');
    }
    const attributes = listingPage({
      attributes:
        '<div class="paramsWrap--p"><div class="generalParamsInfoItem--p"><div class="generalParamsInfoItemTitle--p">材质</div><div class="generalParamsInfoItemSubTitle--p">304不锈钢</div></div></div>',
    });
    expect(whyMissing(snapshotOf(attributes), 'attributes')).toBe('ambiguous');
  });

  test('a C shop on item.taobao.com, and no guess without its data', () => {
    const url = new URL(`https://item.taobao.com/item.htm?id=${ITEM_ID}`);
    const data = listingData({
      change: (res) => {
        (res['seller'] as Record<string, unknown>)['sellerType'] = 'C';
        const parts = res['componentsVO'] as { storeCardVO: { sellerType: string } };
        parts.storeCardVO.sellerType = 'C';
      },
    });
    expect(snapshotOf(listingPage({}, data), url).kind.value).toBe('taobao');
    expect(snapshotOf(listingPage({}, null), url).kind.value).toBeNull();
    expect(snapshotOf(listingPage({}, null), addressOf()).kind.from?.source).toBe('url');
  });
});
