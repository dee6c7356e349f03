import { readFileSync } from 'node:fs';
import { addressOf } from '../../scripts/demo/listing.ts';
import { RIVAL } from '../../scripts/demo/listings.ts';
import { OFF_SHELF_PAGE } from '../../scripts/demo/page.ts';
import type { Observation } from '../../lib/listing/series.ts';
import { expect, test, type Shop } from './harness.ts';

const idOf = ({ itemId }: { itemId: string }) => `taobao:${itemId}`;

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

/** The rows of a listing's series as the database holds them, oldest first. */
function storedRows(shop: Shop, listingId: string): Promise<Observation[]> {
  return shop.options.evaluate(
    (id) =>
      new Promise<Observation[]>((resolve, reject) => {
        const opening = indexedDB.open('store');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const rows = opening.result.transaction('observations').objectStore('observations');
          const all: IDBRequest<Observation[]> = rows.getAll();
          all.addEventListener('success', () => {
            opening.result.close();
            resolve(all.result.filter((row) => row.listingId === id));
          });
        });
      }),
    listingId,
  );
}

/** How many colours a picture has, and its size; the browser decodes it. */
function coloursOf(shop: Shop, png: Buffer): Promise<{ width: number; colours: number }> {
  return shop.options.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(picture, 0, 0);
    const { data } = context!.getImageData(0, 0, width, height);
    return { width, colours: new Set(new Uint32Array(data.buffer)).size };
  }, png.toString('base64'));
}

const yuan = (price: { minFen: number } | null) => (price === null ? '' : `¥${price.minFen / 100}`);

test('the history of a listing: its picture, its table, its days by key, and an alert of its own', async ({
  shop,
}) => {
  await shop.loadDemo();
  const main = await room(shop, 'watch');
  await main.locator('.watch-row', { hasText: RIVAL.title }).focus();
  await shop.options.keyboard.press('Enter');
  const detail = main.locator('.detail');
  await expect(detail.locator('.price-chart canvas')).toBeVisible();

  const picture = shop.options.waitForEvent('download');
  await detail.getByRole('button', { name: '存为图片' }).click();
  const png = readFileSync(await (await picture).path());
  const { width, colours } = await coloursOf(shop, png);
  expect(width).toBeGreaterThan(1000);
  // Lines, ladder, promotions and words: a blank one has one colour.
  expect(colours).toBeGreaterThan(50);

  await detail.getByText('数据表').click();
  const file = shop.options.waitForEvent('download');
  await detail.getByRole('button', { name: '其他导出方式' }).click();
  await detail.getByRole('menuitem', { name: '存为 CSV 文件' }).click();
  const told = readFileSync(await (await file).path(), 'utf8')
    .trim()
    .split('\r\n')
    .slice(1);
  const series = (await storedRows(shop, idOf(RIVAL))).toSorted((a, b) => b.atMs - a.atMs);
  const shown = series.filter((row) => row.series === series[0]?.series).toReversed();
  const inRange = shown.filter(({ atMs }) => atMs > Date.now() - 90 * 86_400_000);
  expect(inRange.length).toBeGreaterThan(5);
  expect(told.map((line) => line.split(',').slice(1, 5))).toEqual(
    inRange.map((row) =>
      row.gated
        ? ['', '', '', '']
        : [row.listPrice, row.beforePrice, row.publicPrice, row.finalPrice].map(yuan),
    ),
  );

  const tip = detail.locator('.price-chart-tip');
  await detail.locator('.price-chart').focus();
  await shop.options.keyboard.press('End');
  const last = inRange.findLast(({ gated }) => !gated);
  await expect(tip).toContainText(`公开到手价 ${yuan(last?.publicPrice ?? null)}`);
  expect(last?.steps.length).toBeGreaterThan(0);
  for (const { amountFen } of last?.steps ?? [])
    await expect(tip).toContainText(`−¥${amountFen / 100}`);
  const newest = await tip.textContent();
  await shop.options.keyboard.press('ArrowLeft');
  await expect(tip).not.toHaveText(newest ?? '');
  const over = await detail.locator('.price-chart .u-over').boundingBox();
  if (over === null) throw new Error('no chart');
  await shop.options.mouse.move(over.x + over.width - 1, over.y + 20);
  await expect(tip).toHaveText(newest ?? '');

  const alerts = detail.locator('.listing-alerts');
  await alerts.getByLabel('金额').fill('135');
  await alerts.getByRole('button', { name: '添加提醒价' }).click();
  await expect(alerts.locator('li')).toContainText('低于 ¥135');
  for (let visit = 0; visit < 2; visit++) {
    const tab = await shop.open(RIVAL);
    await shop.inspection(addressOf(RIVAL));
    await tab.close();
  }
  await room(shop, 'changes');
  await expect(main.locator('.visit-match', { hasText: '¥135' })).toHaveCount(1);
});
