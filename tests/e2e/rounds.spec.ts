import { addressOf, type DemoListing } from '../../scripts/demo/listing.ts';
import { MINE, RIVAL } from '../../scripts/demo/listings.ts';
import { expect, test, type Shop } from './harness.ts';

const idOf = (listing: DemoListing) => `taobao:${listing.itemId}`;

/** Leads the options page to a room. */
async function room(shop: Shop, hash: string) {
  await shop.options.bringToFront();
  await shop.options.goto(new URL(`options.html#/${hash}`, shop.options.url()).href);
  return shop.options.locator('main');
}

test('what a visit found changed stands in the room of changes, marked by my line', async ({
  shop,
}) => {
  await shop.loadDemo();
  await shop.open(RIVAL);
  await shop.inspection(addressOf(RIVAL));
  const main = await room(shop, 'changes');
  const visit = main.locator('.visit', { hasText: RIVAL.title }).first();
  await expect(visit).toContainText('¥139');
  await expect(visit.locator('.visit-marked').first()).toContainText('¥129');
  await expect(visit.locator('.visit-match').first()).toHaveText('低于你的活动价 ¥139');

  await main.getByText('标记规则').click();
  await main.getByLabel('越过你的价格线').click();
  await expect(visit).toContainText('¥129');
  await expect(main.getByText('低于你的活动价 ¥139')).toHaveCount(0);
});

test('mine and a rival side by side, with the price between them', async ({ shop }) => {
  await shop.loadDemo();
  const told: string[][] = [];
  for (const listing of [MINE, RIVAL]) {
    const page = await shop.open(listing);
    const { coverage, checklist } = await shop.inspection(addressOf(listing));
    told.push([
      `${coverage?.covered}/${coverage?.total}`,
      `${checklist?.passed}/${checklist?.total}`,
    ]);
    await page.close();
  }
  // Each on its own page says the same as both side by side.
  expect(told[1]).toEqual(['16/36', '2/8']);
  const main = await room(shop, 'compare');
  await main.getByRole('checkbox', { name: MINE.title }).click();
  await main.getByRole('checkbox', { name: RIVAL.title }).click();
  const table = main.locator('.compare-table');
  const cells = (name: string) =>
    table
      .locator('tr', { has: shop.options.getByRole('rowheader', { name, exact: true }) })
      .locator('td')
      .allTextContents();
  await expect(table.locator('thead th')).toHaveCount(2);
  expect(await cells('公开到手价')).toEqual(['¥139', '¥129需领券']);
  expect(await cells('与本店相差')).toEqual(['本店', '低 ¥10（−7.2%）']);
  expect(await cells('标题关键词')).toEqual(told.map(([words]) => words));
  expect(await cells('卖点通过')).toEqual(told.map(([, points]) => points));
  await expect(main.locator('.consensus')).toContainText('只有本店有');
});

test('a due listing opens at the key N, one tab at each press, and none by itself', async ({
  shop,
}) => {
  await shop.loadDemo();
  const entries = [MINE, RIVAL].map((listing) => ({ listingId: idOf(listing), addedAtMs: 1 }));
  const list = { id: 'round', name: '每日必看', entries, dueDays: 1 };
  await shop.command({ kind: 'save-list', list, baseRevision: null });
  const main = await room(shop, 'watch/round');
  await expect(main.locator('.watch-row')).toHaveCount(2);
  const before = shop.context.pages().length;
  await shop.options.waitForTimeout(500);
  expect(shop.context.pages()).toHaveLength(before);

  const due = main.locator('.due-bar');
  const opened = [];
  for (let round = 0; round < 2 && (await due.getByRole('button').isEnabled()); round++) {
    const page = shop.context.waitForEvent('page');
    await shop.options.bringToFront();
    await shop.options.keyboard.press('n');
    opened.push((await page).url());
  }
  await expect(due.getByRole('button')).toBeDisabled();
  expect(opened.length).toBeGreaterThan(0);
  expect(new Set(opened).size).toBe(opened.length);
});
