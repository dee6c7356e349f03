import { readFileSync } from 'node:fs';
import { extensionWorker } from '../../scripts/demo/browser.ts';
import { addressOf } from '../../scripts/demo/listing.ts';
import { LISTINGS } from '../../scripts/demo/listings.ts';
import { dockOf, expect, test } from './harness.ts';

declare const chrome: typeof import('wxt/browser').browser;

test('in a whole tour the extension makes no request', async ({ shop }) => {
  const asked: string[] = [];
  shop.context.on('request', (request) => {
    const address = request.url();
    if (/^(https?|wss?):/.test(address) && !request.isNavigationRequest()) asked.push(address);
  });
  await shop.loadDemo();
  for (const listing of LISTINGS) {
    await shop.open(listing);
    await shop.inspection(addressOf(listing));
  }
  await dockOf(await shop.open(LISTINGS[0]!));
  for (const room of ['', '#benchmarks', '#backup', '#settings', '#about']) {
    await shop.options.goto(new URL(`options.html${room}`, shop.options.url()).href);
    await shop.options.waitForTimeout(300);
  }
  expect(asked).toEqual([]);
  expect(shop.refused).toEqual([]);
});

test('page and worker cannot fetch, not even from a host that they may read', async ({ shop }) => {
  const address = addressOf(LISTINGS[0]!);
  const worker = await extensionWorker(shop.context);
  const fromWorker = await worker.evaluate(
    (url) =>
      fetch(url).then(
        () => 'fetched',
        () => 'refused',
      ),
    address,
  );
  const fromPage = await shop.options.evaluate(
    (url) =>
      fetch(url).then(
        () => 'fetched',
        () => 'refused',
      ),
    address,
  );
  expect([fromWorker, fromPage]).toEqual(['refused', 'refused']);
  expect(shop.refused).toEqual([]);
});

test('the install warning is the reviewed one', async ({ shop }) => {
  const manifest = await shop.options.evaluate(() => JSON.stringify(chrome.runtime.getManifest()));
  const warnings = await shop.options.evaluate(
    (text) => chrome.management.getPermissionWarningsByManifest(text),
    manifest,
  );
  const file = new URL('../bundle/golden/install-warnings.json', import.meta.url);
  expect(warnings).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
