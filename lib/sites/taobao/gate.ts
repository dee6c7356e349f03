import { at, isTrue, textAt } from '../json';
import { component, type Page } from './page';

/** Whether the page says of itself that it is a reduced render (capture kohgane 2026-09). */
export function isDegraded(page: Page): boolean {
  const action = textAt(component(page, 'priceVO').value, 'price.priceActionText');
  return (
    isTrue(at(page.data, 'feature.pcResistDetail')) ||
    isTrue(at(page.data, 'feature.pcIdentityRisk')) ||
    // 登录查看更多优惠
    (action ?? '').includes('\u767b\u5f55')
  );
}

/** Whether prices are held back: a reduced render, or SKU prices that only come on request. */
export function isGatedRender(page: Page): boolean {
  return isDegraded(page) || hidesSkuPrices(page);
}

/** `hideOtherPrice`: the rows of `sku2info` hold stock only (facts §2.5). */
export function hidesSkuPrices(page: Page): boolean {
  return isTrue(at(page.data, 'skuCore.skuItem.hideOtherPrice'));
}
