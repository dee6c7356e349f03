import { short } from '../cut';
import { attr, label } from '../dom';
import { idAt, textAt } from '../json';
import { component, dataVote, domVote, type Field, type Page, type Vote } from './page';
import { find, findAll } from './selectors';

/** Words of the page's own buttons that stand in nodes named like a shop's. */
const NO_SHOP = /^(?:进店|客服|收藏(?:的)?店铺|我的店铺|进入店铺)$/;

/** The shop's name. */
export function readShopName(page: Page): Field<string> {
  const card = component(page, 'storeCardVO');
  const votes = [
    ...dataVote(page, short(textAt(page.data, 'seller.shopName')), 'seller.shopName'),
    ...dataVote(page, short(textAt(card.value, 'shopName')), `${card.path}.shopName`),
  ];
  for (const { element, css } of findAll(page.document, 'shopName')) {
    const name = short(label(element));
    if (name === null || NO_SHOP.test(name)) continue;
    votes.push(...domVote(page, null, name, css));
    break;
  }
  return { votes, why: 'absent' };
}

/** The shop's id: said outright, or in its address `//shop{id}.taobao.com`. */
export function readShopId(page: Page): Field<string> {
  const urls: [string, string | null][] = [
    ['seller.pcShopUrl', textAt(page.data, 'seller.pcShopUrl')],
    ['componentsVO.storeCardVO.shopUrl', textAt(page.data, 'componentsVO.storeCardVO.shopUrl')],
  ];
  const link = find(page.document, 'shopLink');
  const votes = [
    ...dataVote(page, idAt(page.data, 'seller.shopId'), 'seller.shopId'),
    ...urls.flatMap(([path, url]) => dataVote(page, shopIdIn(url), path)),
    ...(link === null ? [] : domVote(page, null, shopIdIn(attr(link.element, 'href')), link.css)),
  ];
  return { votes, why: 'absent' };
}

function shopIdIn(url: string | null): string | null {
  return (
    /^(?:https?:)?\/\/shop(\d{1,20})\.(?:taobao|tmall)\.com(?:\/|$|\?)/.exec(url ?? '')?.[1] ?? null
  );
}

/**
 * The seller's id. Not taken from the pictures' addresses, although those hold a seller's id too:
 * shops sell with each other's pictures (capture csharp_tmallhk), and a wrong id would call a
 * competitor's listing mine.
 */
export function readSellerId(page: Page, gated: boolean): Field<string> {
  const ump = component(page, 'umpPriceLogVO');
  const votes = [
    ...dataVote(page, idAt(page.data, 'seller.sellerId'), 'seller.sellerId'),
    ...dataVote(page, idAt(page.data, 'seller.userId'), 'seller.userId'),
    ...dataVote(page, idAt(ump.value, 'sellerId'), `${ump.path}.sellerId`),
  ];
  return { votes, why: gated ? 'gated' : 'absent' };
}

/** 天猫 or 淘宝: the seller's type; without it the host, where it serves one kind only. */
export function readKind(page: Page): Field<'tmall' | 'taobao'> {
  const kinds = { B: 'tmall', C: 'taobao' } as const;
  const vote = (path: string): Vote<'tmall' | 'taobao'>[] => {
    const type = textAt(page.data, path);
    return dataVote(page, type === 'B' || type === 'C' ? kinds[type] : null, path);
  };
  const votes = [...vote('seller.sellerType'), ...vote('componentsVO.storeCardVO.sellerType')];
  const onTmall = /\.tmall\.(?:com|hk)$/.test(page.url.hostname);
  if (votes.length === 0 && onTmall) {
    const from = { source: 'url', path: page.url.hostname, atMs: page.nowMs, skuId: null } as const;
    votes.push({ value: 'tmall', from });
  }
  return { votes, why: 'absent' };
}

/** The seller's level: the platform's word for it (金牌卖家), else its number from 1 to 20. */
export function readSellerLevel(page: Page): Field<string> {
  const word = short(textAt(page.data, 'seller.certText'));
  if (word !== null) return { votes: dataVote(page, word, 'seller.certText'), why: 'absent' };
  const card = component(page, 'storeCardVO');
  const votes = [
    ...dataVote(page, short(textAt(page.data, 'seller.creditLevel')), 'seller.creditLevel'),
    ...dataVote(page, short(textAt(card.value, 'creditLevel')), `${card.path}.creditLevel`),
  ];
  return { votes, why: 'absent' };
}
