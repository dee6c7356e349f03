import type { Count, ListingSnapshot, Sales } from '../../listing/snapshot';
import { LONG, tidy } from '../cut';
import { attr, label } from '../dom';
import { id, text } from '../json';
import { countOf, percentOf, salesOf } from './count-text';
import { said, shown, vote, type Page, type Vote } from './page';

/** The fields that are one text, one id or one count, in several places of the page. */

const short = (value: unknown): string | null => tidy(text(value));

/** A title with its blanks made one, cut where it is absurdly long. */
export function readTitleText(written: string | null): string | null {
  return tidy(written, LONG);
}

/** The item's title: two places of the page data, and the visible title of the purchase panel. */
export function readTitle(page: Page): Vote<string>[] {
  const read = (value: unknown): string | null => readTitleText(text(value));
  return [
    ...said(page, 'item.title', read),
    ...said(page, 'titleVO.title.title', read),
    ...shown(page, 'title', (element) => readTitleText(label(element)), 'title'),
  ];
}

/** Words of the page's own buttons that stand in nodes named like a shop's. */
const NO_SHOP = /^(?:进店|客服|(?:收藏|我)的店铺)$/;

/** The shop's name. */
export function readShopName(page: Page): Vote<string>[] {
  return [
    ...said(page, 'seller.shopName', short),
    ...said(page, 'storeCardVO.shopName', short),
    ...shown(page, 'shopName', (element) => {
      const name = tidy(label(element));
      return NO_SHOP.test(name ?? '') ? null : name;
    }),
  ];
}

/** The shop's id: said outright, or in its address `//shop{id}.taobao.com`. */
export function readShopId(page: Page): Vote<string>[] {
  const inUrl = (url: unknown): string | null =>
    /^(?:https?:)?\/\/shop(\d{1,20})\.(?:taobao|tmall)\./.exec(text(url) ?? '')?.[1] ?? null;
  return [
    ...said(page, 'seller.shopId', id),
    ...said(page, 'seller.pcShopUrl', inUrl),
    ...said(page, 'storeCardVO.shopUrl', inUrl),
    ...shown(page, 'shopLink', (element) => inUrl(attr(element, 'href'))),
  ];
}

/**
 * The seller's id. Not taken from the pictures' addresses, although those hold a seller's id too:
 * shops sell with each other's pictures (capture csharp_tmallhk), and a wrong id would call a
 * competitor's listing mine.
 */
export function readSellerId(page: Page): Vote<string>[] {
  return ['seller.sellerId', 'seller.userId', 'umpPriceLogVO.sellerId'].flatMap((path) =>
    said(page, path, id),
  );
}

/** 天猫 or 淘宝: the seller's type; without it the host, where it serves one kind only. */
export function readKind(page: Page): Vote<'tmall' | 'taobao'>[] {
  const read = (type: unknown): 'tmall' | 'taobao' | null =>
    type === 'B' ? 'tmall' : type === 'C' ? 'taobao' : null;
  const votes = [
    ...said(page, 'seller.sellerType', read),
    ...said(page, 'storeCardVO.sellerType', read),
  ];
  const { hostname } = page.url;
  if (votes.length > 0 || !hostname.includes('.tmall.')) return votes;
  return vote(page, 'url', hostname, 'tmall');
}

/** The seller's level: the platform's word for it (金牌卖家), else its number from 1 to 20. */
export function readSellerLevel(page: Page): Vote<string>[] {
  const word = said(page, 'seller.certText', short);
  if (word.length > 0) return word;
  return [
    ...said(page, 'seller.creditLevel', short),
    ...said(page, 'storeCardVO.creditLevel', short),
  ];
}

/** How many were sold, in the page's own words; absent on degraded pages. */
export function readSales(page: Page): Vote<Sales>[] {
  return [
    ...said(page, 'titleVO.salesDesc', (value) => salesOf(text(value))),
    ...said(page, 'item.vagueSellCount', (value): Sales | null => {
      const count = countOf(text(value));
      // The field's own name says what it counts.
      return count && { count, metric: 'sold' };
    }),
    ...shown(page, 'sales', (element) => salesOf(label(element)), 'sales'),
  ];
}

/** How many reviews there are: 用户评价·1000+. Nothing of a single review is read. */
export function readReviewCount(page: Page): Vote<Count>[] {
  return [
    ...said(page, 'rateVO.totalCount', (value) => countOf(text(value))),
    ...shown(
      page,
      'reviewTitle',
      (element) => countOf(/[·・(（]([^)）]+)[)）]?$/.exec(label(element))?.[1] ?? null),
      'reviewCount',
    ),
  ];
}

type GoodRate = NonNullable<ListingSnapshot['goodRate']['value']>;

/** 好评率 of the listing; the shop's own rates are among the scores. */
export function readGoodRate(page: Page): Vote<GoodRate>[] {
  const read = (value: string | null): GoodRate | null => {
    const percent = percentOf(value);
    return percent === null ? null : { text: tidy(value) ?? '', percent };
  };
  return [
    ...said(page, 'rateVO.favorableRate.rateText', (value) => read(text(value))),
    ...shown(page, 'goodRate', (element) => read(label(element)), 'goodRate'),
  ];
}

/** Equal percentages agree: the page words them longer than the data does. */
export function agreeOnRate(votes: Vote<GoodRate>[]): Vote<GoodRate> | null | undefined {
  return votes.every(({ value }) => value.percent === votes[0]?.value.percent) ? votes[0] : null;
}
