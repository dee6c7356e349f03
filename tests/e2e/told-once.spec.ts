import { readFileSync } from 'node:fs';
import { addressOf } from '../../scripts/demo/listing.ts';
import { RIVAL } from '../../scripts/demo/listings.ts';
import { OFF_SHELF_PAGE } from '../../scripts/demo/page.ts';
import { expect, test, type Shop } from './harness.ts';

/** Leads the options page to a room. */
async function room(shop: Shop, hash: string) {
  await shop.options.bringToFront();
  await shop.options.goto(new URL(`options.html#/${hash}`, shop.options.url()).href);
  return shop.options.locator('main');
}

test('a listing seen gone is told once among the changes, however often it is opened', async ({
  shop,
}) => {
  await shop.loadDemo();
  const page = await shop.open(RIVAL);
  await shop.inspection(addressOf(RIVAL));
  await page.close();
  shop.serve(addressOf(RIVAL), OFF_SHELF_PAGE);
  const main = await room(shop, 'changes');
  const gone = main.locator('.visit', { hasText: '已下架' });
  for (let visit = 0; visit < 2; visit++) {
    const tab = await shop.open(RIVAL);
    await shop.answer(addressOf(RIVAL), 'off-shelf');
    await tab.close();
    await shop.options.bringToFront();
    await shop.options.reload();
    await expect(gone).toHaveCount(1);
  }
  await expect(gone).toContainText(RIVAL.title);
});

test('an amount of mine marks the visit that crossed it, and only that one', async ({ shop }) => {
  await shop.loadDemo();
  const main = await room(shop, 'changes');
  await main.getByText('标记规则').click();
  await main.getByLabel('金额').fill('135');
  await main.locator('.amount-rules button[type="submit"]').click();
  await expect(main.locator('.amount-rules li')).toContainText('¥135');
  const marks = main.locator('.visit-match', { hasText: '¥135' });
  for (let visit = 0; visit < 2; visit++) {
    const tab = await shop.open(RIVAL);
    await shop.inspection(addressOf(RIVAL));
    await tab.close();
    await shop.options.bringToFront();
    await shop.options.reload();
    await expect(marks).toHaveCount(1);
  }
});

test('the chart of a listing is saved as PNG', async ({ shop }) => {
  await shop.loadDemo();
  const main = await room(shop, 'watch');
  await main.locator('.watch-row', { hasText: RIVAL.title }).focus();
  await shop.options.keyboard.press('Enter');
  const detail = main.locator('.detail');
  const picture = shop.options.waitForEvent('download');
  await detail.getByRole('button', { name: '存为图片' }).click();
  const png = readFileSync(await (await picture).path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.length).toBeGreaterThan(5000);
});
