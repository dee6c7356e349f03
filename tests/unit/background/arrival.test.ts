import { beforeEach, describe, expect, test } from 'vitest';
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

test('the overlay is put into the very document that has come', async () => {
  await it.fromPage(TAB, 'arrive', null);
  expect(it.world.putIn).toEqual([{ tabId: TAB, documentId: 'document of 7' }]);
});

test('where the site is switched off nothing is put in, and nothing will be drawn', async () => {
  await it.command({ kind: 'set-site', host: 'detail.tmall.com', on: false });
  const order = await it.fromPage(TAB, 'arrive', null);
  expect(order).toMatchObject({ ok: true, value: { draw: false } });
  expect(it.world.putIn).toEqual([]);
});

test('an address of no listing has the overlay too: the page may move to one without a load', async () => {
  it.world.urls.set(TAB, 'https://detail.tmall.com/list.htm');
  await it.fromPage(TAB, 'arrive', null);
  expect(it.world.putIn).toEqual([{ tabId: TAB, documentId: 'document of 7' }]);
});

describe('a page that is to be read again', () => {
  const reread = () => it.fromOwn('reread-tab', { tabId: TAB });
  const asked = () => it.world.toTab.map(({ type }) => type);

  test('is asked, where the overlay is in it', async () => {
    it.world.hasOverlay.add(TAB);
    expect(await reread()).toEqual({ ok: true, value: null });
    expect([asked(), it.world.putIn]).toEqual([['tab-reread'], []]);
  });

  test('is given the overlay, where it came while the site was off', async () => {
    await reread();
    expect(it.world.putIn).toEqual([{ tabId: TAB, documentId: null }]);
  });

  test('is left alone where the site is off', async () => {
    await it.command({ kind: 'set-site', host: 'detail.tmall.com', on: false });
    it.world.toTab.length = 0;
    await reread();
    expect([asked(), it.world.putIn]).toEqual([[], []]);
  });

  test.each(['https://detail.tmall.com:8443/item.htm?id=1', 'https://example.com/'])(
    'is left alone where it is none of ours: %s',
    async (url) => {
      it.world.urls.set(TAB, url);
      await reread();
      expect([asked(), it.world.putIn]).toEqual([[], []]);
    },
  );

  test('that a setting was saved puts the overlay where it is missing, and nowhere twice', async () => {
    it.world.hasOverlay.add(TAB);
    it.world.urls.set(8, it.world.urls.get(TAB) ?? '');
    await it.command({ kind: 'set-site', host: 'detail.tmall.com', on: true });
    await expect.poll(() => it.world.putIn).toEqual([{ tabId: 8, documentId: null }]);
  });
});

test('a page speaks of the item in its own address only: it can name none', async () => {
  const other = await it.fromPage(TAB, 'arrive', { itemId: '782345678902' });
  expect(other).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  it.world.urls.set(TAB, 'https://detail.tmall.com/list.htm');
  const none = await it.fromPage(TAB, 'arrive', null);
  expect(none).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
});
