import type { Price } from '../../listing/price';
import { parentOf, textPieces } from '../dom';
import { priceOf } from './money-text';
import { find, findAll } from './selectors';

/** The prices that the DOM shows, by position: the main one, and the one before it where there is one. */
export type ShownPrices = {
  main: { price: Price; css: string } | null;
  /** Its price is null where its text is no price: it still says that the main one is the final. */
  sub: { price: Price | null; css: string } | null;
  /** A price node is there, but its text is no price. */
  malformed: boolean;
  /** The price stands in a promotion belt. */
  belt: boolean;
};

/** Reads the price block of the purchase panel, or its sticky copy where the panel has none. */
export function shownPrices(document: Document | null): ShownPrices {
  for (const { element, css } of priceBlocks(document)) {
    const main = find(element, 'mainPrice') ?? plainPrice(element);
    if (main === null) continue;
    const sub = find(element, 'subPrice');
    const mainPrice = priceIn(main.element);
    const subPrice = sub && priceIn(sub.element);
    return {
      main: mainPrice && { price: mainPrice, css: `${css} ${main.css}` },
      sub: sub && { price: subPrice, css: `${css} ${sub.css}` },
      malformed: mainPrice === null || (sub !== null && subPrice === null),
      belt: find(element, 'belt') !== null,
    };
  }
  return { main: null, sub: null, malformed: false, belt: false };
}

function priceBlocks(document: Document | null): { element: Element; css: string }[] {
  const [panel, copy] = [findAll(document, 'priceBlock'), find(document, 'stickyHead')];
  return copy === null ? panel : [...panel, copy];
}

function plainPrice(block: Element): { element: Element; css: string } | null {
  const number = find(block, 'plainPrice');
  const around = number && parentOf(number.element);
  return number && around && { element: around, css: number.css };
}

/** The price in one price node: its text pieces without the words beside it (券后, 优惠前). */
function priceIn(node: Element): Price | null {
  const pieces = textPieces(node, 80).filter(({ of }) => !of.includes('title--'));
  return priceOf(pieces.map((piece) => piece.text).join(' '));
}
