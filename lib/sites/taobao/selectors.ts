import { all } from '../dom';

const BODY = '#tbpcDetail_SkuPanelBody ';
const STICKY = '#tbpcDetail_SkuPanelItemhead_fixed';
const GALLERY = '#picGalleryEle';

/**
 * Selectors by what they find, newest first. `@name` is any class that begins with `name--`: the
 * app hashes its classes per release, so only that prefix is stable. Where and when each was seen
 * is in `selectors-seen.ts`, which is kept out of the pages that are read.
 */
export const SELECTORS = {
  /** The visible title; the sticky head holds a hidden copy. */
  title: [`${BODY}@mainTitle`, `${STICKY} @mainTitle`],
  /** The parts in which prices stand: the purchase panel, then its hidden sticky copy. */
  priceBlock: [`${BODY}@block2`, STICKY],
  /** Within a price block: belt or row with a promotion. */
  promotedPrice: ['@beltPrice,@normalPrice'],
  belt: ['@beltPrice'],
  /** Within a price block: what is to be paid, or the only price. */
  mainPrice: ['@highlightPrice'],
  /** Within a price block: the price before the last deductions. */
  subPrice: ['@subPrice'],
  /** Within a price block without promotion: the number beside its unit. */
  plainPrice: ['@unit + @text'],
  shopName: ['@shopHeader @shopName'],
  shopLink: ['@shopHeader a[href*="//shop"]'],
  shopStars: ['@StoreComprehensiveRating @starNum'],
  shopLabel: ['@shopHeader @storeLabelItem'],
  sales: [`${BODY}@subTitleWrap @itemInfo span`, `${BODY}@salesDesc`],
  reviews: ['@Comments'],
  reviewTitle: ['@Comments @tabDetailItemTitle'],
  goodRate: ['@rateTextTitle'],
  impression: ['@imprItem'],
  impressionCount: ['@imprItemCount'],
  attributes: ['@paramsWrap'],
  /** In the emphasised kind the title node is the value, in the general one it is the name. */
  attribute: ['@emphasisParamsInfoItem,@generalParamsInfoItem'],
  attributeTitle: ['@InfoItemTitle'],
  attributeSubTitle: ['@InfoItemSubTitle'],
  coupons: [`${BODY}@couponInfoArea`],
  /** Within the coupon area: coupons, and the words 已享受 and 可再享 before them. */
  couponOrLabel: ['@enjoyedLabel,@CouponItem'],
  skuArea: ['#skuOptionsArea'],
  skuGroup: ['@skuItem'],
  skuLabel: ['@ItemLabel span[title]'],
  skuValue: ['@valueItem[data-vid]'],
  skuText: ['@valueItemText'],
  gallery: [`${GALLERY} @mainPicWrap`, GALLERY],
  thumbnail: [`${GALLERY} img@thumbnailPic`],
  detail: ['#imageTextInfo-content'],
  panelFoot: ['#tbpcDetail_SkuPanelFoot'],
  stickyHead: [STICKY],
  /** Names the item that the page is drawn for. */
  drawnFor: ['#aliww-click-trigger[data-item]', '#aliww-click-trigger-new[data-item]'],
  /** The two parts in which everything stands that is read, and the app's root. */
  panel: ['#tbpcDetail_SkuPanelRightWrap'],
  left: ['#left-content-area'],
  app: ['#ice-container'],
} as const satisfies Record<string, readonly string[]>;

export type Part = keyof typeof SELECTORS;

/** An element and the selector that found it. */
export type Found = { element: Element; css: string };

/** Every element of the first of the part's selectors that finds any. */
export function findAll(root: Element | null, part: Part): Found[] {
  for (const short of SELECTORS[part]) {
    const css = cssOf(short);
    const elements = all(root, css);
    if (elements.length > 0) return elements.map((element) => ({ element, css }));
  }
  return [];
}

/** The selector that `short` stands for. */
export function cssOf(short: string): string {
  return short.replace(/@(\w+)/g, '[class*="$1--"]');
}

/** The first element that any of the part's selectors finds, newest selector first. */
export function find(root: Element | null, part: Part): Found | null {
  return findAll(root, part)[0] ?? null;
}

/** The element of `find`. */
export function nodeOf(root: Element | null, part: Part): Element | null {
  return find(root, part)?.element ?? null;
}
