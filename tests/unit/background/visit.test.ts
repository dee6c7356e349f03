import { beforeEach, describe, expect, test } from 'vitest';
import { exactPrice } from '../../../lib/listing/price';
import type { ListingSnapshot } from '../../../lib/listing/snapshot';
import type { ChangeNews } from '../../../lib/messaging/change-news';
import type { TabAnswer } from '../../../lib/messaging/tab-answer';
import {
  DAY_MS,
  reading,
  SAMPLE_NOW_MS,
  sampleSnapshot,
  unread,
} from '../../fixtures/sample-snapshot';
import { aBenchmark, aKeyword } from '../db/examples';
import { fakeHouse } from './fake-house';

const TAB = 7;
const ITEM = '782345678901';
const OTHER = '782345678902';
const address = (id: string) => `https://detail.tmall.com/item.htm?id=${id}`;

let it: ReturnType<typeof fakeHouse>;
beforeEach(() => {
  it = fakeHouse(SAMPLE_NOW_MS);
  it.world.urls.set(TAB, address(ITEM));
});

const seen = (overrides: Partial<ListingSnapshot> = {}) => ({
  state: 'ok',
  snapshot: sampleSnapshot({ capturedAtMs: it.world.nowMs, ...overrides }),
});
const of = (id: string): Partial<ListingSnapshot> => ({ itemId: id, listingId: `taobao:${id}` });
function inspected(answer: TabAnswer) {
  if (answer.state !== 'inspected') throw new Error(answer.state);
  return answer.inspection;
}
/** The sample with another public price: 优惠前 as given, the same deductions. */
function at(beforeFen: number): Partial<ListingSnapshot> {
  const ledger = sampleSnapshot().ledger.value;
  if (ledger === null) throw new Error('the sample has a ledger');
  const sku = '5612345678901';
  return {
    listPrice: reading(exactPrice(beforeFen + 5000), 'price3', sku),
    beforePrice: reading(exactPrice(beforeFen), 'price', sku),
    finalPrice: reading(exactPrice(beforeFen - 2300), 'subPrice', sku),
    ledger: reading(
      { ...ledger, listFen: beforeFen + 5000, beforeFen, finalFen: beforeFen - 2300 },
      'map',
      sku,
    ),
  };
}
async function observations() {
  const rows = await it.house.store.read((reader) => reader.observationsOf(`taobao:${ITEM}`, 0));
  return rows.ok ? rows.value : [];
}

test('a visit is drawn, recorded, answered to who looks, and shown on the badge', async () => {
  it.listenTo(TAB);
  const order = await it.fromPage(TAB, 'observe', seen());
  expect(order).toMatchObject({ ok: true, value: { draw: true, mode: 'full', itemId: ITEM } });
  expect(await observations()).toMatchObject([{ publicPrice: exactPrice(12900) }]);
  expect(it.world.heard.at(-1)).toMatchObject({ answer: { state: 'inspected' }, itemId: ITEM });
  expect(it.world.badges.get(TAB)).toBeDefined();
});

test('an observation of another item than the address says is refused and leaves no row', async () => {
  const result = await it.fromPage(TAB, 'observe', seen(of(OTHER)));
  expect(result).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  const mixed = await it.fromPage(TAB, 'observe', seen({ listingId: `taobao:${OTHER}` }));
  expect(mixed).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  const latest = await it.house.store.read((reader) => reader.latestOf(`taobao:${OTHER}`));
  expect(latest).toEqual({ ok: true, value: null });
});

test('a reading with another clock is refused', async () => {
  const result = await it.fromPage(TAB, 'observe', seen({ capturedAtMs: it.world.nowMs + DAY_MS }));
  expect(result).toMatchObject({ ok: false, failure: { field: 'capturedAtMs' } });
});

test('after an SPA move nothing of the item before is answered', async () => {
  await it.fromPage(TAB, 'observe', seen());
  it.world.urls.set(TAB, address(OTHER));
  expect(await it.answer(TAB)).toEqual({ state: 'not-ready' });
  await it.fromPage(TAB, 'observe', seen(of(OTHER)));
  expect(inspected(await it.answer(TAB)).listingId).toBe(`taobao:${OTHER}`);
  it.world.urls.set(TAB, 'https://detail.tmall.com/');
  expect(await it.answer(TAB)).toEqual({ state: 'not-listing' });
});

test('changes and the last price are told against the visit before, not against a SKU click', async () => {
  await it.fromPage(TAB, 'observe', seen());
  it.world.nowMs += 6 * DAY_MS;
  await it.house.tabs.forget(TAB);
  await it.fromPage(TAB, 'observe', seen(at(13900)));
  const first = inspected(await it.answer(TAB));
  expect(first.price.last).toMatchObject({
    price: exactPrice(12900),
    difference: { minFen: -1000 },
  });
  expect(first.changes?.changes).toContainEqual(
    expect.objectContaining({ kind: 'price', which: 'public', after: exactPrice(11900) }),
  );

  it.world.nowMs += 5000;
  await it.fromPage(TAB, 'observe', seen({ ...at(13900), imageCount: reading(6, 'images') }));
  const again = inspected(await it.answer(TAB));
  expect(again.price.last?.price).toEqual(exactPrice(12900));
  expect(again.changes?.changes.map((change) => change.kind)).toEqual([
    'price',
    'price',
    'price',
    'count',
  ]);
});

test('a reload a minute later still tells what the visit found', async () => {
  await it.fromPage(TAB, 'observe', seen());
  it.world.nowMs += 6 * DAY_MS;
  await it.house.tabs.forget(TAB);
  await it.fromPage(TAB, 'observe', seen(at(13900)));
  it.world.nowMs += 60_000;
  await it.house.tabs.forget(TAB);
  await it.fromPage(TAB, 'observe', seen(at(13900)));
  const { changes, price } = inspected(await it.answer(TAB));
  expect(changes?.changes.map((change) => change.kind)).toContain('price');
  expect(price.last?.price).toEqual(exactPrice(12900));
});

test('a visit begun anew after hours in the same tab is told against what was seen last', async () => {
  await it.fromPage(TAB, 'observe', seen());
  it.world.nowMs += 7 * 3_600_000;
  await it.fromPage(TAB, 'observe', seen(at(13900)));
  expect(inspected(await it.answer(TAB)).changes).toMatchObject({
    sinceMs: SAMPLE_NOW_MS,
    changes: [{ kind: 'price' }, { kind: 'price' }, { kind: 'price' }],
  });
});

test('what a visit changed is marked in the dock as in the room of changes', async () => {
  await it.fromPage(TAB, 'observe', seen());
  it.world.nowMs += DAY_MS;
  await it.house.tabs.forget(TAB);
  await it.fromPage(TAB, 'observe', seen(at(13900)));
  const { news } = inspected(await it.answer(TAB));
  const room = await it.fromOwn<{ news: ChangeNews[] }>('recent-changes', { sinceMs: 0 });
  expect(news.some(({ matches }) => matches.length > 0)).toBe(true);
  expect(room).toMatchObject({ ok: true, value: { news: [{ items: news }] } });
  const facts = await it.fromOwn('listing-facts', { listingIds: [`taobao:${ITEM}`] });
  expect(facts).toMatchObject({
    ok: true,
    value: [{ change: { item: news[0], more: news.length - 1 } }],
  });
});

describe('a listing that is gone', () => {
  const gone = { state: 'off-shelf', itemId: ITEM };
  const kinds = async () => {
    const rows = await it.house.store.read((reader) => reader.changesOf(`taobao:${ITEM}`, 10));
    return rows.ok ? rows.value.map(({ changes }) => changes.map(({ kind }) => kind)) : [];
  };

  test('is told once, without a price row', async () => {
    await it.fromPage(TAB, 'observe', seen());
    const rows = (await observations()).length;
    for (let day = 0; day < 3; day++) {
      it.world.nowMs += DAY_MS;
      await it.house.tabs.forget(TAB);
      await it.fromPage(TAB, 'observe', gone);
      await it.fromPage(TAB, 'observe', gone);
    }
    expect(await it.answer(TAB)).toEqual({ state: 'off-shelf' });
    expect(await kinds()).toEqual([['off-shelf']]);
    expect(await observations()).toHaveLength(rows);
  });

  test('and comes back: told in the same visit, and gone again after that', async () => {
    await it.fromPage(TAB, 'observe', seen());
    it.world.nowMs += DAY_MS;
    await it.fromPage(TAB, 'observe', gone);
    it.world.nowMs += 60_000;
    await it.fromPage(TAB, 'observe', seen());
    it.world.nowMs += 5000;
    await it.fromPage(TAB, 'observe', seen());
    expect(inspected(await it.answer(TAB)).changes?.changes).toEqual([{ kind: 'on-shelf' }]);
    expect(await kinds()).toEqual([['on-shelf'], ['off-shelf']]);
    it.world.nowMs += DAY_MS;
    await it.fromPage(TAB, 'observe', gone);
    expect(await kinds()).toEqual([['off-shelf'], ['on-shelf'], ['off-shelf']]);
  });

  test('and was never seen has nothing to tell', async () => {
    await it.fromPage(TAB, 'observe', gone);
    expect(await kinds()).toEqual([]);
  });
});

describe('a gated or decoy render', () => {
  const gatedAt = (fen: number) =>
    seen({
      gated: true,
      account: 'degraded',
      listPrice: unread(),
      beforePrice: reading(exactPrice(fen), 'price', '5612345678901'),
      finalPrice: unread(),
      ledger: unread(),
      promotions: unread(),
      skus: unread(),
      chosenSku: unread(),
      missing: (
        ['listPrice', 'finalPrice', 'ledger', 'promotions', 'skus', 'chosenSku'] as const
      ).map((field) => ({ field, why: 'gated' as const })),
    });

  test('is stored as seen and marked, and is in no low, no change, no answer', async () => {
    await it.fromPage(TAB, 'observe', seen());
    it.world.nowMs += DAY_MS;
    await it.house.tabs.forget(TAB);
    await it.fromPage(TAB, 'observe', gatedAt(100));
    const shown = inspected(await it.answer(TAB));
    expect(shown.price).toMatchObject({ path: { public: null, noPublic: 'gated' } });
    expect(shown.price.extents[0]).toMatchObject({
      seen: 1,
      lowest: { price: exactPrice(12900) },
    });
    expect(shown.changes?.changes).toEqual([]);
    const rows = await observations();
    expect(rows.at(-1)).toMatchObject({ gated: true, beforePrice: exactPrice(100) });
    expect(rows.at(-1)?.publicPrice).toBeNull();

    it.world.nowMs += DAY_MS;
    await it.house.tabs.forget(TAB);
    await it.fromPage(TAB, 'observe', seen());
    const after = inspected(await it.answer(TAB));
    expect(after.price.last).toMatchObject({ price: exactPrice(12900) });
    expect(after.price.extents[0]?.lowest?.price).toEqual(exactPrice(12900));
    expect(after.price.strip.map(({ fen }) => fen)).not.toContain(100);
    expect(after.changes?.changes).toEqual([]);
  });

  test('does not hide that the price moved: it is told against the visit before it', async () => {
    await it.fromPage(TAB, 'observe', seen());
    it.world.nowMs += DAY_MS;
    await it.house.tabs.forget(TAB);
    await it.fromPage(TAB, 'observe', gatedAt(100));
    it.world.nowMs += DAY_MS;
    await it.house.tabs.forget(TAB);
    await it.fromPage(TAB, 'observe', seen(at(13900)));
    await it.fromPage(TAB, 'observe', seen(at(13900)));
    const { changes } = inspected(await it.answer(TAB));
    expect(changes).toMatchObject({
      sinceMs: SAMPLE_NOW_MS + DAY_MS,
      changes: [
        {
          which: 'public',
          before: exactPrice(12900),
          after: exactPrice(11900),
          sinceMs: SAMPLE_NOW_MS,
        },
        { which: 'list', sinceMs: SAMPLE_NOW_MS },
        { which: 'final', sinceMs: SAMPLE_NOW_MS },
      ],
    });
  });
});

test('what the operator picks of two candidates holds for this visit and is recorded', async () => {
  const candidates = [12900, 13900].map((fen) => ({
    value: exactPrice(fen),
    from: { source: 'dom' as const, path: 'x', atMs: it.world.nowMs, skuId: null },
  }));
  const doubtful = seen({
    beforePrice: unread(candidates),
    finalPrice: unread(),
    listPrice: unread(),
    ledger: unread(),
    promotions: reading([], 'infos'),
    skus: unread(),
    missing: [{ field: 'beforePrice', why: 'ambiguous' }],
  });
  await it.fromPage(TAB, 'observe', doubtful);
  expect(inspected(await it.answer(TAB)).price.path.public).toBeNull();
  expect(await it.fromOwn('pick', { tabId: TAB, field: 'beforePrice', index: 1 })).toMatchObject({
    ok: true,
  });
  expect(inspected(await it.answer(TAB)).price.path.public).toEqual(exactPrice(13900));
  expect((await observations()).at(-1)?.publicPrice).toEqual(exactPrice(13900));
});

test('a saved benchmark is held against the open tab at once', async () => {
  it.listenTo(TAB);
  await it.fromPage(TAB, 'observe', seen());
  expect(inspected(await it.answer(TAB)).choice).toEqual({ state: 'empty' });
  await it.command({
    kind: 'save-benchmark',
    benchmark: aBenchmark('b1', { categoryWords: ['防晒衣'] }),
    baseRevision: null,
  });
  await it.command({
    kind: 'save-keywords',
    benchmarkId: 'b1',
    keywords: [aKeyword('冰丝防晒衣'), aKeyword('凉感')],
    baseRevision: null,
  });
  await it.house.queue.run(TAB, async () => {});
  const { coverage, choice } = inspected(await it.answer(TAB));
  expect(choice).toMatchObject({ state: 'chosen', why: 'words' });
  expect(coverage).toMatchObject({ total: 2, covered: 1 });
});

test('a site that is off is neither drawn nor recorded', async () => {
  await it.command({ kind: 'set-site', host: 'detail.tmall.com', on: false });
  const order = await it.fromPage(TAB, 'observe', seen());
  expect(order).toMatchObject({ ok: true, value: { draw: false } });
  expect(await observations()).toEqual([]);
  expect(await it.answer(TAB)).toEqual({ state: 'off-here', host: 'detail.tmall.com' });
});

test('a tab in which a frame of ours stands is being read: it asks for no reload', async () => {
  const port = (name: string) => ({
    name,
    postMessage: () => {},
    onDisconnect: { addListener: () => {} },
  });
  it.house.ports.add(TAB, port(`answer:${TAB}`));
  expect(await it.answer(TAB)).toEqual({ state: 'reload' });
  it.house.ports.add(TAB, port('answer'));
  expect(await it.answer(TAB)).toEqual({ state: 'not-ready' });
});

test('a tab without our script asks for a reload, a foreign one is not spoken of', async () => {
  expect(await it.answer(TAB)).toEqual({ state: 'reload' });
  it.world.urls.set(TAB, 'https://example.com/');
  expect(await it.answer(TAB)).toEqual({ state: 'unsupported' });
  it.world.urls.delete(TAB);
  expect(await it.answer(TAB)).toEqual({ state: 'unsupported' });
});

test('a site that is switched on again is read at once', async () => {
  await it.command({ kind: 'set-site', host: 'detail.tmall.com', on: false });
  it.world.toTab.length = 0;
  await it.command({ kind: 'set-site', host: 'detail.tmall.com', on: true });
  await expect.poll(() => it.world.toTab.map((sent) => sent.type)).toContain('tab-reread');
});
