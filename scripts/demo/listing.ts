/** A price ladder of one variant as the page would show it, in yuan; null where it shows none. */
export type DemoSku = {
  skuId: string;
  /** Value ids of the options, in the order of `props`. */
  vids: string[];
  before: string;
  final: string | null;
  quantity: number;
  quantityText: string;
};

/** The page's own ledger of one variant: `price3` → `price1` → `price2` and the steps between. */
export type DemoLedger = { list: string; before: string; final: string; steps: string };

export type DemoProp = {
  pid: string;
  name: string;
  values: { vid: string; name: string; colour?: string; corner?: string }[];
};

/** One invented listing: everything that its page says. */
export type DemoListing = {
  host: string;
  itemId: string;
  title: string;
  shop: {
    name: string;
    shopId: string;
    sellerId: string;
    type: 'B' | 'C';
    overall: string;
    scores: [name: string, score: string][];
    labels: string[];
  };
  props: DemoProp[];
  skus: DemoSku[];
  /** The variant that is chosen when the page opens; null: none is, and prices say 起. */
  chosen: string | null;
  listPrice: string;
  ledger: DemoLedger | null;
  /** The words beside the two prices; null: the page shows one price only. */
  priceWords: { final: string; before: string } | null;
  belt: string | null;
  /** Lines by the type the page's data gives them. */
  coupons: { type: string; applied: boolean; texts: string[] }[];
  emphasis: [name: string, value: string][];
  params: [name: string, value: string][];
  sales: string;
  reviews: { total: string; rate: string; words: [word: string, count: string][] };
  /** Lines of the detail area; an empty list is a detail made of pictures only. */
  detail: string[];
  detailPictures: number;
  colours: string[];
  loggedIn: boolean;
  /** The risk render: one price, no sales, no params, no reviews, no detail. */
  degraded: boolean;
};

/** The address at which the listing is served. */
export function addressOf(listing: DemoListing): string {
  return `https://${listing.host}/item.htm?id=${listing.itemId}`;
}

/** The variant that the page opens with, or the first one. */
export function openingSku(listing: DemoListing): DemoSku {
  const sku = listing.skus.find((one) => one.skuId === listing.chosen) ?? listing.skus[0];
  if (sku === undefined) throw new Error(`${listing.itemId} has no variant`);
  return sku;
}
