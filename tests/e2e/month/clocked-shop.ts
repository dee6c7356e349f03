import { Shop, test as base } from '../harness.ts';
import { clockedCopy } from './clock.ts';

/** The built product, its content script under a clock that the page carries. */
export const test = base.extend<{ shop: Shop }>({
  shop: async ({ size }, hand) => {
    const shop = new Shop();
    const copy = clockedCopy(shop.extension);
    shop.extension = copy.path;
    await shop.start(size);
    await hand(shop);
    await shop.end();
    copy.remove();
  },
});
