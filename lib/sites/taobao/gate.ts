import { isTrue, text } from '../json';
import { dataAt, type Page } from './page';

/** Whether the page says of itself that it is a reduced render (capture kohgane 2026-09). */
export function isDegraded(page: Page): boolean {
  return (
    isTrue(dataAt(page, 'feature.pcResistDetail')) ||
    isTrue(dataAt(page, 'feature.pcIdentityRisk')) ||
    // 登录查看更多优惠
    (text(dataAt(page, 'priceVO.price.priceActionText')) ?? '').includes('登录')
  );
}

/** Whether prices are held back: a reduced render, hidden prices, or rows that hold stock only. */
export function isGatedRender(page: Page): boolean {
  return (
    isDegraded(page) ||
    isTrue(dataAt(page, 'skuCore.skuItem.hideOtherPrice')) ||
    isTrue(dataAt(page, 'priceVO.price.hiddenPrice')) ||
    isTrue(dataAt(page, 'priceVO.extraPrice.hiddenPrice'))
  );
}
