import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { textRects } from '../../../lib/content/page-geometry';
import { intersection } from '../../../lib/content/rect';
import { openPage, until, wait } from './fake-page';

const TITLE = '溪禾2026新款防晒衣女款夏季冰丝透气';
let opened: ReturnType<typeof openPage> | null = null;
const open = (title = TITLE, item?: string) => (opened = openPage(title, item));
afterEach(() => {
  opened?.overlay.stop();
  opened = null;
  history.replaceState({}, '', '?');
  document.body.replaceChildren();
});

async function allShown(width: number, title = TITLE) {
  await page.viewport(width, 800);
  const at = open(title);
  await until(() => at.frames().length === 3);
  for (const name of ['dock', 'title-chip', 'price-chip'] as const) at.drawn(name);
  await until(() => at.shown().length > 0);
  await wait(60);
  return at;
}

describe('frames in the page', () => {
  test('the page gains one host without name, and loses it again', async () => {
    const before = document.documentElement.children.length;
    const at = open();
    await until(() => at.frames().length === 3);
    expect(document.documentElement.children.length).toBe(before + 1);
    expect(at.host.getAttributeNames()).toEqual([]);
    expect(at.host.shadowRoot).toBeNull();
    at.overlay.stop();
    expect(document.documentElement.children.length).toBe(before);
  });

  test.each([1280, 1440, 1920])('at %i px no frame meets what must stay clear', async (width) => {
    const at = await allShown(width);
    expect(at.shown().length).toBeGreaterThanOrEqual(2);
    const clear = [...document.querySelectorAll('.title,.price')].flatMap(textRects);
    clear.push(
      ...[...document.querySelectorAll('.sku,.foot button')].map((e) => e.getBoundingClientRect()),
    );
    for (const frame of at.shown()) {
      const rect = frame.getBoundingClientRect();
      expect(rect.width).toBeGreaterThan(30);
      for (const keep of clear) expect(intersection(rect, keep)).toBeNull();
    }
  });

  test('a title that fills its line leaves its chip to the rail', async () => {
    const at = await allShown(1280, TITLE.repeat(6).slice(0, 50));
    const lines = textRects(document.querySelector('.title') as Element);
    const rects = at.shown().map((frame) => frame.getBoundingClientRect());
    expect(rects.length).toBeGreaterThan(0);
    expect(rects.flatMap((rect) => lines.filter((line) => intersection(rect, line)))).toEqual([]);
  });

  test('chips follow the panel that scrolls in itself, and leave with their anchor', async () => {
    const at = await allShown(1440);
    const chip = at.frames()[1] as HTMLIFrameElement;
    const before = chip.getBoundingClientRect().top;
    const panel = document.querySelector('.right') as Element;
    panel.scrollTop = 8;
    await until(() => chip.getBoundingClientRect().top !== before);
    expect(chip.getBoundingClientRect().top).toBe(before - 8);
    panel.scrollTop = 400;
    await until(() => chip.classList.contains('away'));
    expect(chip.classList.contains('away')).toBe(true);
    panel.scrollTop = 0;
    await until(() => !chip.classList.contains('away'));
    expect(chip.getBoundingClientRect().top).toBe(before);
  });

  test('a hostile style sheet of the page does not reach the host', async () => {
    const at = await allShown(1440);
    const sheet = document.createElement('style');
    sheet.textContent =
      'html > div{display:none!important;opacity:0!important;z-index:0!important}';
    document.body.append(sheet);
    const style = getComputedStyle(at.host);
    expect([style.display, style.opacity, style.zIndex]).toEqual(['block', '1', '2147483647']);
  });

  test('the host comes back at most five times in five seconds', async () => {
    const at = await allShown(1440);
    let returns = 0;
    for (let turn = 0; turn < 12; turn += 1) {
      at.host.remove();
      // oxlint-disable-next-line no-await-in-loop -- the observer's turn
      await wait(5);
      if (at.host.isConnected) returns += 1;
    }
    expect(returns).toBe(5);
  });
});

describe('which answer is shown', () => {
  test('nothing is shown before a frame said that it has drawn for this item', async () => {
    const at = open();
    await until(() => at.frames().length === 3);
    await wait(60);
    expect(at.shown()).toHaveLength(0);
    at.drawn('dock', { itemId: '222222' });
    await wait(60);
    expect(at.shown()).toHaveLength(0);
    at.drawn('dock');
    await until(() => at.shown().length === 1);
    expect(at.shown()).toHaveLength(1);
  });

  test('a move conceals everything at once; the old item is never shown nor sent for the new', async () => {
    const at = await allShown(1440);
    history.pushState({}, '', '?item=222222');
    expect(at.shown()).toHaveLength(0);
    at.drawn('dock', { itemId: '111111' });
    await wait(200);
    expect(at.shown()).toHaveLength(0);
    const after = at.sent.filter((r) => r.state === 'seen' && r.itemId === '222222');
    expect(after).toHaveLength(0);
    (document.querySelector('.title') as Element).textContent = '屿澄冲锋衣男';
    await until(() => at.sent.some((r) => r.state === 'seen' && r.itemId === '222222'));
    const now = at.sent.at(-1);
    expect(now?.state === 'seen' && now.parts['title']?.rows[0]?.[0]).toBe('屿澄冲锋衣男');
    at.drawn('dock');
    await until(() => at.shown().length === 1);
    expect(at.shown()).toHaveLength(1);
  });

  test('a changed price is sent once, settled, and its chips wait for the new drawing', async () => {
    const at = await allShown(1440);
    const count = at.sent.length;
    await wait(20);
    (document.querySelector('.price b') as Element).textContent = '¥119';
    (document.querySelector('.sku') as HTMLElement).click();
    await until(() => at.sent.length > count);
    await wait(120);
    expect(at.sent).toHaveLength(count + 1);
    at.drawn('price-chip', { atMs: Date.now() - 60_000 });
    await wait(60);
    expect(at.frames()[2]?.classList.contains('away')).toBe(true);
    at.drawn('price-chip', { atMs: Date.now() });
    await until(() => at.frames()[2]?.classList.contains('away') === false);
    expect(at.frames()[2]?.classList.contains('away')).toBe(false);
  });

  test('a page that does not change is sent once', async () => {
    const at = open();
    await wait(300);
    expect(at.sent).toHaveLength(1);
  });
});

describe('how often the page is read', () => {
  test('a page at rest once: what stood there all the while needs no second look', async () => {
    const at = open();
    await until(() => at.sent.length > 0);
    expect(at.sent).toHaveLength(1);
    expect(at.state.reads).toBe(1);
  });

  test('one that is never at rest until two readings are equal', async () => {
    let count = 0;
    const busy = setInterval(() => document.body.setAttribute('data-at', String((count += 1))), 3);
    try {
      const at = open();
      await until(() => at.sent.length > 0);
      expect(at.sent).toHaveLength(1);
      expect(at.state.reads).toBe(2);
    } finally {
      clearInterval(busy);
    }
  });

  test('a changed page once more, and not again when it has come to rest', async () => {
    const at = open();
    await until(() => at.sent.length === 1);
    await wait(60);
    const before = at.state.reads;
    (document.querySelector('.price b') as Element).textContent = '¥119';
    await until(() => at.sent.length === 2);
    expect(at.state.reads).toBe(before + 1);
    const told = at.sent.at(-1);
    expect(told?.state === 'seen' && told.parts['price']?.rows[0]?.[0]).toBe('¥119');
  });
});

test('the chips come once the dock is drawn', async () => {
  const at = (opened = openPage(TITLE, '111111', null, { chipsMs: 60_000 }));
  await until(() => at.sent.length === 1);
  await wait(100);
  expect(at.frames().map((frame) => frame.className)).toEqual(['dock away']);
  at.drawn('dock');
  await until(() => at.frames().length === 3);
  expect(at.frames()).toHaveLength(3);
});

describe('when it must stop', () => {
  test('on a slider it tells once, shows one chip at the edge and reads no more', async () => {
    const at = await allShown(1440);
    const slider = document.createElement('div');
    slider.className = 'slider';
    document.querySelector('.right')?.append(slider);
    await until(() => at.sent.at(-1)?.state === 'blocked');
    const count = at.sent.length;
    (document.querySelector('.title') as Element).textContent = '变了';
    (document.querySelector('.sku') as HTMLElement).click();
    await wait(150);
    expect(at.sent).toHaveLength(count);
    at.drawn('title-chip', { itemId: null });
    await until(() => at.shown().length === 1);
    expect(at.shown().map((frame) => frame.className.split(' ')[0])).toEqual(['chip']);
  });

  test('after an update the frames go and one line says to reload', async () => {
    const at = await allShown(1440);
    at.state.alive = false;
    // Nothing on the page changes and nobody tells us.
    await until(() => at.frames().length === 0);
    expect(at.frames()).toHaveLength(0);
    expect(at.root.querySelectorAll('button')).toHaveLength(1);
    expect(at.root.textContent).not.toMatch(/标尺|yardstick/i);
  });

  test('the page forging WXT’s own events changes nothing', async () => {
    const at = await allShown(1440);
    const count = at.shown().length;
    for (const type of ['wxt:content-script-started', 'x:taobao:wxt:content-script-started']) {
      const detail = { contentScriptName: 'taobao', messageId: '1' };
      document.dispatchEvent(new CustomEvent(type, { detail }));
      window.postMessage({ type, contentScriptName: 'taobao', messageId: '1' }, '*');
    }
    await wait(120);
    expect(at.shown()).toHaveLength(count);
  });

  test('off on this site: nothing of ours is left', async () => {
    const at = await allShown(1440);
    at.overlay.draw({
      draw: false,
      itemId: null,
      mode: 'full',
      place: { side: 'right', top: 0, folded: null },
    });
    expect(at.host.isConnected).toBe(false);
  });
});

test('evidence is scrolled to and flashed without touching the page', async () => {
  const at = await allShown(1440);
  const html = document.body.innerHTML;
  const found = at.overlay.locate({ place: 'attributes', index: 0, quote: '冰丝凉感' });
  expect(found).toBe(true);
  const box = at.root.querySelector('div') as HTMLElement;
  const point = document.querySelector('.point') as Element;
  expect(intersection(box.getBoundingClientRect(), point.getBoundingClientRect())).not.toBeNull();
  expect(box.getBoundingClientRect().width).toBeLessThan(point.getBoundingClientRect().width);
  expect(document.body.innerHTML).toBe(html);
  expect(at.overlay.locate({ place: 'reviews', index: null, quote: 'x' })).toBe(false);
});

test('a drag moves the dock, and its end snaps to an edge', async () => {
  const at = await allShown(1920);
  const dock = at.frames()[0] as HTMLIFrameElement;
  const before = dock.getBoundingClientRect();
  expect(at.overlay.drag({ phase: 'move', dx: 40, dy: 30 })).toBeNull();
  await until(() => dock.getBoundingClientRect().left !== before.left);
  expect(dock.getBoundingClientRect().left).toBe(before.left + 40);
  expect(at.overlay.drag({ phase: 'end', dx: 9999, dy: 0 })).toMatchObject({ side: 'right' });
});
