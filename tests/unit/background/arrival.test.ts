import { beforeEach, expect, test } from 'vitest';
import { SAMPLE_NOW_MS } from '../../fixtures/sample-snapshot';
import { fakeHouse } from './fake-house';

const TAB = 7;
const ITEM = '782345678901';

let it: ReturnType<typeof fakeHouse>;
beforeEach(() => {
  it = fakeHouse(SAMPLE_NOW_MS);
  it.world.urls.set(TAB, `https://detail.tmall.com/item.htm?id=${ITEM}`);
});

test('a listing that has come is told where the dock will stand, and nothing is recorded', async () => {
  const order = await it.fromPage(TAB, 'arrive', null);
  expect(order).toMatchObject({ ok: true, value: { draw: true, itemId: ITEM, mode: 'full' } });
  expect(await it.house.tabs.get(TAB)).toBeNull();
  expect(await it.answer(TAB)).toEqual({ state: 'reload' });
});

test('where the site is switched off nothing will be drawn', async () => {
  await it.command({ kind: 'set-site', host: 'detail.tmall.com', on: false });
  const order = await it.fromPage(TAB, 'arrive', null);
  expect(order).toMatchObject({ ok: true, value: { draw: false } });
});

test('a page speaks of the item in its own address only: it can name none', async () => {
  const other = await it.fromPage(TAB, 'arrive', { itemId: '782345678902' });
  expect(other).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  it.world.urls.set(TAB, 'https://detail.tmall.com/list.htm');
  const none = await it.fromPage(TAB, 'arrive', null);
  expect(none).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
});
