/**
 * What each capture says, read off its text by eye: amounts in yuan, counts, ids. No page and no
 * piece of one is part of the project. `skus` are "before/final stock", `ledger` the steps in the
 * page's order, `scores` "name value level".
 */
export type CaptureFacts = {
  address: string;
  titleLength: number | null;
  shopNameLength: number | null;
  shopId: string | null;
  sellerId: string | null;
  kind: string | null;
  level: string | null;
  list: string | null;
  before: string | null;
  final: string | null;
  ledger: string[] | null;
  promotions: string[] | null;
  sales: string | null;
  reviews: string | null;
  goodRate: number | null;
  impressions: number | null;
  scores: string[] | null;
  attributes: number | null;
  skus: string[] | null;
  chosen: string | null;
  images: number | null;
  detail: number | null;
  account: string;
  gated: boolean;
  missing: string[];
};

const times = (count: number, fact: string): string[] => Array.from({ length: count }, () => fact);

/** What the trimmed and the data-only capture of one degraded listing have in common. */
const DEGRADED_SKUS = [
  '29.9/null 即将售罄',
  ...times(4, '29.9/null 有货'),
  ...times(5, '34.9/null 有货'),
];

export const CAPTURE_FACTS: Readonly<Record<string, CaptureFacts>> = {
  'MARSAIalpha_taobao_1021732889355_2026-02-26.html': {
    address: 'https://item.taobao.com/item.htm?id=1021732889355',
    titleLength: 36,
    shopNameLength: 12,
    shopId: '115087308',
    sellerId: '607305176',
    kind: 'taobao',
    level: '11',
    list: '388',
    before: '388',
    final: '341',
    ledger: null, // its map is empty: not every option is chosen
    promotions: ['官方立减12%省47元 true'],
    sales: 'sold 1',
    reviews: '0',
    goodRate: null,
    impressions: null,
    scores: [
      '宝贝描述 4.7 low',
      '卖家服务 4.8 low',
      '物流服务 4.9 high',
      '综合体验 4.8 null',
      '宝贝质量 5 null',
      '物流速度 4.8 null',
      '服务保障 4.6 null',
    ],
    attributes: 10,
    skus: times(3, '388/341 即将售罄'),
    chosen: 'null: 杏色',
    images: 5, // six thumbnails, of which one is the video's cover
    detail: null, // an empty shell
    account: 'logged-in',
    gated: false,
    missing: [
      'ledger not-rendered',
      'goodRate absent',
      'impressions absent',
      'detail not-rendered',
    ],
  },
  'csharp_taobao_950800064175_res_2025-12-01.json': {
    address: 'https://item.taobao.com/item.htm?id=950800064175',
    titleLength: 44,
    shopNameLength: 4,
    shopId: '261360798',
    sellerId: '1731080501',
    kind: 'taobao',
    level: '11',
    list: '7100',
    before: '6810',
    final: '6579.68',
    ledger: [
      '41:290 to-before',
      '13:200 to-final "店铺券满5000减200" from 5000',
      '12:25.32 to-final',
      '5:5 to-final "红包减5元"',
    ],
    promotions: ['红包减5元 true', '淘金币可抵340.50元 false', '店铺券满5000减200 true'],
    sales: 'sold 0',
    reviews: '0',
    goodRate: null,
    impressions: null,
    scores: [
      '宝贝描述 5 high',
      '卖家服务 5 high',
      '物流服务 5 high',
      '宝贝质量 null null',
      '物流速度 null null',
      '服务保障 null null',
    ],
    attributes: 11,
    skus: [],
    chosen: 'null: ',
    images: 5,
    detail: null,
    account: 'unknown',
    gated: false,
    missing: ['goodRate not-rendered', 'impressions not-rendered', 'detail not-rendered'],
  },
  'csharp_tmallhk_974271878334_res_2025-11-24.json': {
    address: 'https://detail.tmall.hk/hk/item.htm?id=974271878334',
    titleLength: 23,
    shopNameLength: 8,
    shopId: '479456214',
    sellerId: '4066234693',
    kind: 'tmall',
    level: '17',
    list: '3599',
    before: '1578',
    final: '1388',
    ledger: ['20:190 to-final "官方立减12%省190元"', '24:2021 to-before'],
    promotions: [
      '官方立减12%省190元 true',
      '0元入会，抢限量好券 null',
      '进补贴会场，抢真5折好货 null',
    ],
    sales: 'sold 0',
    reviews: null,
    goodRate: null,
    impressions: null,
    scores: ['综合体验 4.4 null', '宝贝质量 4.6 null', '物流速度 4.9 null', '服务保障 4.3 null'],
    attributes: 9,
    skus: [...times(3, '1578/1388 有货'), ...times(5, '1578/null 无货')],
    chosen: null, // data alone, eight sizes: which one is chosen is not known
    images: 5,
    detail: null,
    account: 'unknown',
    gated: false,
    missing: [
      'reviewCount not-rendered',
      'goodRate not-rendered',
      'impressions not-rendered',
      'chosenSku not-rendered',
      'detail not-rendered',
    ],
  },
  'kohgane_tmall_1064346880857_ice_min.html': {
    address: 'https://detail.tmall.com/item.htm?id=1064346880857',
    titleLength: 29,
    shopNameLength: null,
    shopId: null,
    sellerId: null,
    kind: 'tmall',
    level: null,
    list: null,
    before: '175.5 起',
    final: '143.5 起',
    ledger: null,
    promotions: null,
    sales: null,
    reviews: null,
    goodRate: null,
    impressions: null,
    scores: null,
    attributes: null,
    skus: ['175.5/143.5 有货(限购10件)', '186.7/152.7 有货(限购10件)', '175.5/null 无货(限购10件)'],
    chosen: null,
    images: 5,
    detail: null,
    account: 'unknown',
    gated: false,
    missing: [
      'shopName absent',
      'shopId absent',
      'sellerId absent',
      'sellerLevel absent',
      'listPrice absent',
      'ledger absent',
      'promotions absent',
      'sales absent',
      'reviewCount not-rendered',
      'goodRate not-rendered',
      'impressions not-rendered',
      'scores absent',
      'attributes not-rendered',
      'chosenSku not-rendered',
      'detail not-rendered',
    ],
  },
  'kohgane_tmall_617129397971_ice_min.html': {
    address: 'https://detail.tmall.com/item.htm?id=617129397971',
    titleLength: 71,
    shopNameLength: null,
    shopId: null,
    sellerId: null,
    kind: 'tmall',
    level: null,
    list: null,
    before: '29.9 起',
    final: null,
    ledger: null,
    promotions: null,
    sales: null,
    reviews: null,
    goodRate: null,
    impressions: null,
    scores: null,
    attributes: null,
    skus: DEGRADED_SKUS,
    chosen: null,
    images: 3,
    detail: null,
    account: 'degraded',
    gated: true,
    missing: [
      'shopName absent',
      'shopId absent',
      'sellerId gated',
      'sellerLevel absent',
      'listPrice gated',
      'finalPrice gated',
      'ledger gated',
      'promotions gated',
      'sales gated',
      'reviewCount not-rendered',
      'goodRate not-rendered',
      'impressions not-rendered',
      'scores absent',
      'attributes gated',
      'chosenSku not-rendered',
      'detail gated',
    ],
  },
  'kohgane_tmall_617129397971_page_2026-09-26_trimmed.html': {
    address: 'https://detail.tmall.com/item.htm?id=617129397971',
    titleLength: 71,
    shopNameLength: 12,
    shopId: '247526399', // only in the shop's address
    sellerId: null,
    kind: 'tmall',
    level: '12',
    list: '59',
    before: '29.9 起',
    final: null,
    ledger: null,
    promotions: null,
    sales: null,
    reviews: '33',
    goodRate: null,
    impressions: 7,
    scores: [
      '宝贝描述 4.8 high',
      '卖家服务 4.9 high',
      '物流服务 4.9 high',
      '综合体验 4.9 null',
      '宝贝质量 4.9 null',
      '物流速度 4.8 null',
      '服务保障 4.9 null',
      '88VIP好评率 100 null',
      '客服满意度 93 null',
    ],
    attributes: null,
    skus: DEGRADED_SKUS,
    chosen: 'null: ',
    images: 3,
    detail: null,
    account: 'degraded',
    gated: true,
    missing: [
      'sellerId gated',
      'finalPrice gated',
      'ledger gated',
      'promotions gated',
      'sales gated',
      'goodRate not-rendered',
      'attributes gated',
      'detail gated',
    ],
  },
  'yuxiangcheng2002_tmall_res_min_anonymized_2026-05.json': {
    address: 'https://detail.tmall.com/item.htm?id=900000000001', // its ids were taken out
    titleLength: null,
    shopNameLength: 5,
    shopId: '100000001',
    sellerId: '200000002',
    kind: 'tmall',
    level: '10',
    list: null,
    before: '13.3',
    final: null, // one price and no second signal
    ledger: null,
    promotions: null,
    sales: 'sold 1000+',
    reviews: null,
    goodRate: null,
    impressions: null,
    scores: ['宝贝描述 4.8 high', '卖家服务 4.8 high', '物流服务 4.9 high'],
    attributes: null,
    skus: [],
    chosen: 'null: ',
    images: 3,
    detail: null,
    account: 'unknown',
    gated: false,
    missing: [
      'title absent',
      'listPrice absent',
      'finalPrice absent',
      'ledger absent',
      'promotions absent',
      'reviewCount not-rendered',
      'goodRate not-rendered',
      'impressions not-rendered',
      'attributes not-rendered',
      'detail not-rendered',
    ],
  },
};
