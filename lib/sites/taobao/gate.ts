import { isTrue, asText } from '../json';
import { dataAt, type Listing } from './listing';

/** Whether the page says of itself that it is a reduced render (capture kohgane 2026-09). */
export function isDegraded(listing: Listing): boolean {
  return (
    isTrue(dataAt(listing, 'feature.pcResistDetail')) ||
    isTrue(dataAt(listing, 'feature.pcIdentityRisk')) ||
    // 登录查看更多优惠
    (asText(dataAt(listing, 'priceVO.price.priceActionText')) ?? '').includes('登录')
  );
}

/** Whether prices are held back: a reduced render, hidden prices, or rows that hold stock only. */
export function isGatedRender(listing: Listing): boolean {
  return (
    isDegraded(listing) ||
    isTrue(dataAt(listing, 'skuCore.skuItem.hideOtherPrice')) ||
    isTrue(dataAt(listing, 'priceVO.price.hiddenPrice')) ||
    isTrue(dataAt(listing, 'priceVO.extraPrice.hiddenPrice'))
  );
}
