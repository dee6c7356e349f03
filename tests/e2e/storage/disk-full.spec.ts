import { ask, openPopup } from '../../../scripts/demo/browser.ts';
import { MINE, RIVAL } from '../../../scripts/demo/listings.ts';
import { dockOf, expect, Shop, test } from '../harness.ts';
import { atMost, say } from '../hostile/campaign.ts';
import { keepFull, mountSmallDisk, storedNotes, unmount } from './small-disk.ts';

const CAMPAIGN = 'disk full, a small tmpfs';
// Long: a short one fits into what the files have left of their last blocks, and is saved.
const NOTE = '磁盘满了也不能丢。'.repeat(400);
const KEPT = '磁盘满之前写的';

test('a full disk: said within two seconds, what was typed stays, saved once there is space', async () => {
  test.setTimeout(300_000);
  const shop = new Shop();
  if (!mountSmallDisk(CAMPAIGN, shop.profile, 160)) {
    await shop.end();
    return;
  }
  try {
    await shop.start();
    await shop.loadDemo();
    const listingId = `taobao:${RIVAL.itemId}`;
    await shop.command({ kind: 'save-note', listingId, text: KEPT, tags: [] });
    const page = await shop.open(RIVAL);
    await dockOf(page);
    const own = () => storedNotes(shop.options);
    const before = await own();
    const makeSpace = keepFull(shop.profile);
    // Chromium gives some back as it notices.
    await page.waitForTimeout(500);

    // The popup: typed, and told.
    const popup = await openPopup(shop.context);
    await expect
      .poll(() => popup.evaluate<boolean>('document.querySelector("textarea") !== null'))
      .toBe(true);
    const typedMs = await popup.evaluate<number>(`new Promise((resolve) => {
      const area = document.querySelector('textarea');
      area.focus();
      area.value = ${JSON.stringify(NOTE)};
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      area.blur();
      const begun = performance.now();
      const look = () => {
        if (/磁盘已满/.test(document.body.innerText)) return resolve(performance.now() - begun);
        if (performance.now() - begun > 20000) return resolve(-1);
        setTimeout(look, 20);
      };
      look();
    })`);
    if (typedMs < 0) console.log(await popup.evaluate<string>('document.body.innerText'));
    const kept = await popup.evaluate<string>('document.querySelector("textarea").value');

    // Any page: the answer itself.
    const operationId = crypto.randomUUID();
    const other = `taobao:${MINE.itemId}`;
    const command = { kind: 'save-note', listingId: other, text: 'x'.repeat(4000), tags: [] };
    const askedMs = performance.now();
    const answer = await ask(shop.options, 'command', { operationId, command });
    const answeredMs = Math.round(performance.now() - askedMs);
    const meanwhile = await own();
    const readable = await shop
      .inspection(`https://${RIVAL.host}/item.htm?id=${RIVAL.itemId}`)
      .catch(() => null);

    // Space again: the same things are saved, by themselves or at once.
    makeSpace();
    await expect
      .poll(async () => (await ask(shop.options, 'command', { operationId, command })).ok, {
        timeout: 30_000,
      })
      .toBe(true);
    await popup.close();
    const texts = (await own()).join();
    // The popup, untouched since, saves what was typed by itself.
    await expect
      .poll(async () => (await own()).join().includes(NOTE), { timeout: 30_000 })
      .toBe(true);
    say(CAMPAIGN, {
      // -1 where it was not said at all.
      'until “not saved” is shown in the popup':
        typedMs < 0 ? ['never', 'at most 2000 ms', false] : atMost(Math.round(typedMs), 2000, 'ms'),
      'until any save is answered': `${answeredMs} ms`,
      'what was typed is still there': String(kept === NOTE),
    });
    expect(answer).toEqual({ ok: false, failure: { code: 'full' } });
    expect(kept).toBe(NOTE);
    expect(typedMs).toBeGreaterThanOrEqual(0);
    expect(typedMs).toBeLessThanOrEqual(2000);
    // Neither torn nor half in one store: what was there is there, as it was.
    expect(meanwhile).toEqual(before);
    expect(readable).not.toBeNull();
    expect(texts).toContain('xxxx');
  } finally {
    await shop.context.close().catch(() => undefined);
    unmount(shop.profile);
    await shop.end().catch(() => undefined);
  }
});
