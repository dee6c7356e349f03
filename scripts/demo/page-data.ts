import { openingSku, type DemoListing, type DemoSku } from './listing.ts';

const fen = (yuan: string): string => String(Math.round(Number(yuan) * 100));

/** Addresses that stand in the data only: the page draws its pictures itself and asks for none. */
function imageAddresses(listing: DemoListing): string[] {
  return listing.colours.map(
    (_, i) => `https://img.alicdn.com/imgextra/i1/${listing.shop.sellerId}/demo-${i + 1}.jpg`,
  );
}

function skuInfo(listing: DemoListing, sku: DemoSku): object {
  const before = { priceText: sku.before, priceMoney: fen(sku.before) };
  return {
    moreQuantity: 'false',
    quantity: sku.quantity,
    quantityText: sku.quantityText,
    logisticsTime: '48小时内发货',
    price: sku.final === null ? before : { priceTitle: '优惠前', ...before },
    ...(sku.final === null
      ? {}
      : {
          subPrice: {
            priceTitle: listing.priceWords?.final,
            priceText: sku.final,
            priceMoney: fen(sku.final),
          },
        }),
  };
}

function priceVO(listing: DemoListing): object {
  const sku = openingSku(listing);
  const from = listing.chosen === null ? { priceDesc: '起' } : {};
  const price = {
    priceUnit: '￥',
    priceTitle: listing.priceWords?.before ?? '优惠前',
    priceText: sku.before,
    priceMoney: fen(sku.before),
    hiddenPrice: 'false',
    ...from,
    ...(listing.degraded
      ? { priceActionText: '登录查看更多优惠', priceActionType: 'buy_in_mobile' }
      : {}),
  };
  if (sku.final === null || listing.priceWords === null) return { price };
  const extraPrice = {
    priceUnit: '￥',
    priceTitle: listing.priceWords.final,
    priceText: sku.final,
    priceMoney: fen(sku.final),
    hiddenPrice: 'false',
    ...from,
  };
  return {
    extraPrice,
    price,
    isNewStyle: 'true',
    ...(listing.belt === null ? {} : { mainBelt: { rightBelt: { text: listing.belt } } }),
  };
}

/** The ledger's map is a string whose outer key is not quoted, as on the real page. */
function umpPriceLogVO(listing: DemoListing): object | undefined {
  if (listing.degraded) return undefined;
  const common = {
    umpCreateTime: '2026-01-01 12:00:00',
    xObjectId: listing.itemId,
    sId: listing.chosen ?? '0',
    sellerId: listing.shop.sellerId,
    version: '2.1',
  };
  if (listing.ledger === null) return { ...common, map: '{}' };
  const { list, before, final, steps } = listing.ledger;
  const entry = JSON.stringify({
    channelKeyD: 'empty',
    price1: before,
    price2: final,
    price3: list,
    utcDNow: steps,
    utcDPre: 'noProm',
  });
  return { ...common, map: `{${listing.chosen ?? '0'}:${entry}}` };
}

function industryParamVO(listing: DemoListing): object {
  const rows = (pairs: [string, string][]) =>
    pairs.map(([propertyName, valueName]) => ({ propertyName, valueName }));
  return {
    hit: 'true',
    enhanceParamList: rows(listing.emphasis),
    basicParamList: rows(listing.params),
  };
}

function extensionInfos(listing: DemoListing): object[] {
  return [
    ...listing.coupons.map(({ type, texts }) => ({
      title: '优惠',
      type,
      items: texts.map((text) => ({ text: [text] })),
    })),
    { title: '保障', type: 'GUARANTEE', items: [{ text: ['7天无理由退货', '极速退款'] }] },
    {
      title: '参数',
      type: 'BASE_PROPS',
      items: [...listing.emphasis, ...listing.params].map(([title, text]) => ({
        title,
        text: [text],
      })),
    },
  ];
}

/** The object `res` of the page's own data: mixed types and booleans as strings, as on the real page. */
export function pageData(listing: DemoListing): Record<string, unknown> {
  const { shop, degraded } = listing;
  const ids = degraded
    ? {}
    : { shopId: shop.shopId, sellerId: shop.sellerId, userId: shop.sellerId };
  const sku2info = Object.fromEntries(
    listing.skus.map((sku) => [sku.skuId, skuInfo(listing, sku)]),
  );
  return {
    seller: {
      shopName: shop.name,
      sellerNick: shop.name,
      sellerType: shop.type,
      creditLevel: '14',
      pcShopUrl: `//shop${shop.shopId}.taobao.com`,
      ...ids,
    },
    item: {
      itemId: listing.itemId,
      title: listing.title,
      images: imageAddresses(listing),
      videos: [],
      spuId: '0',
      ...(degraded ? {} : { vagueSellCount: listing.sales }),
    },
    feature: {
      pcResistDetail: String(degraded),
      tmwOverseasScene: 'false',
      pcIdentityRisk: String(degraded),
    },
    plusViewVO: degraded ? {} : { industryParamVO: industryParamVO(listing) },
    skuCore: {
      skuItem: { renderSku: 'true', itemStatus: 0, unitBuy: 1 },
      sku2info: { '0': skuInfo(listing, openingSku(listing)), ...sku2info },
    },
    params: { trackParams: { detailabtestdetail: '' }, safeParams: {}, aplusParams: '[]' },
    skuBase: {
      components: [],
      skus: listing.skus.map(({ skuId, vids }) => ({
        skuId,
        propPath: vids.map((vid, i) => `${listing.props[i]?.pid}:${vid}`).join(';'),
      })),
      props: listing.props.map(({ pid, name, values }) => ({
        pid,
        name,
        hasImage: String(values.some((value) => value.colour !== undefined)),
        values: values.map(({ vid, name: valueName, corner }) => ({
          vid,
          name: valueName,
          corner: corner === undefined ? {} : { cornerText: corner },
        })),
      })),
    },
    pcTrade: {
      pcBuyParams: {
        buy_now: listing.listPrice,
        current_price: listing.listPrice,
        rootCatId: '16',
      },
    },
    componentsVO: {
      headImageVO: { images: imageAddresses(listing), videos: [] },
      titleVO: {
        ...(degraded ? {} : { salesDesc: `已售 ${listing.sales}` }),
        subTitles: [],
        title: { title: listing.title },
      },
      storeCardVO: {
        shopName: shop.name,
        overallScore: shop.overall,
        starNum: shop.overall,
        sellerType: shop.type,
        evaluates: shop.scores.map(([title, score]) => ({ title, score })),
        labelList: shop.labels.map((contentDesc) => ({ contentDesc })),
      },
      priceVO: priceVO(listing),
      ...(degraded
        ? {}
        : {
            umpPriceLogVO: umpPriceLogVO(listing),
            rateVO: {
              totalCount: listing.reviews.total,
              favorableRate: { rateText: listing.reviews.rate },
              keywords: listing.reviews.words.map(([title, count]) => ({ title, count })),
            },
            extensionInfoVO: { infos: extensionInfos(listing) },
          }),
      deliveryVO: { freight: '快递: 免运费', agingDesc: '48小时内发货' },
    },
    frontendVO: { skuImageLayoutMode: 'listMode' },
  };
}

/** The inline script that carries the data, in the form the page app writes it. */
export function pageDataScript(listing: DemoListing): string {
  const context = {
    appData: null,
    loaderData: { home: { data: { res: pageData(listing), ssrItemId: listing.itemId } } },
    routePath: '/home',
    renderMode: 'SSR',
  };
  // A "<" in a string could end the script element early.
  const json = JSON.stringify(context).replaceAll('<', '\\u003c');
  return `!(function () {var a = window.__ICE_APP_CONTEXT__ || {};var b = ${json};for (var k in a) {b[k] = a[k]}window.__ICE_APP_CONTEXT__=b;})();`;
}
