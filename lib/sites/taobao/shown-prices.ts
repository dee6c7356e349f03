import type { Price } from '../../listing/price';
import { parentOf, textPieces } from '../dom';
import { priceOf } from './money-text';
import { find, findAll } from './selectors';

/** A price node of the DOM; its price is null where its text is none. */
export type ShownPrice = { price: Price | null; css: string };

/** The prices that the DOM shows, by position. */
export type ShownPrices = {
  main: ShownPrice | null;
  /** The one before the main one; that it is there says that the main one is the final price. */
  sub: ShownPrice | null;
  /** The price stands in a promotion belt. */
  belt: boolean;
};

/** Reads the price block of the purchase panel, or its sticky copy where the panel has none. */
export function shownPrices(root: Element | null): ShownPrices {
  const copy = find(root, 'stickyHead');
  for (const { element, css } of [...findAll(root, 'priceBlock'), ...(copy ? [copy] : [])]) {
    const price = (node: Element | null, own: string): ShownPrice => ({
      price: priceIn(node),
      css: `${css} ${own}`,
    });
    const [main, plain] = [find(element, 'mainPrice'), find(element, 'plainPrice')];
    const sub = find(element, 'subPrice');
    if (main || plain)
      return {
        main: main
          ? price(main.element, main.css)
          : price(parentOf(plain?.element ?? null), plain?.css ?? ''),
        sub: sub && price(sub.element, sub.css),
        belt: find(element, 'belt') !== null,
      };
  }
  return { main: null, sub: null, belt: false };
}

/** The price in one price node: its text pieces without the words beside it (券后, 优惠前). */
function priceIn(node: Element | null): Price | null {
  return priceOf(textPieces(node, 80, '[class*="title--"]').join(' '));
}
