import type { DemoListing, DemoProp, DemoSku } from './listing.ts';

// Four invented listings of invented shops. Nothing here is taken from a real page; the item ids
// are round numbers that no listing carries.

const sizes = (names: string[]): DemoProp => ({
  pid: '20509',
  name: '尺码',
  values: names.map((name, i) => ({ vid: String(28_314 + i), name })),
});

/** Every colour in every size, at one price each; the named pairs are sold out. */
function variants(
  firstId: number,
  props: DemoProp[],
  price: { before: string; final: string | null },
  soldOut: string[] = [],
): DemoSku[] {
  const [colours, sizesOf] = props;
  return (colours?.values ?? []).flatMap((colour, c) =>
    (sizesOf?.values ?? []).map((size, s) => {
      const gone = soldOut.includes(`${colour.name} ${size.name}`);
      return {
        skuId: String(firstId + c * 10 + s),
        vids: [colour.vid, size.vid],
        before: price.before,
        final: gone ? null : price.final,
        quantity: gone ? 0 : 200,
        quantityText: gone ? '无货' : '有货',
      };
    }),
  );
}

const mineProps: DemoProp[] = [
  {
    pid: '1627207',
    name: '颜色分类',
    values: [
      { vid: '30155', name: '雾蓝', colour: '#8fb6c9', corner: '多人加购' },
      { vid: '28320', name: '米白', colour: '#efe7d8' },
      { vid: '28326', name: '浅紫', colour: '#b9a7d2' },
    ],
  },
  sizes(['M', 'L', 'XL', '2XL']),
];

/** Our own shop's listing: a promotion with a belt and a ledger that closes. */
export const MINE: DemoListing = {
  host: 'detail.tmall.com',
  itemId: '100000000101',
  title: '屿澄防晒衣女2026新款夏季冰丝透气皮肤衣UPF50+防紫外线轻薄外套',
  shop: {
    name: '屿澄户外旗舰店',
    shopId: '100000101',
    sellerId: '2000000101',
    type: 'B',
    overall: '4.8',
    scores: [
      ['宝贝质量', '4.8'],
      ['物流速度', '4.9'],
      ['服务保障', '4.7'],
    ],
    labels: ['好评率98%', '平均15小时发货', '平均9小时退款'],
  },
  props: mineProps,
  skus: [
    ...variants(5_000_000_100, mineProps.slice(0, 2), { before: '169', final: '134.61' }, [
      '米白 2XL',
    ]),
  ].map((sku) => (sku.vids[0] === '28326' ? { ...sku, before: '179', final: '143.51' } : sku)),
  chosen: '5000000101',
  listPrice: '229.00',
  // 169 − 30 官方立减 = 139 for everybody; 淘金币 1.39 and 平台礼金 3 are this account's.
  ledger: {
    list: '229.00',
    before: '169.00',
    final: '134.61',
    steps: '24_6000^20_3000^12_139^5_300',
  },
  priceWords: { final: '券后', before: '优惠前' },
  belt: '距结束 2天',
  coupons: [
    {
      type: 'DAILY_COUPON',
      applied: true,
      texts: ['官方立减省30元', '淘金币已抵1.39元', '平台礼金补贴3元'],
    },
    { type: 'CAN_BE_ENJOYED_AGAIN', applied: false, texts: ['店铺券满299减20'] },
  ],
  emphasis: [
    ['防晒指数', 'UPF50+'],
    ['面料', '冰丝凉感面料'],
    ['上市年份季节', '2026年夏季'],
    ['版型', '宽松'],
    ['衣长', '常规款'],
    ['适用场景', '户外 骑行 通勤'],
  ],
  params: [
    ['品牌', '屿澄'],
    ['货号', 'YC-26-S07'],
    ['材质成分', '锦纶88% 氨纶12%'],
    ['帽子', '可拆卸连帽'],
    ['洗涤', '可水洗'],
    ['颜色分类', '雾蓝,米白,浅紫'],
    ['尺码', 'M,L,XL,2XL'],
  ],
  sales: '2万+',
  reviews: {
    total: '1万+',
    rate: '近3个月好评率98%',
    words: [
      ['轻薄透气', '2613'],
      ['防晒效果好', '1870'],
      ['颜色好看', '954'],
      ['袖口不勒', '312'],
    ],
  },
  detail: [
    '原纱防晒，不是涂层：水洗三十次后仍是 UPF50+。',
    '接触凉感 Q-max 0.32，出汗后不贴身。',
    '加大帽檐 12cm，脸侧也遮得住。',
    '可收纳进口袋，重约 128g。',
  ],
  detailPictures: 4,
  colours: ['#8fb6c9', '#efe7d8', '#b9a7d2', '#a9c3b0', '#d9b8a8'],
  loggedIn: true,
  degraded: false,
};

const rivalProps: DemoProp[] = [
  {
    pid: '1627207',
    name: '颜色分类',
    values: [
      { vid: '30156', name: '奶茶', colour: '#cdb49b', corner: '推荐' },
      { vid: '28321', name: '薄荷', colour: '#a8cfc0' },
    ],
  },
  sizes(['M', 'L', 'XL']),
];

/** A competitor below our price line, with a shop coupon that has to be taken. */
export const RIVAL: DemoListing = {
  host: 'detail.tmall.com',
  itemId: '100000000202',
  title: '霁野2026新款防晒衣女款夏季冰丝透气防紫外线薄款皮肤衣外套宽松防晒服',
  shop: {
    name: '霁野旗舰店',
    shopId: '100000202',
    sellerId: '2000000202',
    type: 'B',
    overall: '4.6',
    scores: [
      ['宝贝质量', '4.6'],
      ['物流速度', '4.8'],
      ['服务保障', '4.5'],
    ],
    labels: ['好评率96%', '平均20小时发货'],
  },
  props: rivalProps,
  skus: variants(5_000_000_200, rivalProps, { before: '159', final: '124.21' }),
  chosen: '5000000201',
  listPrice: '219.00',
  // 159 − 24 官方立减 − 6 店铺券 = 129 for everybody who takes the coupon.
  ledger: {
    list: '219.00',
    before: '159.00',
    final: '124.21',
    steps: '41_6000^20_2400^13_600^12_129^1_350',
  },
  priceWords: { final: '券后', before: '优惠前' },
  belt: null,
  coupons: [
    {
      type: 'DAILY_COUPON',
      applied: true,
      texts: ['官方立减15%省24元', '店铺券满99减6', '淘金币已抵1.29元', '首单礼金省3.5元'],
    },
    { type: 'ACTIVITIES', applied: false, texts: ['0元入会，抢限量好券'] },
  ],
  emphasis: [
    ['面料', '冰丝'],
    ['防晒指数', 'UPF50+'],
    ['上市年份季节', '2026年夏季'],
  ],
  params: [
    ['品牌', '霁野'],
    ['材质成分', '锦纶90% 氨纶10%'],
    ['帽子', '连帽'],
    ['颜色分类', '奶茶,薄荷'],
    ['尺码', 'M,L,XL'],
  ],
  sales: '6000+',
  reviews: {
    total: '3000+',
    rate: '近3个月好评率96%',
    words: [
      ['轻薄透气', '806'],
      ['版型宽松', '420'],
      ['有点闷', '63'],
    ],
  },
  detail: [],
  detailPictures: 5,
  colours: ['#cdb49b', '#a8cfc0', '#d8d2c2', '#b6c6a8'],
  loggedIn: true,
  degraded: false,
};

const plainProps: DemoProp[] = [
  {
    pid: '1627207',
    name: '颜色',
    values: [
      { vid: '30157', name: '烟灰', colour: '#9aa3ab' },
      { vid: '28322', name: '豆绿', colour: '#a3b58e' },
    ],
  },
  sizes(['均码']),
];

/** A Taobao shop without any promotion: one price, and that is the price. */
export const PLAIN: DemoListing = {
  host: 'item.taobao.com',
  itemId: '100000000303',
  title: '朔川 冰丝防晒衣 女 薄款 透气 防晒服 骑行 开车 长袖 空调衫',
  shop: {
    name: '朔川的小店',
    shopId: '100000303',
    sellerId: '2000000303',
    type: 'C',
    overall: '4.7',
    scores: [
      ['宝贝质量', '4.7'],
      ['物流速度', '4.6'],
      ['服务保障', '-'],
    ],
    labels: ['90天新增22条好评'],
  },
  props: plainProps,
  skus: variants(5_000_000_300, plainProps, { before: '149', final: null }),
  chosen: null,
  listPrice: '149.00',
  ledger: null,
  priceWords: null,
  belt: null,
  coupons: [],
  emphasis: [['面料', '冰丝']],
  params: [
    ['适用对象', '青年'],
    ['厚薄', '薄款'],
    ['颜色', '烟灰,豆绿'],
  ],
  sales: '300+',
  reviews: { total: '86', rate: '近3个月好评率100%', words: [['质量不错', '12']] },
  detail: ['不含荧光剂，非防水面料。', '长袖护手背，开车骑行都合适。'],
  detailPictures: 2,
  colours: ['#9aa3ab', '#a3b58e'],
  loggedIn: true,
  degraded: false,
};

const gatedProps: DemoProp[] = [
  {
    pid: '1627207',
    name: '颜色分类',
    values: [
      { vid: '30158', name: '藕粉', colour: '#dcb6b6' },
      { vid: '28323', name: '月白', colour: '#dfe6ea' },
    ],
  },
  sizes(['M', 'L']),
];

/** A listing as a visitor gets it whom the platform does not trust: hardly anything is there. */
export const GATED: DemoListing = {
  host: 'detail.tmall.com',
  itemId: '100000000404',
  title: '砚秋防晒衣女夏季薄款防紫外线透气长袖外套UPF50+防晒服',
  shop: {
    name: '砚秋服饰旗舰店',
    shopId: '100000404',
    sellerId: '2000000404',
    type: 'B',
    overall: '4.5',
    scores: [
      ['宝贝质量', '4.5'],
      ['物流速度', '4.7'],
      ['服务保障', '4.4'],
    ],
    labels: [],
  },
  props: gatedProps,
  skus: variants(5_000_000_400, gatedProps, { before: '199', final: null }),
  chosen: null,
  listPrice: '259.00',
  ledger: null,
  priceWords: null,
  belt: null,
  coupons: [],
  emphasis: [],
  params: [],
  sales: '',
  reviews: { total: '', rate: '', words: [] },
  detail: [],
  detailPictures: 0,
  colours: ['#dcb6b6', '#dfe6ea'],
  loggedIn: false,
  degraded: true,
};

export const LISTINGS: readonly DemoListing[] = [MINE, RIVAL, PLAIN, GATED];
