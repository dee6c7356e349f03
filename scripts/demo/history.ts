import type { DemoListing } from './listing.ts';
import { GATED, MINE, PLAIN, RIVAL } from './listings.ts';

// Nine weeks of visits to six listings. A visit is the listing's page as it stood that day; the
// product's own reader and arithmetic make the rows of it.

/** How many days before the file's own time somebody looked, oldest first. */
const DAYS = [62, 56, 52, 49, 45, 42, 38, 35, 31, 28, 24, 21, 17, 14, 10, 7, 3, 0.5];

const yuan = (fen: number): string => (fen / 100).toString();

/** The listing with the public price of that day: 官方立减 makes up the difference. */
export function atPublicPrice(listing: DemoListing, publicFen: number): DemoListing {
  const { ledger, chosen } = listing;
  if (ledger === null) return listing;
  const beforeFen = Math.round(Number(ledger.before) * 100);
  const steps = ledger.steps.split('^').map((token) => token.split('_'));
  const sumOf = (codes: string[]): number =>
    steps
      .filter(([code]) => codes.includes(code ?? ''))
      .reduce((sum, [, fen]) => sum + Number(fen), 0);
  const official = beforeFen - publicFen - sumOf(['13']);
  const finalFen = publicFen - sumOf(['1', '5', '12', '22']);
  const texts = (listing.coupons[0]?.texts ?? []).map((text) =>
    text.startsWith('官方立减') ? `官方立减省${yuan(official)}元` : text,
  );
  return {
    ...listing,
    ledger: {
      ...ledger,
      final: yuan(finalFen),
      steps: steps.map(([code, fen]) => `${code}_${code === '20' ? official : fen}`).join('^'),
    },
    skus: listing.skus.map((sku) =>
      sku.skuId === chosen ? { ...sku, final: yuan(finalFen) } : sku,
    ),
    coupons: listing.coupons.map((row, i) => (i === 0 ? { ...row, texts } : row)),
  };
}

/** The listing with one price for everything, as a shop without promotions shows it. */
export function atPlainPrice(listing: DemoListing, before: string): DemoListing {
  return { ...listing, skus: listing.skus.map((sku) => ({ ...sku, before })) };
}

/** A listing of the same kind by another invented shop, known from the history only. */
function another(n: number, shop: string, title: string, of: DemoListing): DemoListing {
  const digits = `100000000${n}`;
  const skuId = (id: string): string => id.replace('50000002', `50000${n}`.slice(0, 8));
  return {
    ...of,
    itemId: digits,
    title,
    shop: { ...of.shop, name: shop, shopId: `100000${n}`, sellerId: `2000000${n}` },
    skus: of.skus.map((sku) => ({ ...sku, skuId: skuId(sku.skuId) })),
    chosen: of.chosen === null ? null : skuId(of.chosen),
  };
}

export const LINHE = another(
  505,
  '林禾运动旗舰店',
  '林禾防晒衣女户外骑行防紫外线连帽皮肤衣夏季薄款速干透气外套',
  RIVAL,
);
export const BAILU = another(
  606,
  '白麓旗舰店',
  '白麓2026新款冰丝防晒服女大码宽松显瘦空调衫UPF50+防晒外套',
  RIVAL,
);

type Step = [fromDaysAgo: number, price: number];

/** The price on a day: that of the last step at or before it. */
function priceOn(steps: Step[], daysAgo: number): number {
  const step = steps.filter(([from]) => from >= daysAgo).at(-1) ?? steps[0];
  if (step === undefined) throw new Error('a history without a price');
  return step[1];
}

// A dip for one big promotion, 31 to 24 days ago, as 618 or 双11 makes it.
const PUBLIC_STEPS = new Map<DemoListing, Step[]>([
  [
    MINE,
    [
      [62, 14_900],
      [45, 13_900],
      [31, 12_900],
      [21, 13_900],
    ],
  ],
  [
    RIVAL,
    [
      [62, 14_900],
      [42, 13_900],
      [31, 11_900],
      [21, 13_900],
    ],
  ],
  [
    LINHE,
    [
      [62, 13_500],
      [35, 12_900],
      [31, 10_900],
      [21, 12_900],
      [7, 11_900],
    ],
  ],
  [
    BAILU,
    [
      [62, 15_200],
      [49, 14_800],
      [31, 12_500],
      [21, 14_800],
    ],
  ],
]);

export type DemoVisit = { daysAgo: number; listing: DemoListing };

/** Every visit of every listing, oldest first. */
export function demoVisits(): DemoVisit[] {
  return DAYS.flatMap((daysAgo): DemoVisit[] => {
    const promoted = [...PUBLIC_STEPS].map(([listing, steps]) => ({
      daysAgo,
      listing: atPublicPrice(grown(listing, daysAgo), priceOn(steps, daysAgo)),
    }));
    const plain = atPlainPrice(grown(PLAIN, daysAgo), daysAgo > 38 ? '159' : '149');
    return [...promoted, { daysAgo, listing: plain }, { daysAgo, listing: GATED }];
  });
}

/** Sales and reviews of an earlier day are lower; the rival's title lacked a word until lately. */
function grown(listing: DemoListing, daysAgo: number): DemoListing {
  const earlier = daysAgo > 28;
  const sales: Record<string, string> = { '2万+': '1万+', '6000+': '4000+', '300+': '200+' };
  const title =
    listing === RIVAL && daysAgo > 14 ? listing.title.replace('宽松防晒服', '') : listing.title;
  return { ...listing, title, sales: earlier ? (sales[listing.sales] ?? '') : listing.sales };
}
