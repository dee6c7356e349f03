import type { SeenPart, Sighting } from '../../listing/sighting';
import type { PageView } from '../adapter';
import { all, attr, is, label, one, parentOf, rawText, rootOf, textPieces } from '../dom';
import { pageDataOf } from '../page-data';
import { skuIdOf } from './address';
import { keptData } from './kept-data';
import { isOfBefore, recall, remember } from './memory';
import { pictureFile } from './picture-file';
import {
  BODY,
  cssOf,
  finding,
  nodeOf,
  nodesOf,
  STICKY,
  within,
  WITHIN,
  type Part,
} from './selectors';

/** Longest text and most rows that are taken of one part; a test holds them to the schema. */
export const LONG = 20_000;
export const MAX_ROWS = 300;
/** Most page data that is taken, in characters. */
export const MAX_DATA = 2_000_000;

/** How the texts of a part's element are taken, where it is not its label alone. */
const CELLS: Partial<Record<Part, (element: Element) => string[]>> = {
  shopLink: (element) => [attr(element, 'href')],
  thumbnail: (element) => [pictureFile(attr(element, 'data-src') || attr(element, 'src'))],
  reviewTitle: (element) => [label(element).split('·').at(-1) ?? ''],
  impression: (element) => {
    const count = rawText(within(element, 'impressionCount'));
    return [rawText(element).replace(count, ''), count];
  },
  attribute: (element) => {
    const cells = [
      label(within(element, 'attributeTitle')),
      label(within(element, 'attributeSubTitle')),
    ];
    return attr(element, 'class').includes('emphasis') ? cells.toReversed() : cells;
  },
  // The words before the coupons, 已享受 and 可再享, stand in the second place.
  coupon: (element) =>
    attr(element, 'class').includes('enjoyed') ? ['', label(element)] : [label(element)],
  option: (element) => {
    const values = nodesOf(element, 'skuValue');
    const chosen = values.filter((value) => attr(value, 'class').includes('isSelected--'));
    const [value = null] = chosen.length === 1 ? chosen : [];
    const name = label(within(value, 'skuText') ?? value);
    return values[0] ? [label(within(element, 'skuLabel')), attr(value, 'data-vid'), name] : [];
  },
  detail: (element) => [textPieces(element, LONG).join('\n'), `${all(element, 'img').length}`],
  // Only that they are there: what stands in them is taken piece by piece.
  reviews: () => [''],
  attributes: () => [''],
};

type Taken = Part | 'price';
/** Parts that belong to the shop, or are taken for their being there: they do not tell items apart. */
const OF_SHOP = [
  'shopName',
  'shopLink',
  'shopStars',
  'shopLabel',
  'reviews',
  'attributes',
] as const;
/** Parts of the item whose rows are one value together. */
const LISTS: readonly Taken[] = ['impression', 'attribute', 'coupon', 'thumbnail', 'option'];
const TAKEN: readonly Taken[] = [
  ...(['title', 'price', 'sales', 'reviewTitle', 'goodRate', 'detail'] as const),
  ...(LISTS as readonly Part[]),
  ...OF_SHOP,
];

/**
 * What stands on the page of the item in the address, null while what is drawn may still be
 * another item or nothing is.
 *
 * The app moves between items without loading a page: the inline data stays that of the first
 * one, and the DOM lags behind the address, part by part. So data counts only where every id in it
 * is the address's, the DOM only where nothing shows that it belongs to the item before (the id it
 * is drawn for, and its title), and of the DOM no part that looks as it did for the item before.
 */
export function collect({ document, url, nowMs }: PageView, itemId: string): Sighting | null {
  const root = rootOf(document);
  const drawnFor = nodeOf(root, 'drawnFor');
  if (drawnFor && attr(drawnFor, 'data-item') !== itemId) return null;
  const found = pageDataOf(root);
  const own = found.find(({ ids }) => ids.length > 0 && ids.every((id) => id === itemId));
  const memory = recall(document, itemId);
  // Another item's data and nothing remembered: that data says what the item before looked like.
  const isUnseen = !own && memory.before.size === 0;
  const other = isUnseen ? found.map(({ res }) => keptData(res, MAX_DATA)).join() : '';
  const parts: { [name: string]: SeenPart } = {};
  const held: string[] = [];
  for (const name of TAKEN) {
    const part = name === 'price' ? seenPrice(root) : seenPart(root, name);
    if (!part) continue;
    const isOfShop = (OF_SHOP as readonly Taken[]).includes(name);
    const fresh = part.rows.filter((row) => isOfShop || !isOfBefore(memory, name, row, other));
    if (fresh[0]) parts[name] = LISTS.includes(name) ? part : { ...part, rows: fresh };
    else held.push(name);
  }
  if (held.includes('title')) return null;
  const data = own ? keptData(own.res, MAX_DATA) : null;
  if (!data && !parts['title'] && !parts['price']) return null;
  for (const name of Object.keys(parts)) remember(memory, name, parts[name]?.rows ?? []);
  const selection = parts['option']?.rows.map((row) => row[1]).join();
  if (selection !== undefined) memory.firstSelection ??= selection;
  return {
    state: 'seen',
    site: 'taobao',
    itemId,
    host: url.hostname,
    skuInAddress: skuIdOf(url),
    atMs: nowMs,
    data,
    parts,
    held,
    reselected: selection !== undefined && selection !== memory.firstSelection,
    visitor: visitorOf(root),
  };
}

/** A part as it stands there; one that the reader stumbles over is one that is not there. */
function seenPart(root: Element | null, part: Part): SeenPart | null {
  try {
    const found = finding(root, part);
    if (!found) return null;
    const cells = CELLS[part] ?? ((element: Element): string[] => [label(element)]);
    const rows = found.nodes
      .slice(0, MAX_ROWS)
      .map((element) => cells(element).map((text) => text.slice(0, LONG)))
      .filter((row) => row.length > 0);
    return rows[0] ? { css: found.css, rows } : null;
  } catch {
    return null;
  }
}

/** The prices by position: the main one, and the one before it where there is a node for it. */
function seenPrice(root: Element | null): SeenPart | null {
  for (const block of [...nodesOf(root, 'priceBlock'), ...nodesOf(root, 'stickyHead')]) {
    const main = within(block, 'mainPrice') ?? parentOf(within(block, 'plainPrice'));
    const sub = within(block, 'subPrice');
    if (!main) continue;
    const place = is(block, STICKY) ? STICKY : BODY;
    const css = cssOf(place + (within(block, 'belt') ? WITHIN.belt : WITHIN.mainPrice));
    return { css, rows: [[main, ...(sub ? [sub] : [])].map(amountIn)] };
  }
  return null;
}

/** The amount of a price node, without its unit and the words beside it (券后, 优惠前). */
function amountIn(node: Element | null): string {
  return textPieces(node, 80, '[class*="title--"]')
    .join(' ')
    .replace(/[¥￥]\s*/g, '');
}

/** Whether the page knows its visitor. Nobody's name or id is taken. */
function visitorOf(root: Element | null): Sighting['visitor'] {
  if (rawText(one(root, '.site-nav-login-info-nick'))) return 'known';
  for (const script of all(root, 'script:not([src])')) {
    // The server writes the visitor's id into the page of a visitor whom it knows (MARSAI 2026-02).
    const user = /__itempage_userinfo\s*=\s*\{\s*"userId":"(.?)/.exec(rawText(script));
    if (user) return user[1] === '"' ? 'none' : 'known';
  }
  // 亲，请登录: drawn in every page at first, so it is the last to be asked.
  return rawText(one(root, '.site-nav-sign')).includes('请登录') ? 'none' : 'unknown';
}
