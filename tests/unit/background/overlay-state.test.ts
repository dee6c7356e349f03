import { expect, test } from 'vitest';
import { SAMPLE_NOW_MS } from '../../fixtures/sample-snapshot';
import { fakeHouse } from './fake-house';

const TAB = 7;

test('the popup hears from the tab itself whether its page keeps removing the overlay', async () => {
  const it = fakeHouse(SAMPLE_NOW_MS);
  const asked: unknown[] = [];
  const says = (removed: unknown) =>
    Object.assign(it.house, {
      toTab: async (tabId: number, type: string) => {
        asked.push([tabId, type]);
        return { removed };
      },
    });
  says(true);
  expect(await it.fromOwn('overlay-state', { tabId: TAB })).toEqual({
    ok: true,
    value: { removed: true },
  });
  says('yes');
  expect(await it.fromOwn('overlay-state', { tabId: TAB })).toEqual({
    ok: true,
    value: { removed: false },
  });
  expect(asked).toEqual([
    [TAB, 'tab-overlay'],
    [TAB, 'tab-overlay'],
  ]);
});

test('a tab without our script, and a page itself, are told nothing', async () => {
  const it = fakeHouse(SAMPLE_NOW_MS);
  expect(await it.fromOwn('overlay-state', { tabId: TAB })).toMatchObject({
    failure: { code: 'gone' },
  });
  it.world.urls.set(TAB, 'https://detail.tmall.com/item.htm?id=782345678901');
  expect(await it.fromPage(TAB, 'overlay-state', { tabId: TAB })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
});
