import { all, one } from '../dom';

/** A selector with the date and the capture in which it was last seen (`pages/captures/INDEX.md`). */
type Known = readonly [css: string, seen: string];

const MARSAI = '2026-02 MARSAI';
const KOHGANE = '2026-09 kohgane';
/** Described by others, in none of the captures (facts §2.2, §2.3). */
const TOLD = '2026-09 told';

const body = '#tbpcDetail_SkuPanelBody ';
const sticky = '#tbpcDetail_SkuPanelItemhead_fixed ';

/** Selectors by what they find, newest first. Classes are hashed per release: prefixes only. */
export const SELECTORS = {
  /** The visible title; the sticky head holds a hidden copy. */
  title: [
    [`${body}[class*="mainTitle--"]`, KOHGANE],
    [`${sticky}[class*="mainTitle--"]`, KOHGANE],
    ['[class*="ItemHeader--mainTitle--"]', '2024-04 told'],
  ],
  /** The parts in which prices stand: the purchase panel, then its hidden sticky copy. */
  priceBlock: [
    [`${body}[class*="block2--"]`, KOHGANE],
    [sticky.trim(), KOHGANE],
  ],
  belt: [['[class*="beltPrice--"]', MARSAI]],
  /** Within a price block: what is to be paid, or the only price. */
  mainPrice: [['[class*="highlightPrice--"]', MARSAI]],
  /** Within a price block: the price before the last deductions. */
  subPrice: [['[class*="subPrice--"]', MARSAI]],
  /** Within a price block without promotion: unit and number side by side. */
  plainPrice: [['[class*="unit--"] + [class*="text--"]', KOHGANE]],
  shopHeader: [['[class*="shopHeader--"]', KOHGANE]],
  shopName: [['[class*="shopHeader--"] [class*="shopName--"]', KOHGANE]],
  shopLink: [['[class*="shopHeader--"] a[href*="//shop"]', KOHGANE]],
  shopStars: [['[class*="StoreComprehensiveRating--"] [class*="starNum--"]', KOHGANE]],
  shopLabel: [['[class*="shopHeader--"] [class*="storeLabelItem--"]', KOHGANE]],
  sales: [
    [`${body}[class*="subTitleWrap--"] [class*="itemInfo--"] span`, MARSAI],
    [`${body}[class*="salesDesc--"]`, TOLD],
  ],
  reviews: [['[class*="Comments--"]', MARSAI]],
  reviewTitle: [['[class*="Comments--"] [class*="tabDetailItemTitle--"]', MARSAI]],
  goodRate: [['[class*="rateTextTitle--"]', TOLD]],
  impression: [['[class*="imprItem--"]', TOLD]],
  impressionCount: [['[class*="imprItemCount--"]', TOLD]],
  attributes: [['[class*="paramsWrap--"]', MARSAI]],
  /** Here the title node is the value and the sub-title node the name. */
  emphasisAttribute: [['[class*="emphasisParamsInfoItem--"]', MARSAI]],
  /** Here the title node is the name and the sub-title node the value. */
  generalAttribute: [['[class*="generalParamsInfoItem--"]', MARSAI]],
  attributeTitle: [['[class*="InfoItemTitle--"]', MARSAI]],
  attributeSubTitle: [['[class*="InfoItemSubTitle--"]', MARSAI]],
  coupons: [[`${body}[class*="couponInfoArea--"]`, MARSAI]],
  /** Within the coupon area: coupons and the words 已享受, 可再享 before them. */
  couponOrLabel: [['[class*="enjoyedLabel--"],[class*="CouponItem--"]', MARSAI]],
  skuArea: [['#skuOptionsArea', KOHGANE]],
  skuGroup: [['[class*="skuItem--"]', KOHGANE]],
  skuLabel: [['[class*="ItemLabel--"] span[title]', KOHGANE]],
  skuValue: [['[class*="valueItem--"][data-vid]', KOHGANE]],
  skuText: [['[class*="valueItemText--"]', KOHGANE]],
  gallery: [['#picGalleryEle', KOHGANE]],
  mainPicture: [
    ['#picGalleryEle [class*="mainPicWrap--"]', KOHGANE],
    ['#mainPicImageEl', KOHGANE],
  ],
  thumbnails: [['#picGalleryEle img[class*="thumbnailPic--"]', KOHGANE]],
  detail: [
    ['#imageTextInfo-content', MARSAI],
    ['#description .content', '2024-04 told'],
  ],
  panelFoot: [['#tbpcDetail_SkuPanelFoot', KOHGANE]],
  stickyHead: [[sticky.trim(), KOHGANE]],
  /** Names the item that the page is drawn for. */
  drawnFor: [
    ['#aliww-click-trigger[data-item]', KOHGANE],
    ['#aliww-click-trigger-new[data-item]', MARSAI],
  ],
  /** Parts in which everything that is read stands. */
  panel: [['#tbpcDetail_SkuPanelRightWrap', KOHGANE]],
  left: [['#left-content-area', KOHGANE]],
  app: [['#ice-container', KOHGANE]],
} as const satisfies Record<string, readonly Known[]>;

export type Part = keyof typeof SELECTORS;

/** An element and the selector that found it. */
export type Found = { element: Element; css: string };

/** The first element that any of the part's selectors finds, newest selector first. */
export function find(root: Document | Element | null, part: Part): Found | null {
  for (const [css] of SELECTORS[part]) {
    const element = one(root, css);
    if (element !== null) return { element, css };
  }
  return null;
}

/** Every element of the first of the part's selectors that finds any. */
export function findAll(root: Document | Element | null, part: Part): Found[] {
  for (const [css] of SELECTORS[part]) {
    const elements = all(root, css);
    if (elements.length > 0) return elements.map((element) => ({ element, css }));
  }
  return [];
}
