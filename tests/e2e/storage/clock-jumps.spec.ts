import type { Page } from '@playwright/test';
import { addressOf } from '../../../scripts/demo/listing.ts';
import { atPlainPrice } from '../../../scripts/demo/history.ts';
import { PLAIN } from '../../../scripts/demo/listings.ts';
import { listingPage } from '../../../scripts/demo/page.ts';
import { expect } from '../harness.ts';
import { exactly, none, say, scaled } from '../hostile/campaign.ts';
import { clocked, setWorkerClock } from '../month/clock.ts';
import { test } from '../month/clocked-shop.ts';

const DAY = 86_400_000;
const LISTING = `taobao:${PLAIN.itemId}`;

type Row = { series: string; atMs: number; fen: number | null; cameAfterMs: number | null };

/** Every stored price of the listing, as the database has them in order. */
async function pricesOf(options: Page): Promise<Row[]> {
  return options.evaluate(async (listingId) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('store');
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const asked = db.transaction('observations').objectStore('observations').getAll();
    await new Promise((resolve) => asked.addEventListener('success', resolve));
    db.close();
    return (asked.result as Record<string, unknown>[])
      .filter((row) => row['listingId'] === listingId)
      .map((row) => ({
        series: row['series'] as string,
        atMs: row['atMs'] as number,
        fen: (row['publicPrice'] as { minFen: number } | null)?.minFen ?? null,
        cameAfterMs: (row['cameAfterMs'] as number | undefined) ?? null,
      }));
  }, LISTING);
}

test('a clock that jumps back three days and forward a year: order kept, no row dropped, doubt shown', async ({
  shop,
}) => {
  const jumps = scaled(100);
  test.setTimeout(60_000 + jumps * 15_000);
  await shop.command({ kind: 'save-settings', patch: { language: 'zh-CN', firstRunDone: true } });
  const nowMs = Date.now();
  const truth = [nowMs - 30 * DAY, nowMs - 20 * DAY, nowMs - 10 * DAY];
  const jumped = Array.from({ length: jumps }, (_, jump) => {
    const dayMs = nowMs - 10 * DAY + Math.floor(jump / 2) * 60_000 * 15;
    return jump % 2 === 0 ? dayMs - 3 * DAY : dayMs + 365 * DAY;
  });
  const visits = [...truth, ...jumped].map((atMs, turn) => ({ atMs, yuan: 100 + turn }));
  const page = await shop.context.newPage();
  for (const [turn, { atMs, yuan }] of visits.entries()) {
    await setWorkerClock(shop.context, atMs);
    const listing = atPlainPrice(PLAIN, String(yuan));
    shop.serve(addressOf(PLAIN), clocked(listingPage(listing), atMs));
    await page.goto(addressOf(PLAIN));
    const seen = async () =>
      (await pricesOf(shop.options)).filter(({ fen }) => fen === yuan * 100).length;
    await expect.poll(seen, { timeout: 30_000, message: `visit ${turn}` }).toBeGreaterThan(0);
  }

  const rows = await pricesOf(shop.options);
  const bySeries = Map.groupBy(rows, ({ series }) => series);
  const wanted = visits.toSorted((a, b) => a.atMs - b.atMs).map(({ yuan }) => yuan * 100);
  const wrongOrder = [...bySeries.values()].filter(
    (own) => own.map(({ fen }) => fen).join() !== wanted.join(),
  );
  const dropped = visits.filter(({ yuan }) => rows.every(({ fen }) => fen !== yuan * 100));
  // Each visit that came after one with a later time says so.
  const marks = new Set(rows.filter((row) => row.cameAfterMs !== null).map((row) => row.fen));
  const back = visits.filter(({ atMs }, turn) => atMs < (visits[turn - 1]?.atMs ?? 0));

  // What the operator sees: every row in order, and of each that can't be relied on why.
  const list = { id: 'jumps', name: '时钟', entries: [{ listingId: LISTING, addedAtMs: nowMs }] };
  await shop.command({ kind: 'save-list', list, baseRevision: null });
  const { options } = shop;
  await options.bringToFront();
  await options.goto(`${options.url().split('#')[0]}#/watch`);
  await options.getByText(PLAIN.title).first().click();
  const history = options.locator('.history');
  const doubtful = visits.length - 2;
  await expect(history).toContainText(`${doubtful} 次记录的时间存疑：电脑时钟被调过`);
  await history.locator('summary').click();
  const table = history.locator('.history-table-box tbody tr');
  await expect(table).toHaveCount(visits.length);
  const shown = await table.evaluateAll((lines) =>
    lines.map((line) => ({
      yuan: Number(/[\d.]+/.exec(line.children[2]?.textContent?.replace(',', '') ?? '')?.[0]),
      why: line.querySelector('.history-suspect')?.textContent ?? '',
    })),
  );
  await options.screenshot({ path: test.info().outputPath('clock-jumps.png') });
  const unmarked = shown.filter(({ why }) => !why.startsWith('时间存疑')).map(({ yuan }) => yuan);

  say(`${jumps} jumps of the clock, back three days and forward a year`, {
    'series out of order': none(wrongOrder.length),
    'visits dropped': none(dropped.length),
    'visits marked that came after a later one': exactly(marks.size, back.length),
    'rows shown with their doubt': exactly(shown.length - unmarked.length, doubtful),
  });
  expect(wrongOrder).toEqual([]);
  expect(dropped).toEqual([]);
  expect(marks).toEqual(new Set(back.map(({ yuan }) => yuan * 100)));
  expect(shown.map(({ yuan }) => yuan * 100)).toEqual(wanted.toReversed());
  expect(unmarked).toEqual([101, 100]);
});
