import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { axeFaults, hide, named, settle, show } from '../ui/show';
import { POPUP_STATES, samplePopup } from './sample-popup';

beforeEach(() => page.viewport(400, 640));
afterEach(hide);

describe('every state of the popup', () => {
  for (const [name, { state, more }] of Object.entries(POPUP_STATES)) {
    test(`${name}: axe finds nothing, in light and dark, in both languages`, async () => {
      for (const look of [
        { language: 'zh-CN', theme: 'light' },
        { language: 'zh-CN', theme: 'dark' },
        { language: 'en', theme: 'light' },
      ] as const) {
        const root = show(samplePopup(state, more), look);
        // oxlint-disable-next-line no-await-in-loop -- one look after the other
        await settle();
        // oxlint-disable-next-line no-await-in-loop -- one look after the other
        expect(await axeFaults(root)).toEqual([]);
      }
    });

    test(`${name}: fits into 360 x 600 px and is not cut sideways`, async () => {
      for (const language of ['zh-CN', 'en'] as const) {
        const root = show(samplePopup(state, more), { language });
        // oxlint-disable-next-line no-await-in-loop -- one look after the other
        await settle();
        const box = (root.firstElementChild as Element).getBoundingClientRect();
        expect(box.width).toBe(360);
        expect(box.height).toBeLessThanOrEqual(600);
        const main = root.querySelector('main') as Element;
        expect(main.scrollWidth).toBe(main.clientWidth);
      }
    });
  }
});

test('the open menu and the title check have no faults either', async () => {
  const state = POPUP_STATES['competitor'];
  if (state === undefined) throw new Error('no such state');
  const root = show(samplePopup(state.state));
  named('更多操作').click();
  await settle();
  expect(await axeFaults(root)).toEqual([]);
  named('检查一条标题').click();
  await settle();
  expect(await axeFaults(root)).toEqual([]);
});
