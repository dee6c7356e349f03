import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { none, say } from '../hostile/campaign.ts';
import { readBoth, tell } from './both-stores.ts';
import { deleteFolder, flipBitAt, folderOf } from './damage.ts';
import { verifiedSince } from './history-rows.ts';
import { inPlace, RawBrowser, type RawPage } from './raw-browser.ts';
import { WriteLoad } from './write-load.ts';

/** In a block of rows; the file's index stands at its end. */
const DAMAGED_AT = 8222;

/**
 * Writes past the product until Chromium puts its files together, or refuses to: a log of 4 MB makes
 * a file, and four of those are put together with what is below them. Answers with what it said.
 */
function fillUp(page: RawPage): Promise<string> {
  return page.evaluate(`(async () => {
    for (let n = 0; n < 60; n += 1) {
      const value = Array.from({ length: 60_000 }, Math.random).join();
      // Keys on either side of the store's own, so that its rows are in what is put together.
      const items = { ['z/' + (n % 4)]: value, a: n };
      const filled = await chrome.storage.local.set(items).then(() => 'ok', String);
      if (filled !== 'ok') return filled;
    }
    return 'ok';
  })()`);
}

test('a second store that Chromium writes no more goes on elsewhere, and nothing is lost', async () => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  const load = new WriteLoad(['a', 'b', 'c']);
  await inPlace(async ({ extension, profile }) => {
    let browser = await RawBrowser.open(extension, profile);
    let page = await browser.page('options.html');
    /** Started again; the profile as it is. */
    const restart = async () => {
      await browser.kill();
      browser = await RawBrowser.open(extension, profile);
      page = await browser.page('options.html');
      await tell(page, 'ready', null);
    };
    try {
      await load.prepare(page);
      await load.prepareImport(page);
      load.go(page);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await load.stop();
      expect(await fillUp(page)).toBe('ok');
      await browser.kill();
      const folder = folderOf(profile, 'storage.local', browser.id) ?? '';
      const files = readdirSync(folder).filter((name) => name.endsWith('.ldb'));
      expect(files.length).toBeGreaterThan(0);
      for (const name of files) flipBitAt(join(folder, name), DAMAGED_AT);

      const sinceMs = Date.now();
      await restart();
      // What Chromium does then is no matter of ours; that it does so is what this test stands on.
      expect(await fillUp(page)).toContain('Corruption');
      expect(await verifiedSince(page, sinceMs)).toBe(true);
      load.go(page);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await load.stop();
      const both = await readBoth(page);
      wrong.push(...load.check(both), ...load.differing(both));
      expect(await page.evaluate('navigator.storageBuckets.keys()')).toEqual(['second-1']);

      await browser.kill();
      deleteFolder(folderOf(profile, 'IndexedDB', browser.id) ?? '');
      await restart();
      wrong.push(...load.check(await readBoth(page)));
    } finally {
      await browser.kill();
    }
  });
  expect(load.refused).toBe(0);
  say('a second store that is written no more', {
    answered: load.answered,
    lost: none(wrong.length),
  });
  expect(wrong).toEqual([]);
});
