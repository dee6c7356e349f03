import type { FieldName, ListingSnapshot } from '../../listing/snapshot';
import type { Field, Page, Vote } from './page';
import { readAccount } from './read-account';
import { attributeKey, readAttributes } from './read-attributes';
import { readLedger } from './read-ledger';
import { readDetail, readImageCount } from './read-pictures';
import { agreeOnPrice, readPrices, type ReadPrices } from './read-prices';
import { agreeOnPromotions, readPromotions } from './read-promotions';
import { readGoodRate, readImpressions, readReviewCount, sameRate } from './read-reviews';
import { readSales } from './read-sales';
import { readScores, scoreKey } from './read-scores';
import { readKind, readSellerId, readSellerLevel, readShopId, readShopName } from './read-seller';
import { readChosenSku, readSkus } from './read-skus';
import { readTitle } from './read-title';
import { longest, missing, settle, type Settled } from './settle';

type Value<F extends FieldName> = NonNullable<ListingSnapshot[F]['value']>;
type Agree<F extends FieldName> = (votes: Vote<Value<F>>[]) => Vote<Value<F>> | null;

/** Reads one field, and how its votes are to agree where they need not be equal. */
type Readers = {
  [F in FieldName]: { votes: (page: Page) => Field<Value<F>>; agree?: Agree<F> };
};

const impressionKey = (one: Value<'impressions'>[number]): string =>
  `${one.word}|${one.count.text}`;

/** The readers of one page; the prices are read once for the fields that rest on them. */
function readersOf(prices: () => ReadPrices): Readers {
  return {
    title: { votes: readTitle },
    shopName: { votes: readShopName },
    shopId: { votes: readShopId },
    sellerId: { votes: (page) => readSellerId(page, prices().gated) },
    kind: { votes: readKind },
    sellerLevel: { votes: readSellerLevel },
    listPrice: { votes: () => prices().list, agree: agreeOnPrice },
    beforePrice: { votes: () => prices().before, agree: agreeOnPrice },
    finalPrice: { votes: () => prices().final, agree: agreeOnPrice },
    ledger: { votes: (page) => readLedger(page, prices().gated, agreedPromotions(page)) },
    promotions: { votes: readPromotions, agree: agreeOnPromotions },
    sales: { votes: readSales },
    reviewCount: { votes: readReviewCount },
    goodRate: {
      votes: readGoodRate,
      agree: (votes) => (sameRate(votes) ? (votes[0] ?? null) : null),
    },
    impressions: { votes: readImpressions, agree: longest(impressionKey) },
    scores: { votes: readScores, agree: longest(scoreKey) },
    attributes: { votes: readAttributes, agree: longest(attributeKey) },
    skus: { votes: readSkus },
    chosenSku: { votes: readChosenSku },
    imageCount: { votes: readImageCount },
    detail: { votes: readDetail },
  };
}

function agreedPromotions(page: Page): Value<'promotions'> {
  return agreeOnPromotions(readPromotions(page).votes)?.value ?? [];
}

/** A reader that stumbles over its page makes its own field malformed, not the whole reading. */
function guarded<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function pricesOf(page: Page): () => ReadPrices {
  let prices: ReadPrices | undefined;
  return () => {
    prices ??= readPrices(page);
    return prices;
  };
}

/** One reading of the page: every field with its provenance, or why it is missing. */
export function readSnapshot(page: Page): ListingSnapshot {
  const prices = pricesOf(page);
  const readers = readersOf(prices);
  const readings: Record<string, Settled<unknown>['reading']> = {};
  const without: ListingSnapshot['missing'] = [];
  for (const field of Object.keys(readers) as FieldName[]) {
    const { votes, agree } = readers[field] as Readers['title'];
    const settled = guarded(() => settle(votes(page), agree), missing<string>('malformed'));
    readings[field] = settled.reading;
    if (settled.why !== null) without.push({ field, why: settled.why });
  }
  return {
    site: 'taobao',
    itemId: page.itemId,
    listingId: `taobao:${page.itemId}`,
    host: page.url.hostname,
    capturedAtMs: page.nowMs,
    account: guarded(() => readAccount(page), 'unknown'),
    gated: guarded(() => prices().gated, true),
    ...(readings as Pick<ListingSnapshot, FieldName>),
    missing: without,
  };
}

/** Everything that a page's data says of its item, by the name under which the DOM is remembered. */
export function readVotes(page: Page): [field: string, value: unknown][] {
  const prices = pricesOf(page);
  const readers = readersOf(prices);
  const said: [string, unknown][] = [];
  for (const field of Object.keys(readers) as FieldName[]) {
    const read = readers[field].votes as (page: Page) => Field<unknown>;
    for (const { value } of guarded(() => read(page).votes, [])) said.push([field, value]);
  }
  for (const sku of guarded(() => readSkusFor(page), []))
    for (const price of [sku.before, sku.final]) if (price) said.push(['price', price.minFen]);
  for (const part of guarded(() => [prices().before, prices().final], []))
    for (const { value } of part.votes) said.push(['price', value.minFen]);
  return said;
}

function readSkusFor(page: Page): Value<'skus'> {
  return readSkus(page).votes[0]?.value ?? [];
}
