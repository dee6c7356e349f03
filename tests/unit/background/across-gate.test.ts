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

/** One visit: what the page really is, and whether it hides all but the title. */
type Sight = {
  hides: 'nothing' | 'prices' | 'all';
  title: number;
  images: number;
  fabric: number;
  extra: boolean;
  fen: number;
};
const sights = fc.array(
  fc.record<Sight>({
    hides: fc.constantFrom('nothing', 'nothing', 'prices', 'all'),
    title: fc.nat(2),
    images: fc.integer({ min: 4, max: 6 }),
    fabric: fc.nat(1),
    extra: fc.boolean(),
    fen: fc.constantFrom(11_900, 12_900, 13_900),
  }),
  { minLength: 3, maxLength: 8 },
);

const sku = (skuId: string, name: string): Sku => ({
  skuId,
  names: [name],
  before: null,
  final: null,
  stockText: null,
});

function pageOf(sight: Sight, atMs: number): ListingSnapshot {
  const price = reading(exactPrice(sight.fen), 'price', SKU);
  const whole = sampleSnapshot({
    capturedAtMs: atMs,
    title: reading(TITLES[sight.title]!, 'title'),
    imageCount: reading(sight.images, 'images'),
    attributes: reading([{ name: '面料', value: `面料 ${sight.fabric}` }], 'attributes'),
    skus: reading(
      [sku(SKU, '白色'), ...(sight.extra ? [sku('5612345678902', '黑色')] : [])],
      'skus',
    ),
    promotions: reading([], 'promotions'),
    listPrice: unread(),
    beforePrice: price,
    finalPrice: price,
    ledger: unread(),
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
  const none = unread();
  return { ...gated, account: 'degraded', imageCount: none, attributes: none, skus: none };
}

/** What a visit is to tell: each field against the last visit that showed it. */
function expectedOf(sight: Sight, title: Sight | null, whole: Sight | null): object[] {
  const told: object[] = [];
  if (title !== null && title.title !== sight.title) told.push({ kind: 'title' });
  if (sight.hides !== 'nothing' || whole === null) return told;
  if (whole.fen !== sight.fen) {
    const ends = { before: exactPrice(whole.fen), after: exactPrice(sight.fen) };
    told.push({ kind: 'price', which: 'public', ...ends });
    told.push({ kind: 'price', which: 'final', ...ends });
  }
  if (whole.fabric !== sight.fabric)
    told.push({
      kind: 'attribute',
      before: `面料 ${whole.fabric}`,
      after: `面料 ${sight.fabric}`,
    });
  if (whole.extra !== sight.extra)
    told.push({ kind: sight.extra ? 'sku-added' : 'sku-removed', names: ['黑色'] });
  if (whole.images !== sight.images)
    told.push({
      kind: 'count',
      which: 'images',
      before: String(whole.images),
      after: String(sight.images),
    });
  return told;
}

const shortOf = (change: Change): object => {
  switch (change.kind) {
    case 'title':
      return { kind: 'title' };
    case 'price':
      return {
        kind: 'price',
        which: change.which,
        before: change.before,
        after: change.after,
      };
    case 'attribute':
      return { kind: 'attribute', before: change.before, after: change.after };
    default:
      return change;
  }
};

test('whatever is hidden in between, each field is told once against the last visit that showed it', async () => {
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
      let title: Sight | null = null;
      let whole: Sight | null = null;
      for (const sight of visits) {
        nowMs += 2 * SITTING_MS;
        const sinceMs = nowMs;
        let known = null;
        // Read twice, as a page is: the second reading is of the same visit.
        for (let again = 0; again < 2; again += 1) {
          nowMs += 1000;
          const result = { state: 'ok' as const, snapshot: pageOf(sight, nowMs) };
          const earlier = await earlierOf(result, store);
          const state = nextTabState(known, 'detail.tmall.com', result, earlier, nowMs);
          known = await recordReading(store, state, intlSegmenter());
          expect((known.changes?.changes ?? []).map(shortOf)).toEqual(
            expectedOf(sight, title, whole),
          );
          expect(known.changes?.sinceMs ?? 0).toBeLessThan(sinceMs);
        }
        title = sight;
        if (sight.hides === 'nothing') whole = sight;
      }
      store.close();
    }),
    { numRuns: 40 },
  );
});
