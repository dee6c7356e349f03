import { all, one } from '../dom';

const PANEL = '#tbpcDetail_SkuPanel';
/** Before a selector: within the panel's visible body, and within its hidden sticky copy. */
export const BODY = `${PANEL}Body `;
export const STICKY = `${PANEL}Itemhead_fixed `;
const GALLERY = '#picGalleryEle';

/**
 * Selectors by what they find, newest first. `@name` is any class that begins with `name--`: the
 * app hashes its classes per release, so only that prefix is stable. Where and when each was seen
 * is in `selectors-seen.ts`, which no page has to carry.
 */
export const SELECTORS = {
  /** The visible title; the sticky head holds a hidden copy. */
  title: [`${BODY}@mainTitle`, `${STICKY}@mainTitle`],
  /** The parts in which prices stand: the purchase panel, then its hidden sticky copy. */
  priceBlock: [`${BODY}@block2`],
  shopName: ['@shopHeader @shopName'],
  shopLink: ['@shopHeader a[href*="//shop"]'],
  shopStars: ['@shopHeader @starNum'],
  shopLabel: ['@shopHeader @storeLabelItem'],
  sales: [`${BODY}@itemInfo span`],
  reviews: ['@Comments'],
  reviewTitle: ['@Comments @tabDetailItemTitle'],
  goodRate: ['@rateTextTitle'],
  impression: ['@imprItem'],
  attributes: ['@paramsWrap'],
  /** In the emphasised kind the title node is the value, in the general one it is the name. */
  attribute: ['@ParamsInfoItem'],
  couponArea: [`${BODY}@couponInfoArea`],
  /** Coupons, and the words 已享受 and 可再享 before them. */
  coupon: [`${BODY}@couponInfoArea :is(@enjoyedLabel,@CouponItem)`],
  skuArea: ['#skuOptionsArea'],
  option: ['#skuOptionsArea @skuItem'],
  skuValue: ['#skuOptionsArea @valueItem[data-vid]'],
  gallery: [`${GALLERY} @mainPicWrap`, GALLERY],
  thumbnail: [`${GALLERY} img@thumbnailPic`],
  detail: ['#imageTextInfo-content'],
  panelFoot: [`${PANEL}Foot`],
  stickyHead: [STICKY],
  /** Names the item that the page is drawn for. */
  drawnFor: ['#aliww-click-trigger[data-item]', '#aliww-click-trigger-new[data-item]'],
  /** The two parts in which everything stands that is read, and the app's root. */
  panel: [`${PANEL}RightWrap`],
  left: ['#left-content-area'],
  app: ['#ice-container'],
} as const satisfies Record<string, readonly string[]>;

/** Selectors within an element that one of the above finds. */
export const WITHIN = {
  /** Belt or row of a price with a promotion. */
  promoted: '@beltPrice,@normalPrice',
  belt: '@beltPrice',
  /** What is to be paid, or the only price. */
  mainPrice: '@highlightPrice',
  /** The price before the last deductions. */
  subPrice: '@subPrice',
  /** Without promotion: the number beside its unit. */
  plainPrice: '@unit + @text',
  impressionCount: '@imprItemCount',
  attributeTitle: '@InfoItemTitle',
  attributeSubTitle: '@InfoItemSubTitle',
  skuLabel: '@ItemLabel span[title]',
  skuText: '@valueItemText',
} as const;

export type Part = keyof typeof SELECTORS;

/** The selector that `short` stands for. */
export function cssOf(short: string): string {
  return short.replace(/@(\w+)/g, '[class*="$1--"]');
}

/** A selector and what it finds: one node at least. */
export type Found = { css: string; nodes: Element[] };

/**
 * A part under `root`, by the newest of its selectors that finds anything; undefined where none
 * does. A part that is tied to no id (`@…`) stands in the left area in every capture and is looked
 * for there: elsewhere a page may show other shops and items, and such a selector looks at every
 * node it is let loose on. Only where there is no left area all of `root` is looked through.
 */
export function finding(root: Element | null, part: Part): Found | undefined {
  return SELECTORS[part]
    .map((short) => {
      const css = cssOf(short);
      return { css, nodes: all((short[0] === '@' && nodeOf(root, 'left')) || root, css) };
    })
    .find(({ nodes }) => nodes[0]);
}

/** Every element of the part. */
export function nodesOf(root: Element | null, part: Part): Element[] {
  return finding(root, part)?.nodes ?? [];
}

/** The first of `nodesOf`. */
export function nodeOf(root: Element | null, part: Part): Element | null {
  return nodesOf(root, part)[0] ?? null;
}

/** The first element within another. */
export function within(element: Element | null, what: keyof typeof WITHIN): Element | null {
  return one(element, cssOf(WITHIN[what]));
}
