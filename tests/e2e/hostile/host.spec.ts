import { addressOf } from '../../../scripts/demo/listing.ts';
import { MINE } from '../../../scripts/demo/listings.ts';
import { dockOf, expect, frameOf, shownRect, test } from '../harness.ts';
import { atMost, say, scaled } from './campaign.ts';

test('a page that keeps removing our host sees it come back five times, then no more', async ({
  shop,
}) => {
  const seconds = scaled(30);
  test.setTimeout(60_000 + seconds * 2000);
  await shop.loadDemo();
  const page = await shop.open(MINE);
  await dockOf(page);
  const seen = await page.evaluate(async (forSeconds) => {
    const html = document.documentElement;
    const ours = () =>
      [...html.children].find((one) => one !== document.head && one !== document.body);
    const removedAtMs: number[] = [];
    const timer = setInterval(() => {
      const host = ours();
      if (host === undefined) return;
      host.remove();
      removedAtMs.push(performance.now());
    }, 20);
    await new Promise((resolve) => setTimeout(resolve, forSeconds * 1000));
    clearInterval(timer);
    const first = removedAtMs[0] ?? 0;
    return {
      removed: removedAtMs.length,
      lastAfterMs: Math.round((removedAtMs.at(-1) ?? 0) - first),
      left: ours()?.outerHTML ?? null,
    };
  }, seconds);
  say('host removed', {
    seconds,
    returns: atMost(seen.removed - 1, 5),
    'last return after': atMost(seen.lastAfterMs, 5000, 'ms'),
  });
  expect(seen.removed - 1).toBeLessThanOrEqual(5);
  expect(seen.lastAfterMs).toBeLessThan(5000);
  expect(seen.left).toBeNull();
  // What the popup says of the listing does not hang on the frames.
  await shop.inspection(addressOf(MINE));
});

test('a page that forges the framework’s own events ends nothing', async ({ shop }) => {
  await shop.loadDemo();
  const page = await shop.open(MINE);
  await dockOf(page);
  const id = new URL(shop.options.url()).host;
  await page.evaluate((ownId) => {
    for (const name of [
      'wxt:content-script-started',
      `${ownId}:taobao:wxt:content-script-started`,
      `${ownId}:content-script-started`,
      'wxt:locationchange',
    ]) {
      const detail = { contentScriptName: 'taobao', messageId: 'forged' };
      for (const target of [document, window])
        target.dispatchEvent(new CustomEvent(name, { detail }));
      window.postMessage({ type: name, ...detail }, '*');
    }
  }, id);
  await page.waitForTimeout(1000);
  expect(await shownRect(frameOf(page, 'dock'))).not.toBeNull();
});
