import type { Page } from '@playwright/test';
import { MINE, PLAIN, RIVAL } from '../../scripts/demo/listings.ts';
import { dockOf, expect, frameOf, shownRect, test } from './harness.ts';

type Box = { x: number; y: number; width: number; height: number; what: string };

/** The parts of the page that no frame may meet, as they can be seen in the window. */
function keepClear(page: Page): Promise<Box[]> {
  return page.evaluate(() => {
    const panel = document.querySelector('#tbpcDetail_SkuPanelBody');
    const view = panel?.getBoundingClientRect();
    const boxes: Box[] = [];
    const add = (rects: Iterable<DOMRect>, what: string, clip: boolean) => {
      for (const rect of rects) {
        const top = clip && view ? Math.max(rect.top, view.top) : rect.top;
        const bottom = clip && view ? Math.min(rect.bottom, view.bottom) : rect.bottom;
        if (rect.width < 1 || bottom - top < 1) continue;
        boxes.push({ x: rect.left, y: top, width: rect.width, height: bottom - top, what });
      }
    };
    const textOf = (css: string, what: string) => {
      for (const element of document.querySelectorAll(css)) {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const range = document.createRange();
          range.selectNode(walker.currentNode);
          add(range.getClientRects(), what, true);
        }
      }
    };
    const scope = '#tbpcDetail_SkuPanelBody';
    textOf(`${scope} [class*="mainTitle--"]`, 'title');
    textOf(`${scope} [class*="highlightPrice--"], ${scope} [class*="subPrice--"]`, 'price');
    textOf(`${scope} .demo-price`, 'price');
    for (const value of document.querySelectorAll('#skuOptionsArea [class*="valueItem--"]')) {
      add([value.getBoundingClientRect()], 'option', true);
    }
    for (const button of document.querySelectorAll('#tbpcDetail_SkuPanelFoot button')) {
      add([button.getBoundingClientRect()], 'button', false);
    }
    return boxes;
  });
}

const NAMES = ['dock', 'title-chip', 'price-chip'] as const;

/** Every shown frame that meets something it should leave clear. */
async function collisions(page: Page): Promise<string[]> {
  const clear = await keepClear(page);
  const found: string[] = [];
  for (const name of NAMES) {
    const rect = await shownRect(frameOf(page, name));
    if (rect === null) continue;
    for (const box of clear) {
      const wide = Math.min(rect.x + rect.width, box.x + box.width) - Math.max(rect.x, box.x);
      const high = Math.min(rect.y + rect.height, box.y + box.height) - Math.max(rect.y, box.y);
      if (wide > 0.5 && high > 0.5) found.push(`${name} meets ${box.what}`);
    }
  }
  return [...new Set(found)];
}

for (const size of [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
]) {
  test.describe(`at ${size.width} × ${size.height}`, () => {
    test.use({ size });

    for (const [name, listing] of [
      ['with belt', MINE],
      ['without belt', RIVAL],
      ['with one price', PLAIN],
    ] as const) {
      test(`no frame meets title, price, option or button: ${name}`, async ({ shop }) => {
        await shop.loadDemo();
        const page = await shop.open(listing);
        await dockOf(page);
        await page.waitForTimeout(700);
        const boxes = await keepClear(page);
        expect([...new Set(boxes.map(({ what }) => what))].toSorted()).toEqual([
          'button',
          'option',
          'price',
          'title',
        ]);
        expect(await collisions(page)).toEqual([]);

        // The purchase panel scrolls within itself, and the page scrolls too.
        await page.locator('#tbpcDetail_SkuPanelBody').evaluate((panel) => panel.scrollBy(0, 90));
        await page.waitForTimeout(400);
        expect(await collisions(page)).toEqual([]);
        await page.evaluate(() => window.scrollBy(0, 400));
        await page.waitForTimeout(400);
        expect(await collisions(page)).toEqual([]);

        for (const frame of NAMES) {
          const rect = await shownRect(frameOf(page, frame));
          if (rect === null) continue;
          expect(rect.x, frame).toBeGreaterThanOrEqual(0);
          expect(rect.x + rect.width, frame).toBeLessThanOrEqual(size.width);
        }
      });
    }
  });
}
