import type { SELECTORS } from './selectors';

const MARSAI = '2026-02-26 MARSAI';
const KOHGANE = '2026-09-26 kohgane';
/** Described by others, in none of the captures (facts §2.2, §2.3). */
const TOLD = '2026-09 told';

/**
 * When and in which capture each selector was last seen, in the order of `SELECTORS`. Kept beside
 * them and not in them: a page carries the selectors only. A test holds the two together.
 */
export const SEEN: { [P in keyof typeof SELECTORS]: readonly string[] } = {
  title: [KOHGANE, KOHGANE],
  priceBlock: [KOHGANE],
  shopName: [KOHGANE],
  shopLink: [KOHGANE],
  shopStars: [KOHGANE],
  shopLabel: [KOHGANE],
  sales: [MARSAI],
  reviews: [MARSAI],
  reviewTitle: [MARSAI],
  goodRate: [TOLD],
  impression: [TOLD],
  attributes: [MARSAI],
  attribute: [MARSAI],
  couponArea: [MARSAI],
  coupon: [MARSAI],
  skuArea: [KOHGANE],
  option: [KOHGANE],
  skuValue: [KOHGANE],
  gallery: [KOHGANE, KOHGANE],
  thumbnail: [KOHGANE],
  detail: [MARSAI],
  panelFoot: [KOHGANE],
  stickyHead: [KOHGANE],
  drawnFor: [KOHGANE, MARSAI],
  panel: [KOHGANE],
  left: [KOHGANE],
  app: [KOHGANE],
};
