import type { Account, FieldName, ListingSnapshot, MissingWhy } from '../../listing/snapshot';
import { rowsOf, type Listing, type Vote } from './listing';
import { isDegraded } from './gate';
import { attributeKey, readAttributes } from './read-attributes';
import { readLedger } from './read-ledger';
import { readDetail, readImageCount } from './read-pictures';
import { agreeOnPrice, readPrices, type ReadPrices } from './read-prices';
import { agreeOnPromotions, readPromotions } from './read-promotions';
import { impressionKey, readImpressions } from './read-reviews';
import { readScores, scoreKey } from './read-scores';
import { readChosenSku, readSkus } from './read-skus';
import {
  agreeOnRate,
  readGoodRate,
  readKind,
  readReviewCount,
  readSales,
  readSellerId,
  readSellerLevel,
  readShopId,
  readShopName,
  readTitle,
} from './read-texts';
import { longest, settle, type Agree, type Field } from './settle';

type Value<F extends FieldName> = NonNullable<ListingSnapshot[F]['value']>;

/** How each field is read, and how its votes are to agree where they need not be equal. */
type Readers = {
  [F in FieldName]: [
    read: (listing: Listing) => Vote<Value<F>>[] | Field<Value<F>>,
    agree?: Agree<Value<F>>,
  ];
};

/** The readers of one page; the prices are read once for the fields that rest on them. */
function readersOf(prices: () => ReadPrices): Readers {
  return {
    title: [readTitle],
    shopName: [readShopName],
    shopId: [readShopId],
    sellerId: [readSellerId],
    kind: [readKind],
    sellerLevel: [readSellerLevel],
    listPrice: [() => prices().list, agreeOnPrice],
    beforePrice: [() => prices().before, agreeOnPrice],
    finalPrice: [() => prices().final, agreeOnPrice],
    ledger: [
      (listing) =>
        readLedger(
          listing,
          prices().gated,
          agreeOnPromotions(readPromotions(listing))?.value ?? [],
        ),
    ],
    promotions: [readPromotions, agreeOnPromotions],
    sales: [readSales],
    reviewCount: [readReviewCount],
    goodRate: [readGoodRate, agreeOnRate],
    impressions: [readImpressions, longest(impressionKey)],
    scores: [readScores, longest(scoreKey)],
    attributes: [readAttributes, longest(attributeKey)],
    skus: [readSkus],
    chosenSku: [readChosenSku],
    imageCount: [readImageCount],
    detail: [readDetail],
  };
}

/** Fields that a degraded render leaves out (capture kohgane 2026-09). */
const GATED: readonly FieldName[] = ['sellerId', 'sales', 'attributes', 'promotions', 'detail'];
/** Parts of the page that come late or, on many loads, not at all. */
const LATE: Partial<Record<FieldName, 'reviews' | 'attributes'>> = {
  reviewCount: 'reviews',
  goodRate: 'reviews',
  impressions: 'reviews',
  attributes: 'attributes',
};

/** Why a field is missing that nobody votes on. */
function whyMissing(listing: Listing, field: FieldName, gated: boolean): MissingWhy {
  if (gated && GATED.includes(field)) return 'gated';
  const late = LATE[field];
  const isLate = late !== undefined && rowsOf(listing.seen, late).length === 0;
  // Without the item's own data (after a move) only what is drawn can be read.
  const isUndrawn = field === 'detail' || field === 'chosenSku' || !listing.data;
  return isLate || isUndrawn ? 'not-rendered' : 'absent';
}

/** A reader that stumbles over its page makes its own field malformed, not the whole reading. */
function guarded<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** Every field's votes, in the order of the snapshot's fields. */
function readFields(listing: Listing): {
  prices: () => ReadPrices;
  fields: { name: FieldName; field: Field<unknown>; agree: Agree<unknown> | undefined }[];
} {
  let known: ReadPrices | undefined;
  const prices = (): ReadPrices => (known ??= readPrices(listing));
  const gated = guarded(() => prices().gated, true);
  const fields = Object.entries(readersOf(prices)).map(([key, [read, agree]]) => {
    const name = key as FieldName;
    const field = guarded(
      (): Field<unknown> => {
        const votes = (read as Readers['title'][0])(listing);
        return Array.isArray(votes) ? { votes, why: whyMissing(listing, name, gated) } : votes;
      },
      { votes: [], why: 'malformed' },
    );
    return { name, field, agree: agree as Agree<unknown> | undefined };
  });
  return { prices, fields };
}

/** Whose page this is; a degraded render is that, whoever is logged in. */
function accountOf(listing: Listing): Account {
  if (isDegraded(listing)) return 'degraded';
  const { visitor } = listing.seen;
  return visitor === 'known' ? 'logged-in' : visitor === 'none' ? 'logged-out' : 'unknown';
}

/** One reading of the page: every field with its provenance, or why it is missing. */
export function readSnapshot(listing: Listing): ListingSnapshot {
  const { itemId, host, atMs } = listing.seen;
  const { prices, fields } = readFields(listing);
  const settled = fields.map(({ name, field, agree }) => ({ name, ...settle(field, agree) }));
  const readings = Object.fromEntries(settled.map(({ name, reading }) => [name, reading]));
  return {
    site: 'taobao',
    itemId,
    listingId: `taobao:${itemId}`,
    host,
    capturedAtMs: atMs,
    account: guarded(() => accountOf(listing), 'unknown'),
    gated: guarded(() => prices().gated, true),
    ...(readings as Pick<ListingSnapshot, FieldName>),
    missing: settled.flatMap(({ name: field, why }) => (why ? [{ field, why }] : [])),
  };
}
