import type { Page } from '@playwright/test';
import { extensionWorker, tabOf } from '../../scripts/demo/browser.ts';
import { addressOf } from '../../scripts/demo/listing.ts';
import { MINE } from '../../scripts/demo/listings.ts';
import { dockOf, expect, test, type Shop } from './harness.ts';

declare const chrome: typeof import('wxt/browser').browser;

declare global {
  /** What was set as a badge's text, in order. */
  var badgeTexts: string[];
}

async function noteBadges(shop: Shop): Promise<() => Promise<string[]>> {
  const worker = await extensionWorker(shop.context);
  await worker.evaluate(() => {
    globalThis.badgeTexts = [];
    const { action } = chrome;
    const set = action.setBadgeText.bind(action);
    action.setBadgeText = (details) => {
      badgeTexts.push(details.text ?? '');
      return set(details);
    };
  });
  return () => worker.evaluate(() => badgeTexts);
}

/** The badge that stands at a tab's icon now. */
async function badgeAt(shop: Shop, page: Page): Promise<string> {
  const tabId = await tabOf(shop.options, page.url());
  if (tabId === null) throw new Error('the tab is gone');
  return shop.options.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
}

test('while a listing loads its badge says nothing, then the gaps', async ({ shop }) => {
  await shop.loadDemo();
  const texts = await noteBadges(shop);
  const page = await shop.open(MINE);
  await dockOf(page);
  const { gaps } = (await shop.inspection(addressOf(MINE))).counts;
  expect(gaps).toBeGreaterThan(0);
  await expect.poll(() => badgeAt(shop, page)).toBe(`${gaps}`);
  // Before it has been read, a tab is as one that has to be loaded again: an exclamation mark.
  expect((await texts()).filter((text) => text !== '' && text !== `${gaps}`)).toEqual([]);
});

test('the badge of a listing does not outlive it', async ({ shop }) => {
  await shop.loadDemo();
  const address = 'https://detail.tmall.com/about.htm';
  shop.serve(address, '<!doctype html><title>关于</title><p>关于我们</p>');
  const page = await shop.open(MINE);
  await expect.poll(() => badgeAt(shop, page)).not.toBe('');
  await page.goto(address);
  await expect.poll(() => badgeAt(shop, page)).toBe('');
  // Nobody looks at this tab: its own badge is worked out a second after it has loaded.
  await page.waitForTimeout(1500);
  expect(await badgeAt(shop, page)).toBe('');
});
