import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness.ts';
import { BACKUP_CASES } from './backup-files.ts';
import { atMost, isWhole, none, say } from './campaign.ts';
import { storedRows } from './stores.ts';

/** From the choice of a file to the sentence about it, ms; on a busy machine it is only recorded. */
const SENTENCE_MS = 1000;

/** Notes in the page when a file was chosen and when a sentence about it stood there. */
async function startClock(options: Page): Promise<void> {
  await options.evaluate(() => {
    const times = { chosen: 0, told: 0 };
    Object.assign(globalThis, { times });
    const input = document.querySelector('.drop input');
    // Before the page's own listener, which may start at once.
    input?.addEventListener('change', () => (times.chosen = performance.now()), true);
    const look = () => {
      if (times.told > 0 || times.chosen === 0) return;
      if (document.querySelector('.notice, .restore') !== null) times.told = performance.now();
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  });
}

test(`${BACKUP_CASES.length} broken, foreign and forged backups: each is named, none changes anything`, async ({
  shop,
}) => {
  test.setTimeout(300_000);
  await shop.loadDemo();
  const folder = mkdtempSync(join(tmpdir(), 'backups-'));
  const { options } = shop;
  const origin = options.url();
  const before = await storedRows(options);
  const wrong: string[] = [];
  const changed: string[] = [];
  let slowestMs = 0;
  let slowest = '';
  try {
    for (const [index, { name, write, says }] of BACKUP_CASES.entries()) {
      const path = join(folder, `${index}.json`);
      write(path);
      await options.goto('about:blank');
      await options.goto(new URL(`options.html#/backup`, origin).href);
      await expect(options.locator('.drop input')).toBeAttached();
      await startClock(options);
      await options.locator('.drop input').setInputFiles(path);
      const notice = options.locator('.notice-fault');
      await expect(notice).toBeVisible({ timeout: 30_000 });
      // In the browser's own language until the settings are there.
      await expect(notice)
        .toContainText(says)
        .catch(async () => wrong.push(`${name}: ${await notice.innerText()}`));
      const ms = await options.evaluate(() => {
        const { chosen, told } = Reflect.get(globalThis, 'times') as Record<string, number>;
        return (told ?? 0) - (chosen ?? 0);
      });
      if (ms > slowestMs) [slowestMs, slowest] = [Math.round(ms), name];
      if (JSON.stringify(await storedRows(options)) !== JSON.stringify(before)) changed.push(name);
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say('restore files', {
    files: BACKUP_CASES.length,
    'without the right sentence': none(wrong.length),
    'that changed something': none(changed.length),
    'slowest sentence': isWhole() ? atMost(slowestMs, SENTENCE_MS, 'ms') : `${slowestMs} ms`,
    'slowest file': slowest,
  });
  expect(wrong).toEqual([]);
  expect(changed).toEqual([]);
  if (isWhole()) expect(slowestMs).toBeLessThanOrEqual(SENTENCE_MS);
});
