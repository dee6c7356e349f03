import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { keepFigure } from '../../figures.ts';
import { ask, openExtensionPage, tabOf } from '../../../scripts/demo/browser.ts';
import { MINE, PLAIN, RIVAL } from '../../../scripts/demo/listings.ts';
import { dockOf, expect, frameOf, Shop, shownRect, test as base } from '../harness.ts';
import { say, scaled } from '../hostile/campaign.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** A browser whose profile is in developer mode: there an extension may reload itself. */
const test = base.extend<{ shop: Shop }>({
  shop: async ({ size }, hand) => {
    const shop = new Shop();
    const folder = join(shop.profile, 'Default');
    mkdirSync(folder, { recursive: true });
    const preferences = { extensions: { ui: { developer_mode: true } } };
    writeFileSync(join(folder, 'Preferences'), JSON.stringify(preferences));
    await shop.start(size);
    await hand(shop);
    await shop.end();
  },
});

/**
 * Updates in one browser: Chromium ends an extension that reloads itself the sixth time within ten
 * seconds of the last, and from the twelfth on the pages of a driven one came to no end of loading.
 */
const IN_ONE_BROWSER = 4;

type Node = { nodeName: string; nodeValue?: string; children?: Node[]; shadowRoots?: Node[] };

/** The texts within the shadow roots right under the page's root element, closed ones too. */
async function ourTexts(page: Page): Promise<{ hosts: number; texts: string[] }> {
  const session = await page.context().newCDPSession(page);
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as {
    root: Node;
  };
  await session.detach();
  const html = root.children?.find((node) => node.nodeName === 'HTML');
  const hosts = (html?.children ?? []).filter((node) => node.shadowRoots !== undefined);
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeName === '#text' && node.nodeValue?.trim()) texts.push(node.nodeValue.trim());
    if (node.nodeName === 'STYLE') return;
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child);
  };
  for (const host of hosts) walk(host);
  return { hosts: hosts.length, texts };
}

const ourFrames = (page: Page) =>
  page.frames().filter((frame) => /\/(dock|chip)\.html/.test(frame.url())).length;

/** What there is of us in a tab that shows no dock, for whoever has to find out. */
async function stateOf(options: Page, tab: Page): Promise<string> {
  // A worker that does not answer holds a question for ever.
  const soon = <T>(asked: Promise<T>) =>
    Promise.race([asked.catch(String), tab.waitForTimeout(5000).then(() => 'no answer in 5 s')]);
  const frames = tab.frames().map((frame) => frame.url());
  const ready = await soon(ask(options, 'ready', null));
  const tabId = await soon(tabOf(options, tab.url()));
  const answer = await soon(ask<{ state: string }>(options, 'ask-tab', { tabId }));
  const overlay = await soon(ask(options, 'overlay-state', { tabId }));
  const told = { ready, tabId, overlay, answer, frames, texts: await soon(ourTexts(tab)) };
  return JSON.stringify(told).slice(0, 1500);
}

async function openTabs(shop: Shop): Promise<Page[]> {
  const tabs: Page[] = [];
  for (const listing of [MINE, RIVAL, PLAIN]) tabs.push(await shop.open(listing));
  for (const tab of tabs) {
    await tab.bringToFront();
    await dockOf(tab);
  }
  return tabs;
}

test('an update under three open tabs leaves one overlay in each, and one line before', async ({
  shop,
}) => {
  const rounds = scaled(20);
  test.setTimeout(120_000 + rounds * 120_000);
  await shop.loadDemo();
  let tabs: Page[] = [];
  const uncaught: string[] = [];
  const wrong: string[] = [];
  let { options } = shop;
  for (let round = 0; round < rounds; round += 1) {
    if (round % IN_ONE_BROWSER === 0) {
      if (round > 0) await shop.restart();
      ({ options } = shop);
      tabs = await openTabs(shop);
      shop.context.on('weberror', (error) => uncaught.push(error.error().message));
    }
    await options.evaluate(() => setTimeout(() => chrome.runtime.reload(), 50));
    await expect.poll(() => options.isClosed(), { timeout: 20_000 }).toBe(true);
    for (const [index, tab] of tabs.entries()) {
      // A tab in the background is asked less often by the browser's own timers.
      await tab.bringToFront();
      const seen = () => ourTexts(tab).then(({ texts }) => texts.join('|'));
      await expect
        .poll(seen, { timeout: 30_000 })
        .toMatch(/^(Reload this page to go on|刷新页面后继续)$/);
      const { hosts } = await ourTexts(tab);
      if (hosts !== 1) wrong.push(`round ${round}, tab ${index}: ${hosts} hosts before reload`);
      if (ourFrames(tab) > 0) wrong.push(`round ${round}, tab ${index}: frames left`);
    }
    // The browser puts the script into pages only once the extension is back.
    options = await openExtensionPage(shop.context, 'options.html');
    for (const [index, tab] of tabs.entries()) {
      await tab.bringToFront();
      await tab.reload();
      const dock = () => shownRect(frameOf(tab, 'dock'));
      await expect
        .poll(dock, { timeout: 40_000 })
        .not.toBeNull()
        .catch(async () =>
          wrong.push(`round ${round}, tab ${index}: ${await stateOf(options, tab)}`),
        );
      const { hosts, texts } = await ourTexts(tab);
      const docks = tab.frames().filter((frame) => frame.url().endsWith('/dock.html')).length;
      if (hosts !== 1 || docks !== 1 || ourFrames(tab) > 3 || texts.length > 0) {
        wrong.push(`round ${round}, tab ${index}: ${hosts} hosts, ${docks} docks, ${texts.join()}`);
      }
    }
  }
  say('updates under three tabs', { rounds, wrong: wrong.length, uncaught: uncaught.length });
  keepFigure({
    campaign: `${rounds} updates under three open tabs`,
    figure: 'tabs without exactly one overlay or one line, uncaught errors',
    value: String(wrong.length + uncaught.length),
    limit: '0',
    met: wrong.length + uncaught.length === 0,
  });
  expect(wrong).toEqual([]);
  expect(uncaught).toEqual([]);
});
