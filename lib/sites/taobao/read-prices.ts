import type { Price } from '../../listing/price';
import { at, isTrue, list, asText, textAt } from '../json';
import { skusOf } from './chosen';
import { isGatedRender } from './gate';
import { exactOf, priceOf } from './money-text';
import { dataAt, drawn, rowsOf, said, vote, type Listing, type Vote } from './listing';
import type { Field } from './settle';
import { isRenderedFor, umpRowsOf } from './ump';

/** What one source says of 优惠前 and 到手价, by position and never by label words. */
type Pair = { before: Vote<Price>[]; final: Vote<Price>[] };

export type ReadPrices = {
  list: Field<Price>;
  before: Field<Price>;
  final: Field<Price>;
  /** The prices shown can't be believed as such (facts §2.6). */
  gated: boolean;
};

/**
 * 一口价, 优惠前 and 到手价 of the page as it stands: of the chosen SKU where one is chosen, else of
 * the item. Page data speaks only for what it was rendered for; the DOM for what it shows now.
 */
export function readPrices(listing: Listing): ReadPrices {
  const data = dataPairs(listing);
  const dom = domPair(listing, data);
  const pairs = [...data, dom.pair];
  const decoy = isDecoy(listing, dom.belt, pairs);
  const gated = decoy || isGatedRender(listing);
  const why = gated ? 'gated' : dom.why;
  const before: Field<Price> = { votes: pairs.flatMap((pair) => pair.before), why };
  const final: Field<Price> = { votes: pairs.flatMap((pair) => pair.final), why };
  const listed: Field<Price> = { votes: listVotes(listing), why };
  const lowest = Math.max(...before.votes.map(({ value }) => value.minFen));
  if (decoy) refuse('gated', before, listed);
  // A price after deductions above the one before them: the positions are not what they seem.
  else if (pairs.some(isUpsideDown)) refuse('ambiguous', before, final);
  else if (dom.deniesFinal && final.votes.length > 0) refuse('ambiguous', final);
  if (listed.votes.some(({ value }) => value.minFen < lowest)) refuse('ambiguous', listed);
  return { list: listed, before, final, gated };
}

function refuse(why: Field<Price>['why'], ...fields: Field<Price>[]): void {
  for (const field of fields) Object.assign(field, { why, refused: true });
}

/** The vote that stands for all: amounts agree, and the weaker claim wins (起 over exact). */
export function agreeOnPrice(votes: Vote<Price>[]): Vote<Price> | null | undefined {
  const [first] = votes;
  const ranges = votes.filter(({ value }) => (value.maxFen ?? 0) > value.minFen);
  if (votes.some(({ value }) => value.minFen !== first?.value.minFen)) return null;
  if (ranges.some(({ value }) => value.maxFen !== ranges[0]?.value.maxFen)) return null;
  return ranges[0] ?? votes.find(({ value }) => value.maxFen === null) ?? first;
}

/** Whether the item-level part of the data speaks for the price shown now. */
function speaksOfItem(listing: Listing): boolean {
  const { key } = listing;
  if (key === null || key === '0') return key !== null;
  return skusOf(listing.data).length === 1 || isRenderedFor(listing, key);
}

/** The row of the SKU or item, the item's own price, and the ledger's row. */
function dataPairs(listing: Listing): Pair[] {
  const { key, skuId } = listing;
  if (key === null) return [];
  const pair = (path: string, last: string): Pair => ({
    before: said(listing, `${path}.price`, priceOfData, skuId),
    final: said(listing, `${path}.${last}`, priceOfData, skuId),
  });
  return [
    pair(`skuCore.sku2info.${key}`, 'subPrice'),
    ...(speaksOfItem(listing) ? [pair('priceVO', 'extraPrice')] : []),
    { before: ledgerVote(listing, 'price1'), final: ledgerVote(listing, 'price2') },
  ];
}

/** A price of the ledger's row for what is shown; the row of one SKU says nothing of the item. */
function ledgerVote(listing: Listing, name: string): Vote<Price>[] {
  const { key, skuId } = listing;
  const price = exactOf(textAt(umpRowsOf(listing)?.get(key ?? ''), name));
  return vote(listing, 'page-data', `umpPriceLogVO.map.${key}.${name}`, price, skuId);
}

/** 一口价: the ledger's `price3`, and `buy_now`, which speaks for the item as it was rendered. */
function listVotes(listing: Listing): Vote<Price>[] {
  const path = 'pcTrade.pcBuyParams.buy_now';
  const buyNow = speaksOfItem(listing)
    ? said(listing, path, (value) => exactOf(asText(value)), listing.skuId)
    : [];
  return [...ledgerVote(listing, 'price3'), ...buyNow];
}

/** `{priceText: "143.5", priceDesc: "起", priceMoney: "14350"}`; null where it contradicts itself. */
export function priceOfData(value: unknown): Price | null {
  const money = asText(at(value, 'priceMoney')) ?? '';
  const fen = /^\d{1,11}$/.test(money) ? Number(money) : null;
  const price = priceOf(textAt(value, 'priceText') ?? (fen === null ? '' : `${fen / 100}`));
  if (!price || isTrue(at(value, 'hiddenPrice')) || (fen ?? price.minFen) !== price.minFen)
    return null;
  const open = (textAt(value, 'priceDesc') ?? '').includes('起');
  return open && price.maxFen === price.minFen ? { ...price, maxFen: null } : price;
}

/** `belt`: the DOM shows one price alone, in a promotion belt. */
type DomPair = { pair: Pair; belt: boolean; deniesFinal: boolean; why: Field<Price>['why'] };

/** What the DOM shows, by position; a lone number is the final price only where the data says so. */
function domPair(listing: Listing, data: Pair[]): DomPair {
  const [row] = rowsOf(listing.seen, 'price');
  const none = { pair: { before: [], final: [] }, belt: false, deniesFinal: false };
  const isHeld = listing.seen.held.includes('price');
  if (row === undefined) return { ...none, why: isHeld ? 'not-rendered' : 'absent' };
  const [main, sub] = row.map(priceOf);
  if (!main) return { ...none, why: 'malformed' };
  // The whole SKU is chosen and the price still open: it was not drawn for this SKU yet.
  if (listing.chosen.full && main.maxFen === null) return { ...none, why: 'not-rendered' };
  const says = (which: 'before' | 'final', { minFen }: Price): boolean =>
    data.some((pair) => pair[which].some(({ value }) => value.minFen === minFen));
  const votes = (price: Price | null | undefined): Vote<Price>[] => {
    if (!price) return [];
    // The app leaves 起 out of some renders (capture kohgane 2026-09), so a number without it is
    // exact only where the data gives it too, a SKU is chosen, or there is nothing to choose.
    const { chosen, skuId } = listing;
    const known = says('before', price) || says('final', price);
    const isExact = price.maxFen !== price.minFen || known || chosen.full || !chosen.hasOptions;
    return drawn(listing, 'price', isExact ? price : { ...price, maxFen: null }, skuId);
  };
  // That there is a second price, readable or not, says that the main one is the final.
  if (row.length > 1)
    return { ...none, pair: { before: votes(sub), final: votes(main) }, why: 'absent' };
  const belt = listing.seen.parts['price']?.css.includes('beltPrice--') ?? false;
  const isFinal = says('final', main) && !says('before', main);
  const pair = isFinal ? { before: [], final: votes(main) } : { before: votes(main), final: [] };
  return { pair, belt, deniesFinal: !says('final', main), why: 'absent' };
}

function isUpsideDown({ before, final }: Pair): boolean {
  return before.some((one) => final.some(({ value }) => value.minFen > one.value.minFen));
}

/**
 * A promotion is announced and no source has a price after it: then the one number may be false
 * (items of 百亿补贴 without their channel's token show a round price; facts §2.6).
 */
function isDecoy(listing: Listing, belt: boolean, pairs: Pair[]): boolean {
  if (pairs.some((pair) => pair.final.length > 0)) return false;
  if (belt) return true;
  const infos = list(dataAt(listing, 'extensionInfoVO.infos'), 50).filter(
    (info) => textAt(info, 'type') !== 'ACTIVITIES',
  );
  const words = JSON.stringify([dataAt(listing, 'priceVO.price.priceTitle'), infos]);
  return (
    speaksOfItem(listing) && (!!dataAt(listing, 'priceVO.mainBelt') || words.includes('百亿补贴'))
  );
}
