import type { Anchors, PlaceOnPage } from '../adapter';
import { all, label, one, parentOf, rawText, rootOf } from '../dom';
import { nodeOf, nodesOf, within } from './selectors';

/** The visible price: the belt, or the number's own row; the whole block where neither is known. */
function priceOn(root: Element | null): Element | null {
  const block = nodeOf(root, 'priceBlock');
  return within(block, 'promoted') ?? parentOf(within(block, 'plainPrice')) ?? block;
}

/** The nodes that the frames are placed by; the hidden sticky head is kept clear for when it shows. */
export function anchors(document: Document): Anchors {
  const root = rootOf(document);
  const title = nodeOf(root, 'title');
  const price = priceOn(root);
  const others = (['skuArea', 'panelFoot', 'stickyHead'] as const).map((part) =>
    nodeOf(root, part),
  );
  return {
    title,
    price,
    keepClear: [title, price, ...others].filter((element) => !!element),
    gallery: nodeOf(root, 'gallery'),
  };
}

/** Which area each place is, and what in it may hold the evidence. */
const AREAS = {
  skus: ['skuArea', 'skuValue'],
  promotions: ['couponArea', 'coupon'],
  reviews: ['reviews', 'impression'],
  attributes: ['attributes', 'attribute'],
} as const;

/** The element that holds the evidence; the area it stands in where the words are not found. */
export function locate(document: Document, { place, quote }: PlaceOnPage): Element | null {
  const root = rootOf(document);
  if (place === 'title') return nodeOf(root, 'title');
  if (place === 'price') return priceOn(root);
  const wanted = bare(quote);
  if (place === 'detail') {
    // The last that holds it in the page's order is the smallest, or within the smallest's last.
    const area = nodeOf(root, 'detail');
    const holding = all(area, '*').filter((node) => wanted && bare(rawText(node)).includes(wanted));
    return holding.at(-1) ?? area;
  }
  const [part, inPart] = AREAS[place];
  return nodesOf(root, inPart).find((element) => holds(element, wanted)) ?? nodeOf(root, part);
}

/**
 * Whether an element shows the evidence. An attribute's evidence is its name and value, which the
 * page has in either order.
 */
function holds(element: Element, wanted: string): boolean {
  const first = rawText(within(element, 'attributeTitle'));
  const second = rawText(within(element, 'attributeSubTitle'));
  return [label(element), rawText(element), `${second}${first}`].some((text) => {
    const shown = bare(text);
    return wanted && shown && (shown.includes(wanted) || wanted.includes(shown));
  });
}

/** Text as it is compared: blanks and the marks between name and value differ between the sources. */
function bare(text: string): string {
  return text.replace(/[\s:：·]+/g, '');
}

/**
 * The two parts in which everything stands that is read: gallery, attributes, reviews and detail
 * at the left, the purchase panel at the right; the app's root or the body while they are not there.
 */
export function watched(document: Document): Element[] {
  const root = rootOf(document);
  const left = nodeOf(root, 'left');
  const panel = nodeOf(root, 'panel');
  const whole = left && panel ? null : (nodeOf(root, 'app') ?? one(root, 'body'));
  return (whole ? [whole] : [left, panel]).filter((element) => !!element);
}
