import { expect, test } from 'vitest';
import { exactPrice } from '../../../lib/listing/price';
import type { ChangeNews } from '../../../lib/messaging/change-news';
import { DAY_MS, reading, SAMPLE_NOW_MS, sampleSnapshot } from '../../fixtures/sample-snapshot';
import { aBenchmark } from '../db/examples';
import { fakeHouse } from './fake-house';

const TAB = 7;
const ITEM = '782345678901';

/** A listing seen twice, a day apart: the public price fell from 129 to 109. */
async function visitedTwice() {
  const it = fakeHouse(SAMPLE_NOW_MS);
  it.world.urls.set(TAB, `https://detail.tmall.com/item.htm?id=${ITEM}`);
  const see = (beforeFen: number) => {
    const ledger = sampleSnapshot().ledger.value;
    const sku = '5612345678901';
    const listFen = beforeFen + 5000;
    const finalFen = beforeFen - 2300;
    return it.fromPage(TAB, 'observe', {
      state: 'ok',
      snapshot: sampleSnapshot({
        capturedAtMs: it.world.nowMs,
        listPrice: reading(exactPrice(listFen), 'price3', sku),
        beforePrice: reading(exactPrice(beforeFen), 'price', sku),
        finalPrice: reading(exactPrice(finalFen), 'subPrice', sku),
        ledger: reading({ listFen, beforeFen, finalFen, steps: ledger?.steps ?? [] }, 'map', sku),
      }),
    });
  };
  await see(14_900);
  it.world.urls.set(TAB, 'https://detail.tmall.com/');
  await it.house.tabs.forget(TAB);
  it.world.urls.set(TAB, `https://detail.tmall.com/item.htm?id=${ITEM}`);
  it.world.nowMs += DAY_MS;
  await see(12_900);
  return it;
}

const ask = async (it: ReturnType<typeof fakeHouse>, sinceMs: number) => {
  const answer = await it.fromOwn<{ news: ChangeNews[]; more: boolean }>('recent-changes', {
    sinceMs,
  });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};

test('a visit that found changes is told with what the rules mark', async () => {
  const it = await visitedTwice();
  const ladder = { dailyFen: null, promoFen: 11_500, memberFen: null, floorFen: null };
  const benchmark = { ...aBenchmark('b1'), ladder, categoryWords: ['防晒衣'] };
  await it.command({ kind: 'save-benchmark', benchmark, baseRevision: null });
  const { news, more } = await ask(it, 0);
  expect(more).toBe(false);
  expect(news).toHaveLength(1);
  expect(news[0]).toMatchObject({
    listingId: `taobao:${ITEM}`,
    shopName: '溪禾户外旗舰店',
    atMs: SAMPLE_NOW_MS + DAY_MS,
    sinceMs: SAMPLE_NOW_MS,
  });
  const shown = news[0]?.items.find(
    ({ change }) => change.kind === 'price' && change.which === 'public',
  );
  expect(shown).toMatchObject({
    change: { before: exactPrice(12_900), after: exactPrice(10_900) },
    sku: ['白色', 'L'],
    matches: [
      { rule: 'ladder', rung: 'promo', now: 'below' },
      { rule: 'percent', atLeast: 5 },
    ],
  });
});

test('a rule that is switched off marks no more', async () => {
  const it = await visitedTwice();
  const changeRules = { ladder: false, percent: 50, promotion: false, keyword: false };
  await it.command({ kind: 'save-settings', patch: { changeRules } });
  const { news } = await ask(it, 0);
  expect(news.flatMap((visit) => visit.items.flatMap(({ matches }) => matches))).toEqual([]);
});

test('what changed before the time asked for is not told', async () => {
  const it = await visitedTwice();
  expect((await ask(it, SAMPLE_NOW_MS + DAY_MS)).news).toHaveLength(1);
  expect((await ask(it, SAMPLE_NOW_MS + DAY_MS + 1)).news).toEqual([]);
});

test('a page may not ask', async () => {
  const it = await visitedTwice();
  expect(await it.fromPage(TAB, 'recent-changes', { sinceMs: 0 })).toMatchObject({
    ok: false,
    failure: { code: 'not-allowed' },
  });
});
