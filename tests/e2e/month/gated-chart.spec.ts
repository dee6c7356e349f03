import type { Page } from '@playwright/test';
import type { Observation } from '../../../lib/listing/series.ts';
import { atPublicPrice } from '../../../scripts/demo/history.ts';
import { addressOf, type DemoListing } from '../../../scripts/demo/listing.ts';
import { RIVAL } from '../../../scripts/demo/listings.ts';
import { listingPage } from '../../../scripts/demo/page.ts';
import { dockOf, expect } from '../harness.ts';
import { clocked, setPageClock, setWorkerClock } from './clock.ts';
import { test } from './clocked-shop.ts';

const priced = (before: string, final: string | null, more: Partial<DemoListing> = {}) => ({
  ...RIVAL,
  skus: RIVAL.skus.map((sku) => ({ ...sku, before, final })),
  ...more,
});

/** What stands on the page each day: two real prices, and three false ones between them. */
const DAYS: { page: string; gated: boolean }[] = [
  { page: listingPage(atPublicPrice(RIVAL, 14_900)), gated: false },
  {
    // hideOtherPrice: 券后 ¥88 起, and no other SKU's price.
    page: listingPage(priced('98.00', '88.00', { chosen: null, ledger: null })).replace(
      '"skuItem":{',
      '"skuItem":{"hideOtherPrice":"true",',
    ),
    gated: true,
  },
  {
    // A round price without a second one where 百亿补贴 is announced.
    page: listingPage(
      priced('9999.00', null, {
        ledger: null,
        coupons: [{ type: 'DAILY_COUPON', applied: true, texts: ['百亿补贴'] }],
      }),
    ),
    gated: true,
  },
  {
    page: listingPage(priced('77.00', null, { ledger: null, degraded: true, loggedIn: false })),
    gated: true,
  },
  { page: listingPage(atPublicPrice(RIVAL, 12_900)), gated: false },
];
const FALSE_PRICES = /¥(?:98|88|77|9,?999)(?![\d.])/;
const atDay = (day: number) => new Date(2026, 10, 9 + day, 10).getTime();

/** Every stored price row. */
function storedRows(page: Page): Promise<Observation[]> {
  return page.evaluate(
    () =>
      new Promise<Observation[]>((resolve, reject) => {
        const opening = indexedDB.open('store');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const rows = opening.result.transaction('observations').objectStore('observations');
          const all: IDBRequest<Observation[]> = rows.index('atMs').getAll();
          all.addEventListener('success', () => {
            opening.result.close();
            resolve(all.result);
          });
        });
      }),
  );
}

test('prices that a page held back are kept as seen, marked, and in no low, change or chart', async ({
  shop,
}) => {
  const address = addressOf(RIVAL);
  await setWorkerClock(shop.context, atDay(0));
  await shop.command({ kind: 'save-settings', patch: { language: 'zh-CN', firstRunDone: true } });
  for (const [day, { page: html, gated }] of DAYS.entries()) {
    await setWorkerClock(shop.context, atDay(day));
    shop.serve(address, clocked(html, atDay(day)));
    const page = await shop.open(RIVAL);
    const { price, snapshot, changes } = await shop.inspection(address);
    expect(snapshot.gated, `day ${day}`).toBe(gated);
    // No gated day is told as a price, and the next real one against the last real one.
    const told = (changes?.changes ?? []).filter(
      ({ kind }) => kind === 'price' || kind === 'ledger',
    );
    if (day < 4) expect(told, `day ${day}`).toEqual([]);
    else {
      expect(new Date(told[0]?.sinceMs ?? 0).toDateString()).toBe(
        new Date(atDay(0)).toDateString(),
      );
      expect(told[0]).toMatchObject({
        which: 'public',
        before: { minFen: 14_900 },
        after: { minFen: 12_900 },
      });
    }
    const lowest = price.extents.map((extent) => extent.lowest?.price.minFen ?? null);
    // On a gated page the lows are those of the days before, or none where its price has no series.
    const low = day === 4 ? 12_900 : 14_900;
    expect(
      lowest.filter((fen) => fen !== null && fen !== low),
      `day ${day}`,
    ).toEqual([]);
    if (!gated) expect(lowest).toContain(low);
    if (day === 4) {
      const dock = await dockOf(page);
      await expect(dock.locator('body')).toContainText('¥129');
      await expect(dock.locator('body')).not.toContainText(FALSE_PRICES);
    }
    await page.close();
  }

  const rows = await storedRows(shop.options);
  expect(rows.map(({ gated, publicPrice }) => [gated, publicPrice?.minFen ?? null])).toEqual([
    [false, 14_900],
    [true, null],
    [true, null],
    [true, null],
    [false, 12_900],
  ]);
  // As seen: the number of each page stands in its row, called no public price.
  const seen = rows.map((row) => JSON.stringify([row.listPrice, row.beforePrice, row.finalPrice]));
  for (const [day, fen] of [8800, 999_900, 7700].entries())
    expect(seen[day + 1], `day ${day + 1}`).toContain(String(fen));

  await shop.command({
    kind: 'watch',
    listingId: `taobao:${RIVAL.itemId}`,
    listId: null,
    on: true,
  });
  await setPageClock(shop.options, atDay(4) + 3_600_000);
  await shop.options.bringToFront();
  await shop.options.goto(new URL('options.html#/watch', shop.options.url()).href);
  const main = shop.options.locator('main');
  await main.locator('.watch-row', { hasText: RIVAL.title }).focus();
  await shop.options.keyboard.press('Enter');
  const detail = main.locator('.detail');
  await expect(detail.locator('.price-chart canvas')).toBeVisible();
  await detail.getByText('数据表').click();
  const table = detail.locator('.history-table tbody');
  const series = rows.filter((row) => row.series === rows.at(-1)?.series);
  await expect(table.locator('tr')).toHaveCount(series.length);
  const marked = series.filter(({ gated }) => gated).length;
  expect(marked).toBeGreaterThan(0);
  await expect(table.getByText('页面没有给出真实价格')).toHaveCount(marked);
  await expect(detail).not.toContainText(FALSE_PRICES);

  // Hover, by key: from the first sight to the last there are the two real ones.
  const tip = detail.locator('.price-chart-tip');
  await detail.locator('.price-chart').focus();
  const said: string[] = [];
  await shop.options.keyboard.press('Home');
  for (let step = 0; step < 4; step += 1) {
    said.push((await tip.textContent()) ?? '');
    await shop.options.keyboard.press('ArrowRight');
  }
  expect(new Set(said).size).toBe(2);
  expect(said[0]).toContain('公开到手价 ¥149');
  expect(said[1]).toContain('公开到手价 ¥129');
  for (const text of said) expect(text).not.toMatch(FALSE_PRICES);
});
