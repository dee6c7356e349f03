import { exactPrice, type Price } from '../../listing/price';
import { at, isTrue, listAt, textAt } from '../json';
import { skuInfo } from './chosen';
import { isGatedRender } from './gate';
import { fenOf, priceOf } from './money-text';
import { component, dataVote, domVote, type Field, type Page, type Vote } from './page';
import { shownPrices, type ShownPrices } from './shown-prices';
import { isReselected, renderedFor, umpRow } from './ump';

/** What one source says: positions, never label words. */
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
export function readPrices(page: Page): ReadPrices {
  const shown = shownPrices(page.document);
  const data = [...rowPairs(page), ...itemPairs(page), ...ledgerPairs(page)];
  const dataFinals = data.flatMap((pair) => pair.final);
  const dom = domPair(page, shown, data);
  const pairs = [...data, dom.pair];
  const gated = isGatedRender(page) || hidesPrice(page);
  const decoy = isDecoy(page, shown, pairs);
  const absent = gated || decoy ? 'gated' : shown.malformed ? 'malformed' : dom.why;

  const before: Field<Price> = { votes: pairs.flatMap((pair) => pair.before), why: absent };
  const final: Field<Price> = { votes: pairs.flatMap((pair) => pair.final), why: absent };
  const list: Field<Price> = { votes: listVotes(page), why: absent };
  if (decoy) for (const field of [before, list]) refuse(field, 'gated');
  // A price after deductions above the one before them: the positions are not what they seem.
  else if (pairs.some(isUpsideDown))
    for (const field of [before, final]) refuse(field, 'ambiguous');
  else if (dom.deniesFinal && dataFinals.length > 0) refuse(final, 'ambiguous');
  const lowest = Math.max(...before.votes.map((vote) => vote.value.minFen));
  if (list.votes.some((vote) => vote.value.minFen < lowest)) refuse(list, 'ambiguous');
  return { list, before, final, gated: gated || decoy };
}

function refuse(field: Field<Price>, why: Field<Price>['why']): void {
  field.refused = true;
  field.why = why;
}

/** The vote that stands for all: amounts agree, and the weaker claim wins (起 over exact). */
export function agreeOnPrice(votes: Vote<Price>[]): Vote<Price> | null {
  const [first] = votes;
  if (first === undefined || votes.some((vote) => vote.value.minFen !== first.value.minFen))
    return null;
  const ranges = votes.filter(({ value }) => value.maxFen !== null && value.maxFen > value.minFen);
  if (ranges.some((vote) => vote.value.maxFen !== ranges[0]?.value.maxFen)) return null;
  return ranges[0] ?? votes.find((vote) => vote.value.maxFen === null) ?? first;
}

/** The chosen SKU's row, or row "0", which is the item. */
function rowPairs(page: Page): Pair[] {
  const { chosen, data } = page;
  if (chosen.full) {
    if (chosen.skuId === null) return [];
    const row = skuInfo(data, chosen.skuId);
    return [pairOf(page, row, `skuCore.sku2info.${chosen.skuId}`, 'subPrice', chosen.skuId)];
  }
  if (isReselected(page)) return [];
  return [pairOf(page, at(data, 'skuCore.sku2info.0'), 'skuCore.sku2info.0', 'subPrice', null)];
}

function speaksOfItem(page: Page): boolean {
  const { chosen } = page;
  if (!chosen.full) return !isReselected(page);
  return (
    chosen.skuId !== null &&
    (renderedFor(page) === chosen.skuId || listAt(page.data, 'skuBase.skus').length === 1)
  );
}

function itemPairs(page: Page): Pair[] {
  if (!speaksOfItem(page)) return [];
  const part = component(page, 'priceVO');
  return [pairOf(page, part.value, part.path, 'extraPrice', page.chosen.skuId)];
}

function ledgerPairs(page: Page): Pair[] {
  const found = umpRow(page);
  // A row of one SKU says nothing of the item as a whole.
  if (found === null || found.key !== (page.chosen.skuId ?? '0')) return [];
  const vote = (name: string): Vote<Price>[] =>
    dataVote(page, exact(textAt(found.row, name)), `${found.path}.${name}`, page.chosen.skuId);
  return [{ before: vote('price1'), final: vote('price2') }];
}

function pairOf(page: Page, part: unknown, path: string, last: string, sku: string | null): Pair {
  const vote = (name: string): Vote<Price>[] =>
    dataVote(page, priceOfData(at(part, name)), `${path}.${name}`, sku);
  return { before: vote('price'), final: vote(last) };
}

/** `{priceText: "143.5", priceDesc: "起", priceMoney: "14350"}`; null where it contradicts itself. */
export function priceOfData(value: unknown): Price | null {
  if (isTrue(at(value, 'hiddenPrice'))) return null;
  const money = textAt(value, 'priceMoney');
  const written = textAt(value, 'priceText');
  const fen = money !== null && /^\d{1,12}$/.test(money) ? Number(money) : null;
  const price = priceOf(written ?? (fen === null ? '' : `${fen / 100}`));
  if (price === null || (fen !== null && fen !== price.minFen)) return null;
  const open = (textAt(value, 'priceDesc') ?? '').includes('\u8d77');
  return open && price.maxFen === price.minFen ? { minFen: price.minFen, maxFen: null } : price;
}

function exact(text: string | null): Price | null {
  const fen = fenOf(text);
  return fen === null ? null : exactPrice(fen);
}

type DomPair = { pair: Pair; deniesFinal: boolean; why: Field<Price>['why'] };

/** What the DOM shows, by position; a lone number is the final price only where the data says so. */
function domPair(page: Page, shown: ShownPrices, data: Pair[]): DomPair {
  const none: DomPair = { pair: { before: [], final: [] }, deniesFinal: false, why: 'absent' };
  const { main, sub } = shown;
  if (main === null) return none;
  // The whole SKU is chosen and the price still open: it was not drawn for this SKU yet.
  if (page.chosen.full && main.price.maxFen === null) return { ...none, why: 'not-rendered' };
  const known = data.flatMap((pair) => [...pair.before, ...pair.final]);
  const vote = (at: { price: Price; css: string }): Vote<Price>[] =>
    domVote(page, 'price', at.price.minFen, at.css, page.chosen.skuId).map(({ from }) => ({
      value: isOpen(page, at.price, known) ? { minFen: at.price.minFen, maxFen: null } : at.price,
      from,
    }));
  const votes = vote(main);
  const why = votes.length === 0 ? 'not-rendered' : 'absent';
  if (sub !== null) {
    const before = sub.price === null ? [] : vote({ price: sub.price, css: sub.css });
    return { pair: { before, final: votes }, deniesFinal: false, why };
  }
  const says = (which: 'before' | 'final'): boolean =>
    data.some((pair) => pair[which].some(({ value }) => value.minFen === main.price.minFen));
  if (says('final') && !says('before'))
    return { pair: { before: [], final: votes }, deniesFinal: false, why };
  const deniesFinal = !says('final') && !shown.malformed;
  return { pair: { before: votes, final: [] }, deniesFinal, why };
}

/**
 * The app leaves 起 out of some renders (capture kohgane 2026-09), so a number without it is exact
 * only where a SKU is chosen, there is nothing to choose, or the data gives the same amount.
 */
function isOpen(page: Page, price: Price, known: Vote<Price>[]): boolean {
  if (page.chosen.full || !page.chosen.hasOptions || price.maxFen !== price.minFen) return false;
  return !known.some((vote) => vote.value.minFen === price.minFen);
}

function isUpsideDown(pair: Pair): boolean {
  return pair.before.some((before) =>
    pair.final.some((final) => final.value.minFen > before.value.minFen),
  );
}

/** 一口价: the ledger's `price3`, and `buy_now`, which speaks for the item as it was rendered. */
function listVotes(page: Page): Vote<Price>[] {
  const sku = page.chosen.skuId;
  const found = umpRow(page);
  const ledger =
    found === null || found.key !== (sku ?? '0')
      ? []
      : dataVote(page, exact(textAt(found.row, 'price3')), `${found.path}.price3`, sku);
  if (!speaksOfItem(page)) return ledger;
  const path = 'pcTrade.pcBuyParams.buy_now';
  return [...ledger, ...dataVote(page, exact(textAt(page.data, path)), path, sku)];
}

function hidesPrice(page: Page): boolean {
  const part = component(page, 'priceVO').value;
  return isTrue(at(part, 'price.hiddenPrice')) || isTrue(at(part, 'extraPrice.hiddenPrice'));
}

/**
 * A promotion is announced and no source has a price after it: then the one number may be false
 * (items of 百亿补贴 without their channel's token show a round price; facts §2.6).
 */
function isDecoy(page: Page, shown: ShownPrices, pairs: Pair[]): boolean {
  if (pairs.some((pair) => pair.final.length > 0)) return false;
  const belt = at(component(page, 'priceVO').value, 'mainBelt');
  if (speaksOfItem(page) && typeof belt === 'object' && belt !== null) return true;
  return shown.belt;
}
