import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { addressOf } from '../../../scripts/demo/listing.ts';
import { MINE, PLAIN, RIVAL } from '../../../scripts/demo/listings.ts';
import { demoPages } from '../../../scripts/demo/serve.ts';
import { none, say, scaled } from '../hostile/campaign.ts';
import { tell } from './both-stores.ts';
import { inPlace, RawBrowser, type RawPage } from './raw-browser.ts';
import { RawTab, uncaughtOfOurs, type OfUs } from './raw-tab.ts';

// By the browser's own protocol, and attached to no worker. Playwright attaches itself to every one
// before it starts: after some updates, between the fourth and the fourteenth of a browser, the new
// worker then answered nothing, or Playwright saw none for 15 s. Over this protocol, with the same
// build, 40 updates in one browser each had a worker that answered, within 4 s on a busy machine.

/** What the reload notice says, in the browser's language. */
const NOTICE = /^(Reload this page to go on|刷新页面后继续)$/;

/** In developer mode an extension may reload itself: what an update of it does to pages. */
function developerMode(profile: string): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  writeFileSync(join(folder, 'Preferences'), JSON.stringify(preferences));
}

/** Looks at a tab until it is as it should be; null where it was, else what was there at last. */
async function until(tab: RawTab, ms: number, isSo: (of: OfUs) => boolean): Promise<OfUs | null> {
  const endMs = performance.now() + ms;
  await tab.show();
  for (;;) {
    const of = await tab.ofUs();
    if (isSo(of)) return null;
    if (performance.now() > endMs) return of;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const isTold = ({ hosts, frames, texts }: OfUs) =>
  hosts === 1 && frames.length === 0 && texts.length === 1 && NOTICE.test(texts[0] ?? '');
const isShown = ({ hosts, frames, docks, texts }: OfUs) =>
  hosts === 1 &&
  docks === 1 &&
  new Set(frames).size >= 1 &&
  frames.length <= 3 &&
  texts.length === 0;

/** The options page once the extension is back. */
async function updated(browser: RawBrowser, options: RawPage): Promise<RawPage> {
  await options.evaluate('void setTimeout(() => chrome.runtime.reload(), 50)');
  const isGone = async () => {
    const { targetInfos } = await browser.cdp.send<{ targetInfos: { targetId: string }[] }>(
      'Target.getTargets',
    );
    return targetInfos.every(({ targetId }) => targetId !== options.targetId);
  };
  await expect.poll(isGone, { timeout: 20_000 }).toBe(true);
  return browser.page('options.html');
}

test('an update under three open tabs leaves one overlay in each, and one line before', async () => {
  const rounds = scaled(20);
  test.setTimeout(120_000 + rounds * 60_000);
  const wrong: string[] = [];
  const uncaught: string[] = [];
  await inPlace(async ({ extension, profile }) => {
    developerMode(profile);
    const browser = await RawBrowser.open(extension, profile, {
      more: ['--window-size=1680,1050'],
    });
    let options = await browser.page('options.html');
    const command = { kind: 'load-demo' };
    expect(
      await tell(options, 'command', { operationId: crypto.randomUUID(), command }),
    ).toMatchObject({
      ok: true,
    });
    const pages = demoPages();
    const tabs: RawTab[] = [];
    for (const listing of [MINE, RIVAL, PLAIN]) {
      const tab = await RawTab.open(browser, addressOf(listing), pages);
      expect(await until(tab, 40_000, isShown)).toBeNull();
      tabs.push(tab);
    }
    const look = async (round: number, when: string, isSo: (of: OfUs) => boolean) => {
      for (const [index, tab] of tabs.entries()) {
        if (when === 'after') await tab.reload();
        const found = await until(tab, 40_000, isSo);
        const state = JSON.stringify(found);
        if (found !== null) wrong.push(`round ${round}, tab ${index}, ${when}: ${state}`);
      }
    };
    for (let round = 0; round < rounds; round += 1) {
      options = await updated(browser, options);
      await look(round, 'before', isTold);
      await look(round, 'after', isShown);
      uncaught.push(...(await uncaughtOfOurs(browser)));
    }
    uncaught.push(...tabs.flatMap((tab) => tab.uncaught));
    await browser.close();
  });
  say(`${rounds} updates under three open tabs, in one browser`, {
    'tabs without exactly one overlay, or one line before': none(wrong.length),
    'uncaught errors': none(uncaught.length),
  });
  expect(wrong).toEqual([]);
  expect(uncaught).toEqual([]);
});
