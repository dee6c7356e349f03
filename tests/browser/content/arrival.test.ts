import { afterEach, describe, expect, test } from 'vitest';
import { fail, ok } from '../../../lib/messaging/result';
import { openPage, order, until, wait } from './fake-page';

const TITLE = '溪禾2026新款防晒衣女款夏季冰丝透气';
let opened: ReturnType<typeof openPage> | null = null;

afterEach(() => {
  opened?.overlay.stop();
  opened = null;
  history.replaceState({}, '', '?');
  document.body.replaceChildren();
});

describe('the arrival of a page', () => {
  const arrival = (draw: boolean) => async () =>
    ok({ ...order({ state: 'not-ready', itemId: '111111' }), draw });
  const arriveWith = (arrives: Parameters<typeof openPage>[2]) =>
    (opened = openPage(TITLE, '111111', arrives));

  test('frames load while the page is still being read, and nothing is shown before that', async () => {
    const at = arriveWith(arrival(true));
    at.state.answer = () => fail('internal');
    await until(() => at.frames().length === 3);
    // What a frame draws now is of an earlier load of the page.
    at.drawn('dock', { atMs: Date.now() - 5000 });
    await wait(60);
    expect(at.shown()).toEqual([]);
    at.state.answer = null;
    at.overlay.reread();
    await until(() => at.sent.some(({ state }) => state === 'seen'));
    at.drawn('dock', { atMs: Date.now() - 5000 });
    await wait(60);
    expect(at.shown()).toEqual([]);
    at.drawn('dock', { atMs: Date.now() });
    await until(() => at.shown().length === 1);
    expect(at.shown().length).toBe(1);
  });

  test('that our own frame comes into the page puts no reading off', async () => {
    const at = (opened = openPage(
      TITLE,
      '111111',
      async () => {
        // The frame comes while the page's rest is being counted.
        await wait(450);
        return arrival(true)();
      },
      { settleMs: 600 },
    ));
    let lateMs: number | null = null;
    at.state.answer = (result) => {
      if (result.state === 'seen') lateMs = Date.now() - result.atMs;
      return ok(order(result));
    };
    await until(() => lateMs !== null);
    // Told in the moment in which it was read, not after another rest.
    expect(lateMs).toBeLessThan(600);
  });

  test('what was answered before the site was switched on brings no frame early', async () => {
    const at = (opened = openPage(TITLE, '111111', arrival(false), { settleMs: 200 }));
    await wait(120);
    expect([at.sent.length, at.frames().length]).toEqual([0, 0]);
    await until(() => at.frames().length === 3);
    expect(at.sent.map(({ state }) => state)).toEqual(['seen']);
  });

  test('a page whose coming nobody answered is read all the same', async () => {
    const at = arriveWith(() => Promise.reject(new Error('nobody')));
    await until(() => at.sent.length > 0);
    expect(at.sent[0]?.state).toBe('seen');
  });

  test('on a security page the frames of the listing go again', async () => {
    const at = arriveWith(arrival(true));
    document.body.insertAdjacentHTML('beforeend', '<div class="slider"></div>');
    await until(() => at.sent.length > 0);
    await until(() => at.frames().length === 1);
    expect(at.frames().length).toBe(1);
  });
});
