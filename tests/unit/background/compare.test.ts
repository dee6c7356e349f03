import { expect, test } from 'vitest';
import type { Comparison } from '../../../lib/analysis/compare-result';
import { reading, SAMPLE_NOW_MS, sampleSnapshot } from '../../fixtures/sample-snapshot';
import { aBenchmark } from '../db/examples';
import { fakeHouse } from './fake-house';

const IDS = ['782345678901', '782345678902', '782345678903'] as const;
const listing = (id: string) => `taobao:${id}`;

/** Two listings that were seen, the second one mine; the third never was. */
async function house() {
  const it = fakeHouse(SAMPLE_NOW_MS);
  for (const [index, itemId] of IDS.slice(0, 2).entries()) {
    it.world.urls.set(index, `https://detail.tmall.com/item.htm?id=${itemId}`);
    await it.fromPage(index, 'observe', {
      state: 'ok',
      snapshot: sampleSnapshot({
        itemId,
        listingId: listing(itemId),
        shopId: reading(`51234567${index}`, 'seller.shopId'),
        sellerId: reading(`221234567890${index}`, 'seller.sellerId'),
      }),
    });
  }
  const shop = { shopId: '512345671', sellerId: null, name: '我的店', on: true };
  await it.command({ kind: 'set-my-shop', ...shop });
  return it;
}
const ask = async (it: ReturnType<typeof fakeHouse>, ids: string[], benchmarkId = null) =>
  it.fromOwn<Comparison>('compare', { listingIds: ids.map(listing), benchmarkId });

test('listings stand in the order asked, mine is told, and one never seen is left out', async () => {
  const answer = await ask(await house(), [...IDS]);
  if (!answer.ok) throw new Error(answer.failure.code);
  expect(answer.value.listings.map(({ listingId, mine }) => [listingId, mine])).toEqual([
    [listing(IDS[0]), false],
    [listing(IDS[1]), true],
  ]);
  expect(answer.value.consensus).toEqual({ theyAllSay: [], onlyMineSays: [] });
});

test('all are held against the benchmark that fits mine', async () => {
  const it = await house();
  const theirs = { ...aBenchmark('theirs'), pinnedListingIds: [listing(IDS[0])] };
  const mine = { ...aBenchmark('mine'), shopIds: ['512345671'] };
  await it.command({ kind: 'save-benchmark', benchmark: theirs, baseRevision: null });
  await it.command({ kind: 'save-benchmark', benchmark: mine, baseRevision: null });
  const answer = await ask(it, [IDS[0], IDS[1]]);
  expect(answer).toMatchObject({ ok: true, value: { benchmark: { id: 'mine' } } });
  const named = await it.fromOwn('compare', {
    listingIds: [listing(IDS[0]), listing(IDS[1])],
    benchmarkId: 'theirs',
  });
  expect(named).toMatchObject({ ok: true, value: { benchmark: { id: 'theirs' } } });
});

test.each([[[IDS[0]]], [Array.from({ length: 7 }, (_, index) => `78234567890${index}`)]])(
  'one listing, or seven, are refused: %o',
  async (ids) => {
    expect(await ask(await house(), ids)).toMatchObject({
      ok: false,
      failure: { code: 'invalid' },
    });
  },
);
