import type { Page } from '@playwright/test';
import { addressOf } from '../../scripts/demo/listing.ts';
import { RIVAL } from '../../scripts/demo/listings.ts';
import { dockOf, expect, frameOf, test } from './harness.ts';

/** The extension's scripts that a page has taken in since it was last loaded, by file. */
async function ourScripts(page: Page): Promise<() => string[]> {
  const cdp = await page.context().newCDPSession(page);
  const files: string[] = [];
  cdp.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension://')) files.push(url.split('/').at(-1) ?? '');
  });
  await cdp.send('Debugger.enable');
  return () => files;
}

test('a page that came while its site was off has the first script only, and the dock once it is on', async ({
  shop,
}) => {
  await shop.loadDemo();
  await shop.command({ kind: 'set-site', host: 'detail.tmall.com', on: false });
  const page = await shop.open(RIVAL);
  const scripts = await ourScripts(page);
  await page.waitForTimeout(600);
  expect(scripts()).toEqual(['taobao.js']);
  expect((await shop.answerNow(addressOf(RIVAL))).state).toBe('off-here');

  await shop.command({ kind: 'set-site', host: 'detail.tmall.com', on: true });
  await dockOf(page);
  expect(scripts()).toEqual(['taobao.js', 'taobao-overlay.js']);

  // Off and on again: what is in the page already is asked, not put in a second time.
  await shop.command({ kind: 'set-site', host: 'detail.tmall.com', on: false });
  await expect.poll(() => frameOf(page, 'dock')).toBeNull();
  await shop.command({ kind: 'set-site', host: 'detail.tmall.com', on: true });
  await dockOf(page);
  expect(scripts()).toEqual(['taobao.js', 'taobao-overlay.js']);
});
