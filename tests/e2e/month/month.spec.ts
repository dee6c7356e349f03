import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { cellText, type Cell } from '../../../lib/transfer/tables/grid.ts';
import { readGrids } from '../../../lib/transfer/tables/read-grids.ts';
import { DEMO_BENCHMARK } from '../../../scripts/demo/demo-benchmark.ts';
import { addressOf } from '../../../scripts/demo/listing.ts';
import { listingPage } from '../../../scripts/demo/page.ts';
import { keepFigure } from '../../figures.ts';
import { dockOf, expect, type Shop } from '../harness.ts';
import { clocked, setPageClock, setWorkerClock } from './clock.ts';
import { test } from './clocked-shop.ts';
import { dayText, PROMO_LINE, weekFigures, type Figures } from './expected.ts';
import { ACTORS, atDay, DAYS, isWorkday, visitDays } from './world.ts';

/** Four weeks in the long run; in `npm test` the last week, and the end of the one before it. */
const START = process.env['CAMPAIGN'] === 'whole' ? 0 : DAYS - 11;
const idOf = (itemId: string) => `taobao:${itemId}`;

test('a month of visits ends in a weekly report whose every figure is the simulation’s', async ({
  shop,
}) => {
  test.setTimeout(process.env['CAMPAIGN'] === 'whole' ? 2_400_000 : 180_000);
  await setUp(shop);
  const seen = new Map(ACTORS.map(({ listing }) => [listing.itemId, [START]]));
  for (let day = START + 1; day < DAYS; day += 1) {
    if (isWorkday(day)) {
      for (const itemId of await goRound(shop, day)) seen.get(itemId)?.push(day);
    }
    const isSunday = day % 7 === 6;
    if (isSunday && (day - 13 >= START || day === DAYS - 1)) await checkReport(shop, day - 6);
  }
  // The round opened what was due and nothing else.
  for (const actor of ACTORS)
    expect(seen.get(actor.listing.itemId)).toEqual(visitDays(actor, START));
  const visits = [...seen.values()].reduce((sum, days) => sum + days.length, 0);
  const found = `${DAYS - START} days, ${visits} visits, ${reports} reports, ${checked} cells and lines`;
  const wrong = test.info().errors.length;
  keepFigure({
    campaign: 'a month of visits',
    figure: `wrong in the weekly reports (${found})`,
    value: String(wrong),
    limit: '0',
    met: wrong === 0,
  });
  process.stdout.write(`a month of visits: ${found} checked, ${wrong} wrong\n`);
});

/** How many reports were held to the simulation, and how much in them. */
let [reports, checked] = [0, 0];

/**
 * The first day: benchmark and my shop, every listing opened and starred in its dock, and two lists
 * with their rhythms.
 */
async function setUp(shop: Shop): Promise<void> {
  await setDay(shop, START);
  await shop.command({ kind: 'save-settings', patch: { language: 'zh-CN', firstRunDone: true } });
  const ladder = { dailyFen: null, promoFen: PROMO_LINE * 100, memberFen: null, floorFen: null };
  await shop.command({
    kind: 'save-benchmark',
    benchmark: { ...DEMO_BENCHMARK, ladder },
    baseRevision: null,
  });
  for (const { listing, mine } of ACTORS) {
    const { shopId, sellerId, name } = listing.shop;
    if (mine) await shop.command({ kind: 'set-my-shop', shopId, sellerId, name, on: true });
  }
  for (const { listing } of ACTORS) {
    const page = await shop.open(listing);
    expectReadOn(START, await shop.inspection(addressOf(listing)));
    const dock = await dockOf(page);
    const starred = dock.getByRole('button', { name: '已关注' });
    // The dock takes a click only when it has been in sight for half a second.
    await expect(async () => {
      if (await starred.isVisible()) return;
      await dock.getByRole('button', { name: '关注', exact: true }).click({ timeout: 1000 });
      await expect(starred).toBeVisible({ timeout: 1000 });
    }, listing.title).toPass({ timeout: 10_000 });
    await page.close();
  }
  for (const everyDays of [1, 3] as const) {
    const watched = ACTORS.filter((actor) => actor.everyDays === everyDays);
    const entries = watched.map(({ listing }) => ({
      listingId: idOf(listing.itemId),
      addedAtMs: atDay(START),
    }));
    const list = {
      id: `every-${everyDays}`,
      name: `每 ${everyDays} 天`,
      entries,
      dueDays: everyDays,
    };
    await shop.command({ kind: 'save-list', list, baseRevision: null });
  }
}

/** Sets every clock to a day, and the pages to what stands on them then. */
async function setDay(shop: Shop, day: number): Promise<void> {
  const atMs = atDay(day);
  await setWorkerClock(shop.context, atMs);
  await setPageClock(shop.options, atMs);
  for (const actor of ACTORS)
    shop.serve(addressOf(actor.listing), clocked(listingPage(actor.page(day)), atMs));
}

/** One day's round, by the key N from the options page; answers with the items that it opened. */
async function goRound(shop: Shop, day: number): Promise<string[]> {
  await setDay(shop, day);
  await shop.options.bringToFront();
  await shop.options.goto(new URL('options.html#/watch', shop.options.url()).href);
  await shop.options.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(shop.options.locator('.due-bar [role=status]')).toContainText('个商品到期');
  const opened: Page[] = [];
  let presses = 0;
  // The button goes as soon as the last one that was due has been seen.
  const waits = () =>
    shop.options.evaluate(
      () => document.querySelector<HTMLButtonElement>('.due-bar > button')?.disabled === false,
    );
  while (await waits()) {
    // The room may not have been drawn since the last press: one that finds nothing opens nothing.
    const page = shop.context.waitForEvent('page', { timeout: 3000 }).catch(() => null);
    await shop.options.bringToFront();
    await shop.options.keyboard.press('n');
    const next = await page;
    if (next !== null) opened.push(next);
    presses += 1;
    if (presses > 2 * ACTORS.length) throw new Error('the round does not end');
  }
  const items: string[] = [];
  for (const page of opened) {
    await page.waitForLoadState();
    const address = page.url();
    const state = async () => (await shop.answerNow(address)).state;
    await expect.poll(state, { timeout: PATIENCE_MS, message: address }).toBe('inspected');
    expectReadOn(day, await shop.inspection(address));
    items.push(new URL(address).searchParams.get('id') ?? '');
  }
  if (day === DAYS - 4) await noteInDock(opened[0]);
  await Promise.all(opened.map((page) => page.close()));
  return items;
}

/** A page that was read by another clock would be of no week of the simulation's. */
function expectReadOn(day: number, { capturedAtMs }: { capturedAtMs: number }): void {
  expect(new Date(capturedAtMs).toDateString()).toBe(new Date(atDay(day)).toDateString());
}

/** How long a page may take to be read on a machine that others use too. */
const PATIENCE_MS = 60_000;

const NOTE = '盯住券后价';

/** Types a note on the way, in the dock of the listing that is open. */
async function noteInDock(page: Page | undefined): Promise<void> {
  if (page === undefined) throw new Error('nothing was opened');
  await page.bringToFront();
  const dock = await dockOf(page);
  await dock.getByRole('textbox', { name: '备注' }).fill(NOTE);
  await expect(dock.getByText('已保存')).toBeVisible();
}

type Row = Record<string, string>;

/** The report of the week from day `from` on, as XLSX and as Markdown, held to the simulation. */
async function checkReport(shop: Shop, from: number): Promise<void> {
  const lastDay = from + 6;
  await shop.options.bringToFront();
  await shop.options.goto(new URL('options.html#/report', shop.options.url()).href);
  await shop.options.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const room = shop.options.locator('main');
  await expect(room).toContainText(`${dayText(from)} ~ ${dayText(lastDay)}`);
  const figures = weekFigures(from, START);
  reports += 1;

  const file = await saved(shop.options, '存为 XLSX');
  const read = await readGrids(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  const sheets = new Map(read.grids.map(({ name, rows }) => [name, tableOf(rows)]));
  expect([...sheets.keys()]).toEqual(['一览', '价格', '变化', '说明']);
  for (const told of figures) expectOverview(told, sheets.get('一览') ?? []);
  expect(sheets.get('一览')).toHaveLength(figures.length);
  for (const told of figures) expectPrices(told, sheets.get('价格') ?? []);
  expectChanges(figures, sheets.get('变化') ?? []);

  const markdown = readFileSync(await saved(shop.options, '存为 Markdown 文件'), 'utf8');
  expectMarkdown(figures, markdown);
}

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return (await download).path();
}

/** The rows of a sheet by the names of its head. */
function tableOf(rows: readonly { cells: Cell[] }[]): Row[] {
  const [head, ...body] = rows.map(({ cells }) => cells.map(cellText));
  return body.map((cells) =>
    Object.fromEntries((head ?? []).map((name, index) => [name, cells[index] ?? ''])),
  );
}

const shown = (yuan: number | null, isFrom: boolean) =>
  yuan === null ? '' : isFrom ? `¥${yuan} 起` : String(yuan);
const rounded = (yuan: number) => String(Math.round(yuan * 100) / 100);
const isoDay = (day: number) => dayText(day).replaceAll('/', '-');

function titleNow({ actor, seen }: Figures): string {
  return actor.scene(seen.at(-1) ?? 0).title;
}

/** Each cell of a listing's row in the overview. */
function expectOverview(told: Figures, rows: Row[]): void {
  const { actor, last, isFrom = actor.isFrom } = { ...told };
  const row = rows.find((one) => one['网址']?.endsWith(actor.listing.itemId));
  const mine = weekMine(told);
  const moved = last === null || told.beforeLast === null ? null : last.price - told.beforeLast;
  const apart = last === null || actor.mine || mine === null || isFrom ? null : last.price - mine;
  checked += 18;
  expect.soft(row, actor.listing.title).toMatchObject({
    基准: DEMO_BENCHMARK.name,
    本店: actor.mine ? '是' : '否',
    商品: titleNow(told),
    店铺: actor.listing.shop.name,
    规格: actor.series,
    最近公开到手价: last === null ? '页面未给价' : shown(last.price, isFrom),
    最近看到: last === null ? '' : isoDay(last.day),
    期内最低: shown(told.lowest, isFrom),
    期内最高: shown(told.highest, isFrom),
    上期末价: shown(told.beforeLast, isFrom),
    '较上期（元）': moved === null ? '' : String(moved),
    较上期: movedText(moved, told, last === null),
    '与本店相差（元）': apart === null ? '' : rounded(apart),
    看过天数: String(told.seen.length),
    已过天数: '7',
    最长未看天数: String(told.longestGap),
    变化数: String(told.changes.length),
  });
}

function movedText(moved: number | null, told: Figures, isUnseen: boolean): string {
  if (moved === null) return isUnseen ? '—' : '上期没看到';
  const entry = told.actor.isFrom ? '起价' : '';
  if (moved === 0) return `${entry}没变`;
  const share = Math.abs((moved / (told.beforeLast ?? 1)) * 100);
  const [word, sign] = moved < 0 ? ['降', '−'] : ['升', '+'];
  return `${entry}${word} ¥${Math.abs(moved)}（${sign}${Number(share.toFixed(1))}%）`;
}

/** My own listing's last price of the same week. */
function weekMine({ seen }: Figures): number | null {
  const own = ACTORS.find(({ mine }) => mine);
  const last = seen.length === 0 ? undefined : Math.max(...seen);
  if (own === undefined || last === undefined) return null;
  const week = Math.floor(last / 7) * 7;
  const days = visitDays(own, START).filter((day) => day >= week && day < week + 7);
  return own.scene(days.at(-1) ?? 0).public;
}

/** Each series' row: the shown one, and of a shop without promotions every SKU's. */
function expectPrices(told: Figures, rows: Row[]): void {
  const { actor, last } = told;
  const own = rows.filter((row) => row['商品'] === titleNow(told));
  const names = actor.isFrom && last !== null ? actor.scene(last.day).skus : [];
  expect.soft(own.map((row) => row['规格'])).toEqual([actor.series, ...names.toSorted()]);
  for (const row of own) {
    const isFrom = row['规格'] === actor.series && actor.isFrom;
    const moved = last === null || told.beforeLast === null ? null : last.price - told.beforeLast;
    checked += 10;
    expect.soft(row, actor.listing.title).toMatchObject({
      最近公开到手价: shown(last?.price ?? null, isFrom),
      期内最低: shown(told.lowest, isFrom),
      期内最高: shown(told.highest, isFrom),
      上期末价: shown(told.beforeLast, isFrom),
      上期最低: shown(told.beforeLowest, isFrom),
      上期最高: shown(told.beforeHighest, isFrom),
      '较上期（元）': moved === null ? '' : String(moved),
      读到价次数: String(told.priced),
      读不到次数: '0',
      页面未给价次数: String(told.gated),
    });
    if (told.account !== null) expect(row['本账号到手价']).toBe(rounded(told.account));
  }
}

/** Every row of changes, and none besides. */
function expectChanges(figures: Figures[], rows: Row[]): void {
  const line = (day: string, title: string, row: (string | undefined)[]) =>
    [day, title, ...row].join(' | ');
  const expected = figures.flatMap((told) =>
    told.changes.map((row) =>
      line(dayText(row.day), titleNow(told), [row.what, row.sku, row.before, row.after, row.marks]),
    ),
  );
  const found = rows.map((row) =>
    line((row['时间'] ?? '').slice(0, 10), row['商品'] ?? '', [
      row['变化'],
      row['规格'],
      row['原来'],
      row['现在'],
      row['命中规则'],
    ]),
  );
  checked += expected.length;
  expect.soft(found.toSorted()).toEqual(expected.toSorted());
}

/** The overview and the changes in words. */
function expectMarkdown(figures: Figures[], text: string): void {
  const seen = figures.filter((told) => told.seen.length > 0).length;
  const moves = figures.flatMap((told) =>
    told.last === null || told.beforeLast === null ? [] : [told.last.price - told.beforeLast],
  );
  const changes = figures.flatMap((told) => told.changes);
  expect
    .soft(text)
    .toContain(
      `${figures.length} 个商品，看到 ${seen} 个 · 降价 ${moves.filter((move) => move < 0).length} 个，涨价 ${moves.filter((move) => move > 0).length} 个 · ${changes.length} 处变化，${changes.filter((row) => row.marks !== '').length} 处命中规则`,
    );
  for (const told of figures) {
    const days = `看过 ${told.seen.length}/7 天，最长 ${told.longestGap} 天未看`;
    const row = text
      .split('\n')
      .find((one) => one.startsWith('| ') && one.includes(titleNow(told)));
    expect.soft(row).toContain(told.last === null ? '页面未给价' : `¥${told.last.price}`);
    expect.soft(row).toContain(days);
    checked += 2;
  }
}
