/**
 * The keys of the page data that are read, wherever they stand (facts §2.2). Everything else stays
 * in the page: addresses, nicks, reviews, tokens and whatever the platform adds tomorrow.
 */
const KEYS = new Set(
  (
    'seller shopName shopId sellerId userId pcShopUrl shopUrl sellerType certText creditLevel ' +
    'evaluates title score level overallScore labelList contentDesc storeCardVO ' +
    'item itemId vagueSellCount images headImageVO feature pcResistDetail pcIdentityRisk ' +
    'plusViewVO industryParamVO enhanceParamList basicParamList propertyName valueName ' +
    'skuCore skuItem hideOtherPrice sku2info price subPrice priceText priceMoney priceDesc ' +
    'priceTitle priceActionText hiddenPrice quantityText itemApplyParams ' +
    'skuBase skus skuId propPath props pid values vid name ' +
    'pcTrade pcBuyParams buy_now componentsVO titleVO salesDesc ' +
    'rateVO totalCount favorableRate rateText keywords count ' +
    'umpPriceLogVO map sId sid extensionInfoVO infos type items text ' +
    'priceVO extraPrice mainBelt xsRedPacketParamVO xsRedPocketParams tbShopRedPocket'
  ).split(' '),
);

/** What was kept of a page's data when it was last asked for: the data does not change after load. */
const cache = new WeakMap<object, string>();

/** The part of the page data that is read, as JSON; null where it is absurdly long. */
export function keptData(res: object, max: number): string | null {
  const json =
    cache.get(res) ??
    JSON.stringify(res, (key, value: unknown) =>
      KEYS.has(key) || /^\d*$/.test(key) ? value : undefined,
    );
  cache.set(res, json);
  return json.length > max ? null : json;
}
