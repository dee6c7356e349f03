import { beforeEach, expect, test } from 'vitest';
import { openNextDue } from '../../../lib/background/next-due';
import { DAY_MS, SAMPLE_NOW_MS, sampleSnapshot } from '../../fixtures/sample-snapshot';
import { fakeHouse } from './fake-house';

const IDS = ['782345678901', '782345678902', '782345678903'];
const address = (id: string) => `https://detail.tmall.com/item.htm?id=${id}`;

let it: ReturnType<typeof fakeHouse>;
beforeEach(async () => {
  it = fakeHouse(SAMPLE_NOW_MS);
  await saveList(['901', '902', '903'].map((end) => `782345678${end}`));
});

function saveList(itemIds: string[], dueDays = 3) {
  const entries = itemIds.map((id) => ({ listingId: `taobao:${id}`, addedAtMs: 1 }));
  const list = { id: 'round', name: '每日必看', entries, dueDays };
  return it.command({ kind: 'save-list', list, baseRevision: null });
}

/** Opens a listing in a tab, as the operator's visit. */
async function visit(tabId: number, itemId: string) {
  it.world.urls.set(tabId, address(itemId));
  const snapshot = sampleSnapshot({
    itemId,
    listingId: `taobao:${itemId}`,
    capturedAtMs: it.world.nowMs,
  });
  await it.fromPage(tabId, 'observe', { state: 'ok', snapshot });
}

const opened = () => it.world.shown.map((one) => new URL(one.address).searchParams.get('id'));

test('each key press opens one listing, the one that waited longest first, in one tab', async () => {
  for (const [days, id] of [
    [9, IDS[1]],
    [5, IDS[0]],
  ] as const) {
    it.world.nowMs = SAMPLE_NOW_MS - days * DAY_MS;
    await visit(1, id ?? '');
  }
  it.world.nowMs = SAMPLE_NOW_MS;
  expect(it.world.shown).toEqual([]);
  for (let press = 0; press < 3; press += 1) await openNextDue(it.house);
  expect(opened()).toEqual([IDS[2], IDS[1], IDS[0]]);
  expect(new Set(it.world.shown.map(({ tab }) => tab)).size).toBe(1);
  // Never read before: Taobao's own address leads on to the shop's.
  expect(it.world.shown[0]?.address).toBe(`https://item.taobao.com/item.htm?id=${IDS[2]}`);
});

test('two presses at once open two listings, and where none waits the watchlists say so', async () => {
  await Promise.all([openNextDue(it.house), openNextDue(it.house)]);
  expect(new Set(opened()).size).toBe(2);
  await openNextDue(it.house);
  expect(it.world.options).toEqual([]);
  await openNextDue(it.house);
  expect(it.world.shown).toHaveLength(3);
  expect(it.world.options).toEqual(['#/watch']);
});

test('a closed tab makes way for a new one; what was seen is due again in its time', async () => {
  await openNextDue(it.house);
  const [first] = it.world.shown;
  await visit(first?.tab ?? 0, opened()[0] ?? '');
  it.world.urls.delete(first?.tab ?? 0);
  await openNextDue(it.house);
  expect(it.world.shown[1]?.tab).not.toBe(first?.tab);
  it.world.nowMs += 4 * DAY_MS;
  for (let press = 0; press < 4; press += 1) await openNextDue(it.house);
  expect(opened().filter((id) => id === opened()[0])).toHaveLength(2);
});
