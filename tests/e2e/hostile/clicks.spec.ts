import type { Frame, Page } from '@playwright/test';
import { addressOf } from '../../../scripts/demo/listing.ts';
import { MINE } from '../../../scripts/demo/listings.ts';
import { dockOf, expect, test, type Shop } from '../harness.ts';
import { ATTACKS as ALL, type Attack } from './attacks.ts';
import { exactly, none, randomFrom, say, scaled, SEED } from './campaign.ts';

/** All in the long run, else one of four. */
const ATTACKS = ALL.filter((_, index) => scaled(ALL.length) === ALL.length || index % 4 === 3);
const ADDRESS = addressOf(MINE);
/** Longer than the dock must have been plainly visible. */
const LOOKED_MS = 900;

const star = (dock: Frame) => dock.locator('.dock-bottom button').first();

async function starred(shop: Shop): Promise<boolean> {
  return (await shop.inspection(ADDRESS)).watch.starred;
}

async function middleOf(dock: Frame) {
  const box = await star(dock).boundingBox({ timeout: 2000 });
  if (box === null) throw new Error('the star is not there');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** One run of the page's code, with our host in its hand. */
async function runInPage(page: Page, code: string): Promise<void> {
  await page.evaluate(`window.ownHost ??= [...document.documentElement.children].at(-1);
    { const host = window.ownHost; ${code} }
    null`);
}

/** Does what the attack wants the operator to do; true where the dock took it. */
async function isTaken(shop: Shop, attack: Attack): Promise<boolean> {
  const page = await shop.open(MINE);
  const dock = await dockOf(page);
  const before = await starred(shop);
  await page.waitForTimeout(LOOKED_MS);
  if (attack.key !== undefined) {
    // The operator has used the star before, with the keys; then they write in the page again.
    await star(dock).focus();
    await page.locator('body').focus();
    await page.evaluate(() => window.focus());
  }
  const there = await middleOf(dock);
  if (attack.setUp !== undefined) await runInPage(page, attack.setUp);
  await page.waitForTimeout(LOOKED_MS);
  if (attack.key !== undefined) {
    if (attack.justBefore !== undefined) await runInPage(page, attack.justBefore);
    await page.keyboard.press(attack.key);
  } else {
    let aim = there;
    if (attack.justBefore !== undefined) {
      // The pointer rests where the star is going to be; then the page strikes, and the click comes.
      await page.mouse.move(there.x - 400, there.y);
      await runInPage(page, attack.justBefore);
      aim = await middleOf(dock).catch(() => there);
    } else {
      aim = await middleOf(dock).catch(() => there);
      await page.mouse.move(aim.x, aim.y, { steps: 4 });
      await page.waitForTimeout(LOOKED_MS);
    }
    await page.mouse.click(aim.x, aim.y);
  }
  await page.waitForTimeout(400);
  const taken = (await starred(shop)) !== before;
  await page.close();
  return taken;
}

test(`${ATTACKS.length} ways of stealing a click: none is taken`, async ({ shop }) => {
  test.setTimeout(600_000);
  await shop.loadDemo();
  const taken: string[] = [];
  // Without an attack the same steps do take: else nothing below would mean anything.
  expect(await isTaken(shop, { name: 'none' })).toBe(true);
  for (const attack of ATTACKS) {
    if (await isTaken(shop, attack)) taken.push(attack.name);
  }
  say('stolen clicks', { tried: ATTACKS.length, taken: none(taken.length) });
  expect(taken).toEqual([]);
});

test('honest clicks are taken, synthetic ones never', async ({ shop }) => {
  const clicks = scaled(50);
  test.setTimeout(60_000 + clicks * 5000);
  await shop.loadDemo();
  const page = await shop.open(MINE);
  const dock = await dockOf(page);
  await page.waitForTimeout(LOOKED_MS);
  const random = randomFrom(SEED);
  let taken = 0;
  let before = await starred(shop);
  for (let i = 0; i < clicks; i += 1) {
    await page.mouse.move(200 + random() * 800, 200 + random() * 600);
    const { x, y } = await middleOf(dock);
    await page.mouse.move(x, y, { steps: 15 });
    await page.waitForTimeout(120 + random() * 300);
    await page.mouse.down();
    await page.waitForTimeout(40 + random() * 80);
    await page.mouse.up();
    await expect.poll(() => starred(shop), { timeout: 3000 }).toBe(!before);
    before = !before;
    taken += 1;
  }
  const { x, y } = await middleOf(dock);
  await page.mouse.move(300, 300);
  await page.evaluate(
    ([left, top]) => {
      const at = { bubbles: true, composed: true, clientX: left, clientY: top, button: 0 };
      const target = document.elementFromPoint(left, top) as HTMLElement;
      for (let i = 0; i < 20; i += 1) {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          target.dispatchEvent(new PointerEvent(type, at));
        target.click();
        target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        for (let k = 0; k < window.length; k += 1) window[k]?.postMessage({ type: 'click' }, '*');
      }
    },
    [x, y] as const,
  );
  // In the frame itself: what a script there could do at most.
  await star(dock).evaluate((button: HTMLElement) => button.click());
  await star(dock).dispatchEvent('click');
  await page.waitForTimeout(500);
  const synthetic = (await starred(shop)) === before ? 0 : 1;
  say('clicks', { honest: clicks, taken: exactly(taken, clicks), synthetic: none(synthetic) });
  expect([taken, synthetic]).toEqual([clicks, 0]);
});
