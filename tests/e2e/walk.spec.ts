import type { Page } from '@playwright/test';
import { extensionWorker } from '../../scripts/demo/browser.ts';
import { addressOf, type DemoListing } from '../../scripts/demo/listing.ts';
import { RIVAL } from '../../scripts/demo/listings.ts';
import { listingPage } from '../../scripts/demo/page.ts';
import { dockOf, expect, test, type Shop } from './harness.ts';

declare const chrome: typeof import('wxt/browser').browser;

const NOTE = '比上周便宜，看看是不是清仓';
const LISTINGS = Array.from({ length: 20 }, (_, index): DemoListing => {
  const itemId = String(200_000_000_101 + index);
  return { ...RIVAL, host: 'item.taobao.com', itemId, title: `${RIVAL.title} ${index + 1}` };
});

/** Presses the browser's own shortcut, which no page and no test can type. */
async function pressNext(shop: Shop): Promise<void> {
  const worker = await extensionWorker(shop.context);
  await worker.evaluate(() => {
    type Dispatching = { dispatch(name: string): void };
    (chrome.commands.onCommand as unknown as Dispatching).dispatch('next');
  });
}

/** Tabs back from the page's beginning into the dock, until the note has the focus. */
async function tabToNote(page: Page): Promise<void> {
  const dock = await dockOf(page);
  const note = dock.getByRole('textbox', { name: '备注' });
  for (let left = 30; left > 0; left -= 1) {
    await page.keyboard.press('Shift+Tab');
    if (await note.evaluate((field) => field === document.activeElement)) return;
  }
  throw new Error('the note is out of the keyboard’s reach');
}

test('every shortcut that the manifest suggests is given to it by the browser', async ({
  shop,
}) => {
  const worker = await extensionWorker(shop.context);
  const commands = await worker.evaluate(() => chrome.commands.getAll());
  expect(commands).toHaveLength(4);
  expect(commands.filter(({ shortcut }) => shortcut === '')).toEqual([]);
});

test('twenty due listings are walked through by key alone, with a note typed on the way', async ({
  shop,
}) => {
  test.setTimeout(240_000);
  await shop.command({ kind: 'save-settings', patch: { language: 'zh-CN', firstRunDone: true } });
  for (const listing of LISTINGS) shop.serve(addressOf(listing), listingPage(listing));
  const entries = LISTINGS.map(({ itemId }) => ({ listingId: `taobao:${itemId}`, addedAtMs: 1 }));
  const list = { id: 'round', name: '每日必看', entries, dueDays: 3 };
  await shop.command({ kind: 'save-list', list, baseRevision: null });
  const before = shop.context.pages().length;

  const opened = shop.context.waitForEvent('page');
  await pressNext(shop);
  const page = await opened;
  const walked: string[] = [];
  for (const [index] of LISTINGS.entries()) {
    if (index > 0) await pressNext(shop);
    const isNext = () => page.url().includes('id=') && page.url() !== walked.at(-1);
    await expect.poll(isNext).toBe(true);
    walked.push(page.url());
    await shop.inspection(page.url());
    if (index !== 4) continue;
    await tabToNote(page);
    await page.keyboard.type(NOTE);
  }
  expect(new Set(walked)).toEqual(new Set(LISTINGS.map(addressOf)));
  // One tab for the whole round; with nothing left the key leads to the watchlists.
  expect(shop.context.pages()).toHaveLength(before + 1);
  const watchlists = shop.context.waitForEvent('page');
  await pressNext(shop);
  const room = await watchlists;
  await expect(room.locator('.due-bar')).toContainText('没有到期的商品');
  const noted = LISTINGS.find((listing) => addressOf(listing) === walked[4]);
  const row = room.locator('.watch-row', { hasText: noted?.title ?? '' }).first();
  await expect(row).toContainText(NOTE);
});
