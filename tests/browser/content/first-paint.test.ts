import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../../lib/messaging/result';
import { openPage, order, until, wait } from './fake-page';

const arrives = async () => ok(order({ state: 'not-ready', itemId: '111111' }));
/** Tells whoever observes that the page has painted. */
let painted: () => void = () => undefined;
let opened: ReturnType<typeof openPage> | null = null;

beforeEach(() => {
  class Unpainted {
    constructor(tell: () => void) {
      painted = tell;
    }
    observe() {}
  }
  vi.stubGlobal('PerformanceObserver', Unpainted);
});
afterEach(() => {
  opened?.overlay.stop();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** A page on which nothing is read yet: it has not come to rest. */
const unread = () => openPage('溪禾2026新款防晒衣女款', '111111', arrives, { settleMs: 60_000 });

test('the dock’s frame waits for the page’s first paint', async () => {
  const at = (opened = unread());
  await wait(100);
  expect(at.frames()).toEqual([]);
  painted();
  expect(at.frames().map((frame) => frame.className)).toEqual(['dock away']);
});

test('a reading that is told before any paint brings the dock, and a later paint no other', async () => {
  const at = (opened = openPage('溪禾2026新款防晒衣女款', '111111', arrives));
  await until(() => at.frames().length === 3);
  painted();
  expect(at.frames()).toHaveLength(3);
});

test('after the overlay has ended a paint brings nothing', async () => {
  const at = (opened = unread());
  await wait(100);
  at.overlay.stop();
  painted();
  expect(at.frames()).toEqual([]);
});
