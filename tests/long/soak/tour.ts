import type { BrowserContext, Page } from 'playwright';
import { ROOMS } from '../../../components/options/rooms.ts';
import { ask, openPopup, tabOf } from '../../../scripts/demo/browser.ts';
import { addressOf } from '../../../scripts/demo/listing.ts';
import { GATED, MINE, PLAIN, RIVAL } from '../../../scripts/demo/listings.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** What a tour works with: the browser, a tab for listings, a tab of the extension's own. */
export type Tour = { context: BrowserContext; listing: Page; own: Page; origin: string };

/** One thing that an operator does, and its name for the count. */
export type Stop = { name: string; does: (tour: Tour) => Promise<void> };

const LISTINGS = [MINE, RIVAL, PLAIN, GATED];

/** The stops of one round: every demo page, every room, popup, side panel, and a few edits. */
export const STOPS: Stop[] = [
  ...LISTINGS.map((each) => ({
    name: `listing ${each.itemId}`,
    does: async ({ listing }: Tour) => {
      await listing.bringToFront();
      await listing.goto(addressOf(each));
      await listing.waitForTimeout(1200);
      await listing.mouse.wheel(0, 600);
      await listing.mouse.wheel(0, -600);
    },
  })),
  { name: 'variants', does: chooseVariants },
  { name: 'popup', does: showPopup },
  { name: 'dock', does: useDock },
  ...ROOMS.map((room) => ({
    name: `room ${room}`,
    does: async ({ own, origin }: Tour) => {
      await own.bringToFront();
      await own.goto(`${origin}/options.html#/${room}`);
      await own.waitForTimeout(600);
    },
  })),
  {
    name: 'side panel',
    does: async ({ own, origin }) => {
      await own.goto(`${origin}/sidepanel.html`);
      await own.waitForTimeout(800);
    },
  },
  { name: 'edits', does: writeThings },
  { name: 'worker ended', does: endWorker },
];

async function chooseVariants({ listing }: Tour): Promise<void> {
  await listing.bringToFront();
  await listing.goto(addressOf(RIVAL));
  const values = listing.locator('[class*="valueItem"]');
  const count = Math.min(4, await values.count());
  for (let i = 0; i < count; i += 1) {
    await values
      .nth(i)
      .click({ timeout: 1000 })
      .catch(() => {});
    await listing.waitForTimeout(300);
  }
}

async function showPopup({ context, listing }: Tour): Promise<void> {
  await listing.bringToFront();
  const popup = await openPopup(context);
  await listing.waitForTimeout(1200);
  await popup.close();
}

/** Every button of the dock that is not a link to elsewhere, by its keys. */
async function useDock({ listing }: Tour): Promise<void> {
  const dock = listing.frames().find((frame) => frame.url().endsWith('/dock.html'));
  const buttons = dock?.locator('button');
  const count = Math.min(6, (await buttons?.count()) ?? 0);
  for (let i = 0; i < count; i += 1) {
    await buttons
      ?.nth(i)
      .click({ timeout: 1000 })
      .catch(() => {});
    await listing.waitForTimeout(250);
  }
}

async function writeThings({ own, origin }: Tour): Promise<void> {
  await own.goto(`${origin}/options.html#/settings`);
  const listingId = `taobao:${RIVAL.itemId}`;
  const write = (command: object) =>
    ask(own, 'command', { operationId: crypto.randomUUID(), command });
  await write({ kind: 'save-note', listingId, text: `巡店 ${Date.now()}`, tags: ['巡店'] });
  await write({ kind: 'save-settings', patch: { theme: Date.now() % 2 === 0 ? 'dark' : 'light' } });
  await ask(own, 'check-title', { title: RIVAL.title, benchmarkId: null });
  await ask(own, 'listing-facts', { listingIds: [listingId] });
  await ask(own, 'recent-changes', { sinceMs: 0 });
  const tabId = await tabOf(own, addressOf(RIVAL));
  if (tabId !== null) await ask(own, 'reread-tab', { tabId });
}

/** Lets the background die as the browser does to an idle one; the next question starts it anew. */
async function endWorker({ context, own }: Tour): Promise<void> {
  const cdp = await context.newCDPSession(own);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
  await own.waitForTimeout(300);
  await own.evaluate(() => chrome.runtime.getPlatformInfo());
  await ask(own, 'ready', null);
}
