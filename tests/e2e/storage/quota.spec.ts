import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exactly, none, say } from '../hostile/campaign.ts';
import { disagreements, readBoth, tell } from './both-stores.ts';
import { inPlace, RawBrowser, type RawPage } from './raw-browser.ts';

/*
 * The browser's quota, set to a byte through the protocol. Measured in Chromium 156: it binds where it
 * is set before the session's first write (after it, ten of ten writes went through), and only where
 * the extension has not asked for `unlimitedStorage`. The product has: for it there is no quota to reach, the disk alone is the limit
 * (disk-full.spec.ts). So the fault is put into a copy of the build without that permission, and the
 * build as it is shows that the quota does not touch it.
 */

const NOTE = 'taobao:100000000202';

const note = (text: string) => ({ kind: 'save-note', listingId: NOTE, text, tags: [] });

/** Sets the quota of the extension's origin in bytes, null for the browser's own. */
async function quotaSetter(browser: RawBrowser) {
  const { targetId } = await browser.cdp.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
  });
  const { sessionId } = await browser.cdp.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const origin = `chrome-extension://${browser.id}`;
  return (quotaSize: number | null) =>
    browser.cdp.send(
      'Storage.overrideQuotaForOrigin',
      quotaSize === null ? { origin } : { origin, quotaSize },
      sessionId,
    );
}

test('a quota that is reached: nothing torn, said at once, goes on when there is room', async () => {
  test.setTimeout(120_000);
  await inPlace(async ({ extension, profile }) => {
    const path = join(extension, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
    const permissions = manifest.permissions.filter((each) => each !== 'unlimitedStorage');
    writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
    const save = (page: RawPage, n: number, text: string) =>
      tell(page, 'command', { operationId: `operation-${n}`, command: note(text) });
    const roomy = await RawBrowser.open(extension, profile);
    const first = await roomy.page('options.html');
    expect(await save(first, 1, '写过的')).toMatchObject({ ok: true });
    const before = await readBoth(first);
    await roomy.close();

    const browser = await RawBrowser.open(extension, profile);
    const setQuota = await quotaSetter(browser);
    await setQuota(1);
    const page = await browser.page('options.html');
    let slowestMs = 0;
    let refused = 0;
    for (let n = 2; n < 12; n += 1) {
      const begun = performance.now();
      const reply = await save(page, n, `第 ${n} 次`);
      slowestMs = Math.max(slowestMs, Math.round(performance.now() - begun));
      if (reply?.ok === false && reply.failure.code === 'full') refused += 1;
    }
    const meanwhile = await readBoth(page);
    const torn = await disagreements(meanwhile);
    await setQuota(null);
    await expect
      .poll(async () => (await save(page, 2, '第 2 次'))?.ok, { timeout: 20_000 })
      .toBe(true);
    const after = await readBoth(page);
    await browser.close();
    const textOf = (of: typeof before) => {
      const row = of.database.get(`note/${NOTE}`);
      return (row?.value as { text?: string } | undefined)?.text;
    };
    say('quota of one byte, a copy without unlimitedStorage', {
      'saves refused as full': exactly(refused, 10),
      'slowest answer': [`${slowestMs} ms`, 'at most 2000 ms', slowestMs <= 2000],
      'records torn': none(torn.length + (await disagreements(after)).length),
    });
    expect(refused).toBe(10);
    expect(slowestMs).toBeLessThanOrEqual(2000);
    expect(torn).toEqual([]);
    expect([textOf(before), textOf(meanwhile), textOf(after)]).toEqual([
      '写过的',
      '写过的',
      '第 2 次',
    ]);
    expect(await disagreements(after)).toEqual([]);
  });
});

test('the build as it is has no quota to reach', async () => {
  await inPlace(async ({ extension, profile }) => {
    const browser = await RawBrowser.open(extension, profile);
    await (
      await quotaSetter(browser)
    )(1);
    const page = await browser.page('options.html');
    const { quota } = await page.evaluate<{ quota: number }>('navigator.storage.estimate()');
    const command = note('照样存得下');
    const reply = await tell(page, 'command', { operationId: 'operation-1', command });
    await browser.close();
    expect(quota).toBe(1);
    expect(reply).toMatchObject({ ok: true });
  });
});
