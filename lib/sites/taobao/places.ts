import type { Anchors, PlaceOnPage } from '../adapter';
import { all, bodyOf, label, one, parentOf, rawText } from '../dom';
import { attributeNodes } from './read-attributes';
import { find, findAll } from './selectors';

/** The visible price: the belt, or the number's own row; the whole block where neither is known. */
function priceOn(document: Document): Element | null {
  const block = findAll(document, 'priceBlock')[0]?.element ?? null;
  const belt = block && one(block, '[class*="beltPrice--"],[class*="normalPrice--"]');
  const plain = block && find(block, 'plainPrice');
  return belt ?? parentOf(plain?.element ?? null) ?? block;
}

const first = (document: Document, part: Parameters<typeof find>[1]): Element | null =>
  find(document, part)?.element ?? null;

/** The nodes that the frames are placed by; the hidden sticky head is kept clear for when it shows. */
export function anchors(document: Document): Anchors {
  const [title, price] = [first(document, 'title'), priceOn(document)];
  const keep = [
    title,
    price,
    first(document, 'skuArea'),
    first(document, 'panelFoot'),
    first(document, 'stickyHead'),
  ];
  return {
    title,
    price,
    keepClear: keep.filter((element) => element !== null),
    gallery: first(document, 'mainPicture') ?? first(document, 'gallery'),
  };
}

/** The element that holds the evidence; the area it stands in where the words are not found. */
export function locate(document: Document, at: PlaceOnPage): Element | null {
  switch (at.place) {
    case 'title':
      return first(document, 'title');
    case 'price':
      return priceOn(document);
    case 'skus':
      return among(first(document, 'skuArea'), 'skuValue', at.quote);
    case 'promotions':
      return among(first(document, 'coupons'), 'couponOrLabel', at.quote);
    case 'reviews':
      return among(first(document, 'reviews'), 'impression', at.quote);
    case 'attributes':
      return attributeAt(first(document, 'attributes'), at.quote);
    case 'detail':
      return inDetail(first(document, 'detail'), at.quote);
  }
}

/** Text as it is compared: blanks and the marks between name and value differ between the sources. */
function bare(text: string): string {
  return text.replace(/[\s:：·]+/g, '');
}

function fits(shown: string, quote: string): boolean {
  const [page, wanted] = [bare(shown), bare(quote)];
  return wanted !== '' && page !== '' && (page.includes(wanted) || wanted.includes(page));
}

function among(
  area: Element | null,
  part: Parameters<typeof find>[1],
  quote: string,
): Element | null {
  const found = findAll(area, part).find(
    ({ element }) => fits(label(element) ?? '', quote) || fits(rawText(element), quote),
  );
  return found?.element ?? area;
}

function attributeAt(area: Element | null, quote: string): Element | null {
  if (area === null) return null;
  const nodes = attributeNodes(area);
  const exact = nodes.find(({ name, value }) => fits(`${name ?? ''}${value ?? ''}`, quote));
  return exact?.element ?? nodes.find(({ value }) => fits(value ?? '', quote))?.element ?? area;
}

/** The smallest element of the detail whose text holds the quote. */
function inDetail(area: Element | null, quote: string): Element | null {
  const wanted = bare(quote);
  if (area === null || wanted === '') return area;
  const holding = all(area, '*', 5000).filter((element) => bare(rawText(element)).includes(wanted));
  return holding.at(-1) ?? area;
}

/**
 * The two parts in which everything stands that is read: gallery, attributes, reviews and detail
 * at the left, the purchase panel at the right; the app's root or the body while they are not there.
 */
export function watched(document: Document): Element[] {
  const [left, panel] = [first(document, 'left'), first(document, 'panel')];
  if (left !== null && panel !== null) return [left, panel];
  const whole = first(document, 'app') ?? bodyOf(document);
  return whole === null ? [] : [whole];
}
