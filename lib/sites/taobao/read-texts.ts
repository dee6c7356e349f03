import type { Count, ListingSnapshot, Sales } from '../../listing/snapshot';
import { LONG, tidy } from '../cut';
import { id, asText } from '../json';
import { countOf, percentOf, salesOf } from './count-text';
import { said, shown, vote, type Listing, type Vote } from './listing';

/** The fields that are one text, one id or one count, in several places of the page. */

const short = (value: unknown): string | null => tidy(asText(value));

/** A title with its blanks made one, cut where it is absurdly long. */
export function readTitleText(written: string | null): string | null {
  return tidy(written, LONG);
}

/** The item's title: two places of the page data, and the visible title of the purchase panel. */
export function readTitle(listing: Listing): Vote<string>[] {
  const read = (value: unknown): string | null => readTitleText(asText(value));
  return [
    ...said(listing, 'item.title', read),
    ...said(listing, 'titleVO.title.title', read),
    ...shown(listing, 'title', readTitleText),
  ];
}

/** Words of the page's own buttons that stand in nodes named like a shop's. */
const NO_SHOP = /^(?:进店|客服|(?:收藏|我)的店铺)$/;

/** The shop's name. */
export function readShopName(listing: Listing): Vote<string>[] {
  return [
    ...said(listing, 'seller.shopName', short),
    ...said(listing, 'storeCardVO.shopName', short),
    ...shown(listing, 'shopName', (name) => (NO_SHOP.test(name) ? null : tidy(name))),
  ];
}

/** The shop's id: said outright, or in its address `//shop{id}.taobao.com`. */
export function readShopId(listing: Listing): Vote<string>[] {
  const inUrl = (url: unknown): string | null =>
    /^(?:https?:)?\/\/shop(\d{1,20})\.(?:taobao|tmall)\./.exec(asText(url) ?? '')?.[1] ?? null;
  return [
    ...said(listing, 'seller.shopId', id),
    ...said(listing, 'seller.pcShopUrl', inUrl),
    ...said(listing, 'storeCardVO.shopUrl', inUrl),
    ...shown(listing, 'shopLink', inUrl),
  ];
}

/**
 * The seller's id. Not taken from the pictures' addresses, although those hold a seller's id too:
 * shops sell with each other's pictures (capture csharp_tmallhk), and a wrong id would call a
 * competitor's listing mine.
 */
export function readSellerId(listing: Listing): Vote<string>[] {
  return ['seller.sellerId', 'seller.userId', 'umpPriceLogVO.sellerId'].flatMap((path) =>
    said(listing, path, id),
  );
}

/** 天猫 or 淘宝: the seller's type; without it the host, where it serves one kind only. */
export function readKind(listing: Listing): Vote<'tmall' | 'taobao'>[] {
  const read = (type: unknown): 'tmall' | 'taobao' | null =>
    type === 'B' ? 'tmall' : type === 'C' ? 'taobao' : null;
  const votes = [
    ...said(listing, 'seller.sellerType', read),
    ...said(listing, 'storeCardVO.sellerType', read),
  ];
  const { host } = listing.seen;
  if (votes.length > 0 || !host.includes('.tmall.')) return votes;
  return vote(listing, 'url', host, 'tmall');
}

/** The seller's level: the platform's word for it (金牌卖家), else its number from 1 to 20. */
export function readSellerLevel(listing: Listing): Vote<string>[] {
  const word = said(listing, 'seller.certText', short);
  if (word.length > 0) return word;
  return [
    ...said(listing, 'seller.creditLevel', short),
    ...said(listing, 'storeCardVO.creditLevel', short),
  ];
}

/** How many were sold, in the page's own words; absent on degraded pages. */
export function readSales(listing: Listing): Vote<Sales>[] {
  return [
    ...said(listing, 'titleVO.salesDesc', (value) => salesOf(asText(value))),
    ...said(listing, 'item.vagueSellCount', (value): Sales | null => {
      const count = countOf(asText(value));
      // The field's own name says what it counts.
      return count && { count, metric: 'sold' };
    }),
    ...shown(listing, 'sales', salesOf),
  ];
}

/** How many reviews there are: 用户评价·1000+. Nothing of a single review is read. */
export function readReviewCount(listing: Listing): Vote<Count>[] {
  return [
    ...said(listing, 'rateVO.totalCount', (value) => countOf(asText(value))),
    ...shown(listing, 'reviewTitle', countOf),
  ];
}

type GoodRate = NonNullable<ListingSnapshot['goodRate']['value']>;

/** 好评率 of the listing; the shop's own rates are among the scores. */
export function readGoodRate(listing: Listing): Vote<GoodRate>[] {
  const read = (value: string | null): GoodRate | null => {
    const percent = percentOf(value);
    return percent === null ? null : { text: tidy(value) ?? '', percent };
  };
  return [
    ...said(listing, 'rateVO.favorableRate.rateText', (value) => read(asText(value))),
    ...shown(listing, 'goodRate', read),
  ];
}

/** Equal percentages agree: the page words them longer than the data does. */
export function agreeOnRate(votes: Vote<GoodRate>[]): Vote<GoodRate> | null | undefined {
  return votes.every(({ value }) => value.percent === votes[0]?.value.percent) ? votes[0] : null;
}
