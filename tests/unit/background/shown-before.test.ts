import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intlSegmenter } from '../../../lib/analysis/root-splitter';
import { earlierOf } from '../../../lib/background/earlier';
import { nextTabState, recordReading, SITTING_MS } from '../../../lib/background/observe';
import { openStore } from '../../../lib/db/store';
import type { Change } from '../../../lib/listing/change';
import { exactPrice } from '../../../lib/listing/price';
import type { ListingSnapshot, Sku } from '../../../lib/listing/snapshot';
import { reading, SAMPLE_NOW_MS, sampleSnapshot, unread } from '../../fixtures/sample-snapshot';
import { FakeArea } from '../db/fake-area';
import { FakeFiles } from '../db/fake-files';

const SKU = '5612345678901';
const TITLES = ['防晒衣女款', '防晒衣男款', '冰丝防晒衣'];

/** What a page shows on some loads only. */
const FACETS = [
  'images',
  'fabric',
  'extra',
  'fen',
  'word',
  'score',
  'reviews',
  'sold',
  'promotion',
] as const;
type Facet = (typeof FACETS)[number];

/** One visit: what the page really is, whether it hides all but the title, and what it left out. */
type Sight = {
  hides: 'nothing' | 'prices' | 'all';
  lacks: Facet[];
  title: number;
  images: number;
  fabric: number;
  extra: boolean;
  fen: number;
  word: number;
  score: number;
  reviews: number;
  sold: number;
  promotion: number;
};
const sights = fc.array(
  fc.record<Sight>({
    hides: fc.constantFrom('nothing', 'nothing', 'nothing', 'prices', 'all'),
    lacks: fc.subarray([...FACETS]),
    title: fc.nat(2),
    images: fc.integer({ min: 4, max: 6 }),
    fabric: fc.nat(1),
    extra: fc.boolean(),
    fen: fc.constantFrom(11_900, 12_900, 13_900),
    word: fc.nat(2),
    score: fc.nat(2),
    reviews: fc.nat(2),
    sold: fc.nat(2),
    promotion: fc.nat(2),
  }),
  { minLength: 3, maxLength: 8 },
);

const count = (atLeast: number) => ({ text: `${atLeast}+`, atLeast, isLowerBound: true });
const WORDS = ['显瘦', '轻薄', '凉快'];
const promotionText = (at: number) => `官方立减${10 + at}%`;

const sku = (skuId: string, name: string): Sku => ({
  skuId,
  names: [name],
  before: null,
  final: null,
  stockText: null,
});

function pageOf(sight: Sight, atMs: number): ListingSnapshot {
  const price = reading(exactPrice(sight.fen), 'price', SKU);
  const none = unread();
  const unless = <T>(facet: Facet, value: T) =>
    sight.lacks.includes(facet) ? none : reading(value, facet);
  const isPriced = !sight.lacks.includes('fen');
  const whole = sampleSnapshot({
    capturedAtMs: atMs,
    title: reading(TITLES[sight.title]!, 'title'),
    imageCount: unless('images', sight.images),
    attributes: unless('fabric', [{ name: '面料', value: `面料 ${sight.fabric}` }]),
    skus: unless('extra', [
      sku(SKU, '白色'),
      ...(sight.extra ? [sku('5612345678902', '黑色')] : []),
    ]),
    chosenSku: reading({ skuId: SKU, names: ['白色'] }, 'chosen'),
    promotions: unless('promotion', [
      { text: promotionText(sight.promotion), type: 'x', applied: false },
    ]),
    impressions: unless('word', [{ word: WORDS[sight.word]!, count: count(9) }]),
    scores: unless('score', [
      { name: '描述', text: `4.${sight.score}`, value: 4 + sight.score / 10, level: null },
    ]),
    reviewCount: unless('reviews', count(sight.reviews)),
    sales: unless('sold', { count: count(sight.sold), metric: 'sold' as const }),
    listPrice: none,
    beforePrice: isPriced ? price : none,
    finalPrice: isPriced ? price : none,
    ledger: none,
    missing: [],
  });
  if (sight.hides === 'nothing') return whole;
  // A price that a gated page shows is none: 1 yuan, which nothing may be told against.
  const gated = {
    ...whole,
    gated: true,
    beforePrice: reading(exactPrice(100), 'price', SKU),
    finalPrice: unread(),
    missing: [{ field: 'finalPrice', why: 'gated' } as const],
  };
  if (sight.hides === 'prices') return gated;
  return { ...gated, account: 'degraded', imageCount: none, attributes: none, skus: none };
}

/** Each thing as it was shown last, with when. */
type Shown = Partial<Record<Facet | 'title', { value: number | boolean; atMs: number }>>;

/** What a visit shows, each thing by itself. */
function shownOf(sight: Sight, atMs: number): Shown {
  const shown: Shown = { title: { value: sight.title, atMs } };
  if (sight.hides !== 'nothing') return shown;
  for (const facet of FACETS)
    if (!sight.lacks.includes(facet)) shown[facet] = { value: sight[facet], atMs };
  return shown;
}

/** What a visit is to tell: each thing against the last visit that showed it, and since when. */
function expectedOf(known: Shown, now: Shown, beforeMs: number): object[] {
  const told: object[] = [];
  const add = (
    facet: Facet | 'title',
    changes: (was: number, is: number) => Record<string, unknown>[],
  ) => {
    const [was, is] = [known[facet], now[facet]];
    if (was === undefined || is === undefined || was.value === is.value) return;
    const since = was.atMs < beforeMs ? { sinceMs: was.atMs } : {};
    told.push(...changes(Number(was.value), Number(is.value)).map((one) => ({ ...one, ...since })));
  };
  const countOf = (which: string) => (was: number, is: number) => [
    { kind: 'count', which, before: `${was}+`, after: `${is}+` },
  ];
  add('title', () => [{ kind: 'title' }]);
  add('fen', (was, is) =>
    ['public', 'final'].map((which) => {
      return { kind: 'price', which, before: exactPrice(was), after: exactPrice(is) };
    }),
  );
  add('promotion', (was, is) => [
    { kind: 'promotion-started', text: promotionText(is) },
    { kind: 'promotion-ended', text: promotionText(was) },
  ]);
  add('fabric', (was, is) => [{ kind: 'attribute', before: `面料 ${was}`, after: `面料 ${is}` }]);
  add('extra', (_, is) => [{ kind: is === 1 ? 'sku-added' : 'sku-removed', names: ['黑色'] }]);
  add('images', (was, is) => [
    { kind: 'count', which: 'images', before: `${was}`, after: `${is}` },
  ]);
  add('sold', countOf('sales'));
  add('reviews', countOf('reviews'));
  add('score', (was, is) => [
    { kind: 'score', name: '描述', before: `4.${was}`, after: `4.${is}` },
  ]);
  add('word', (was, is) => [
    {
      kind: 'impressions',
      added: [{ word: WORDS[is], count: '9+' }],
      removed: [{ word: WORDS[was], count: '9+' }],
      moved: [],
    },
  ]);
  return told;
}

const shortOf = (change: Change): object => {
  const since = change.sinceMs === undefined ? {} : { sinceMs: change.sinceMs };
  switch (change.kind) {
    case 'title':
      return { kind: 'title', ...since };
    case 'price': {
      const { kind, which, before, after } = change;
      return { kind, which, before, after, ...since };
    }
    case 'attribute':
      return { kind: 'attribute', before: change.before, after: change.after, ...since };
    default:
      return change;
  }
};

test('whatever a visit did not show, each thing is told once against the last that showed it', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(sights, async (visits) => {
      let nowMs = SAMPLE_NOW_MS;
      const store = openStore({
        area: new FakeArea(),
        files: new FakeFiles(),
        nowMs: () => nowMs,
        name: `gate-${(runs += 1)}`,
      });
      let shown: Shown = {};
      let beforeMs = 0;
      for (const sight of visits) {
        nowMs += 2 * SITTING_MS;
        let known = null;
        // Read twice, as a page is: the second reading is of the same visit.
        for (let again = 0; again < 2; again += 1) {
          nowMs += 1000;
          const result = { state: 'ok' as const, snapshot: pageOf(sight, nowMs) };
          const earlier = await earlierOf(result, store);
          const state = nextTabState(known, 'detail.tmall.com', result, earlier, nowMs);
          known = await recordReading(store, state, intlSegmenter());
          const told = expectedOf(shown, shownOf(sight, nowMs), beforeMs);
          const found = (known.changes?.changes ?? []).map(shortOf);
          // The price of a visit read twice is one row, of its first reading.
          expect(found.map(toMinute)).toEqual(told.map(toMinute));
          expect(known.changes?.sinceMs ?? 0).toBe(beforeMs);
        }
        shown = { ...shown, ...shownOf(sight, nowMs) };
        beforeMs = nowMs;
      }
      store.close();
    }),
    { numRuns: 25 },
  );
});

const toMinute = (told: object) =>
  'sinceMs' in told ? { ...told, sinceMs: Math.floor(Number(told.sinceMs) / 60_000) } : told;
