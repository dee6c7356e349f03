import { DEMO_BENCHMARK } from '../../../scripts/demo/demo-benchmark.ts';
import { addressOf, type DemoListing } from '../../../scripts/demo/listing.ts';
import { RIVAL } from '../../../scripts/demo/listings.ts';
import { listingPage } from '../../../scripts/demo/page.ts';
import { pageKey } from '../../../scripts/demo/serve.ts';
import type { Shop } from '../harness.ts';

/** How many strings one round puts everywhere. */
export const PER_ROUND = 20;

/** A listing whose every text is one of the strings. */
export function hostileListing(round: number, strings: readonly string[]): DemoListing {
  const s = (index: number) => strings[index % strings.length] ?? '';
  const pairs = RIVAL.params.map(([name], i): [string, string] => [
    i % 2 === 0 ? name : s(i),
    s(i),
  ]);
  return {
    ...RIVAL,
    itemId: String(100_000_001_000 + round),
    title: `防晒衣 ${s(0)}`,
    shop: {
      ...RIVAL.shop,
      name: s(1),
      scores: RIVAL.shop.scores.map(([, score], i): [string, string] => [s(i + 2), score]),
      labels: [s(5), s(6)],
    },
    props: RIVAL.props.map((prop, p) => ({
      ...prop,
      name: s(p + 7),
      values: prop.values.map((value, v) => ({ ...value, name: `${v}${s(p + v)}` })),
    })),
    belt: s(8),
    coupons: RIVAL.coupons.map((coupon, c) => ({ ...coupon, texts: [s(c), s(c + 1)] })),
    emphasis: RIVAL.emphasis.map(([name], i) => [name, s(i)]),
    params: pairs,
    reviews: { ...RIVAL.reviews, words: [[s(3), '12'] as [string, string]] },
    detail: [...strings],
  };
}

/** Everything that an operator can write, written with these strings. */
export async function writeEverything(
  shop: Shop,
  round: number,
  strings: readonly string[],
  listing: DemoListing,
): Promise<void> {
  const listingId = `taobao:${listing.itemId}`;
  const cut = (text: string, length: number) => text.slice(0, length).trim().toWellFormed() || '空';
  const names = strings.map((text) => cut(text, 100));
  const id = `round-${round}`;
  await shop.command({
    kind: 'save-benchmark',
    benchmark: {
      ...DEMO_BENCHMARK,
      id,
      name: names[0],
      pinnedListingIds: [listingId],
      shopIds: [],
      categoryWords: names,
      sellingPoints: names.map((name, i) => ({
        id: `p${i}`,
        name,
        phrases: [name],
        match: 'any',
        synonyms: names,
        places: [],
        mustHave: i % 2 === 0,
        manual: i % 5 === 4,
      })),
      scoreThresholds: [{ name: names[3], min: 4.7 }],
    },
    baseRevision: null,
  });
  const words = [...new Set(strings.map((text) => cut(text, 60)))];
  await shop.command({
    kind: 'save-keywords',
    benchmarkId: id,
    keywords: words.map((word) => ({
      word,
      metrics: [],
      class: 'core',
      mustHave: true,
      synonyms: [],
      atomic: false,
    })),
    baseRevision: null,
  });
  await shop.command({
    kind: 'save-note',
    listingId,
    text: strings.join('\n').slice(0, 5000),
    tags: strings.map((text) => cut(text, 30)),
  });
  const verdict = { benchmarkId: id, pointId: 'p0', listingId, state: 'pass', atMs: 1 };
  await shop.command({
    kind: 'set-verdict',
    verdict: { ...verdict, note: cut(strings[0] ?? '', 200) },
  });
  await shop.command({
    kind: 'save-list',
    list: {
      id,
      name: cut(strings[1] ?? '', 60),
      entries: [
        { listingId, addedAtMs: 1 },
        { listingId: `taobao:${RIVAL.itemId}`, addedAtMs: 1 },
      ],
    },
    baseRevision: null,
  });
  await shop.command({
    kind: 'set-my-shop',
    shopId: String(900_000 + round),
    sellerId: null,
    name: cut(strings[2] ?? '', 100),
    on: true,
  });
  const own = strings.map((text) => ({
    name: cut(text, 40),
    from: '2026-06-01',
    to: '2026-06-18',
  }));
  await shop.command({ kind: 'save-settings', patch: { calendar: { off: [], own } } });
}

/** Serves the listing and gives its address. */
export function serveListing(shop: Shop, listing: DemoListing): string {
  const address = addressOf(listing);
  shop.pages.set(pageKey(address), listingPage(listing));
  return address;
}
