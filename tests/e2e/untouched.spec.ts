import { type Page } from '@playwright/test';
import { MINE, RIVAL } from '../../scripts/demo/listings.ts';
import { dockOf, expect, frameOf, shownRect, test } from './harness.ts';

/** The whole tree of the page as markup, without what stands beside head and body. */
function tree(page: Page): Promise<{ markup: string; beside: string[] }> {
  return page.evaluate(() => {
    const beside = [...document.documentElement.children].filter(
      (child) => child !== document.head && child !== document.body,
    );
    return {
      markup: document.head.outerHTML + document.body.outerHTML,
      beside: beside.map((node) => node.outerHTML),
    };
  });
}

test('the page’s tree is equal before and after, but for one nameless host', async ({ shop }) => {
  await shop.loadDemo();
  await shop.command({ kind: 'set-site', host: 'detail.tmall.com', on: false });
  const before = await tree(await shop.open(RIVAL));
  expect(before.beside).toEqual([]);

  await shop.command({ kind: 'set-site', host: 'detail.tmall.com', on: true });
  const page = await shop.open(RIVAL);
  await dockOf(page);
  const after = await tree(page);
  expect(after.markup).toBe(before.markup);
  expect(after.beside).toEqual(['<div></div>']);
});

test('page scripts find no trace: no text, no name, no global, no open shadow root', async ({
  shop,
}) => {
  await shop.loadDemo();
  const page = await shop.open(MINE);
  await dockOf(page);
  const found = await page.evaluate(() => {
    // Not in the DOM's types: it finds text even in closed shadow roots.
    const { find } = window as unknown as { find: (text: string) => boolean };
    const host = [...document.documentElement.children].at(-1);
    const words = ['标尺', 'Yardstick', '防晒衣·女', '公开到手价', '卖点', '主图有户外场景'];
    return {
      words: words.filter((word) => find.call(window, word)),
      shadow: host?.shadowRoot ?? null,
      attributes: host?.getAttributeNames(),
      frames: window.frames.length,
      globals: Object.keys(window).filter((name) => /yard|wxt|webext/i.test(name)),
      resources: performance
        .getEntriesByType('resource')
        .map((entry) => entry.name)
        .filter((name) => name.startsWith('chrome-extension:')),
    };
  });
  expect(found).toMatchObject({
    words: [],
    shadow: null,
    attributes: [],
    globals: [],
    resources: [],
  });
});

test('the page is told nothing: no message, no event, no console line', async ({ shop }) => {
  await shop.loadDemo();
  const page = await shop.context.newPage();
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.defineProperty(window, 'heard', { value: heard });
    window.addEventListener('message', () => heard.push('message'), true);
    // An event of ours made in our world is heard here as a page hears it: by a listener of any type
    // that it can guess. WXT's own one is guessable, the extension's id is fixed.
    for (const name of ['wxt:content-script-started', 'wxt:locationchange']) {
      const types = [name, `fnenhijdkkgoeimdjfijdoaggjbmadid:taobao:${name}`];
      for (const type of types) {
        for (const target of [window, document])
          target.addEventListener(type, () => heard.push(type));
      }
    }
  });
  await page.goto('https://detail.tmall.com/item.htm?id=100000000202');
  await page.bringToFront();
  await dockOf(page);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  expect(shop.noise).toEqual([]);
});

test('nothing shifts: the layout shift that we add is 0', async ({ shop }) => {
  await shop.loadDemo();
  const page = await shop.context.newPage();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.defineProperty(window, 'shifts', { value: shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.push((entry as unknown as { value: number }).value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('https://detail.tmall.com/item.htm?id=100000000101');
  await page.bringToFront();
  const rect = () =>
    page.evaluate(() =>
      ['#tbpcDetail_SkuPanelBody', '#picGalleryEle', '#tbpcDetail_SkuPanelFoot'].map((css) =>
        document.querySelector(css)?.getBoundingClientRect().toJSON(),
      ),
    );
  const before = await rect();
  await dockOf(page);
  await expect.poll(async () => shownRect(frameOf(page, 'price-chip'))).not.toBeNull();
  await page.waitForTimeout(600);
  expect(await rect()).toEqual(before);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});
