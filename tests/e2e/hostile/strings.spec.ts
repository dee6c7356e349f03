import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ROOMS } from '../../../components/options/rooms.ts';
import { openPopup, tabOf } from '../../../scripts/demo/browser.ts';
import { dockOf, expect, test, type Shop } from '../harness.ts';
import { none, say } from './campaign.ts';
import { badExports, missingIn, takenFile, type Taken } from './exported.ts';
import { hostileStrings, SURE_HIT } from './hostile-strings.ts';
import { hostileListing, PER_ROUND, serveListing, writeEverything } from './strings-shop.ts';

/** In which forms a table leaves a room besides its copy; every room has the first two. */
const EXPORT_FORMS = ['存为 XLSX 文件', '存为 CSV 文件', '复制为 Markdown 表格'];

type Heard = { hits: string[]; violations: string[] };

/** Listens in every page and frame: for what runs, and for what the policy stopped. */
async function listenEverywhere(shop: Shop): Promise<Heard> {
  const heard: Heard = { hits: [], violations: [] };
  const { context } = shop;
  await context.exposeBinding('hit', ({ frame }, n) => heard.hits.push(`${n} in ${frame.url()}`));
  await context.exposeBinding('violated', (_, what: string) => heard.violations.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const told = `${event.violatedDirective} ${event.blockedURI} ${event.documentURI}`;
      Reflect.get(globalThis, 'violated')(told);
    });
  });
  context.on('dialog', (dialog) => {
    heard.hits.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('console', (line) => {
    if (/content security policy|trusted ?types?/i.test(line.text()))
      heard.violations.push(line.text());
  });
  return heard;
}

/** The button beside a table that has every form in which it leaves. */
function exportMenu(page: Page) {
  return page.getByRole('button', { name: '其他导出方式' }).first();
}

/** The files and texts in which a room's table leaves it. */
async function takeTables(page: Page): Promise<Taken[]> {
  const taken: Taken[] = [];
  const more = exportMenu(page);
  if ((await more.count()) === 0 || (await more.isDisabled())) return taken;
  await page.evaluate(() => {
    const copied: string[] = [];
    Object.assign(globalThis, { copied });
    navigator.clipboard.writeText = async (text) => void copied.push(text);
  });
  await page.getByRole('button', { name: '复制表格' }).first().click();
  const items = page.getByRole('menuitem');
  let forms: string[] = [];
  await expect(async () => {
    if (!(await items.first().isVisible())) await more.click({ timeout: 2000 });
    const offered = await items.allInnerTexts();
    forms = EXPORT_FORMS.filter((form) => offered.some((text) => text.includes(form)));
    expect(forms).toEqual(expect.arrayContaining(EXPORT_FORMS.slice(0, 2)));
  }).toPass({ timeout: 30_000 });
  for (const form of forms) {
    const download = form.startsWith('存')
      ? page.waitForEvent('download', { timeout: 30_000 })
      : null;
    // Rows that come in meanwhile may close the menu under the pointer.
    const item = page.getByRole('menuitem', { name: form }).first();
    await expect(async () => {
      if (!(await item.isVisible())) await more.click({ timeout: 2000 });
      await item.dispatchEvent('click', undefined, { timeout: 2000 });
    }).toPass({ timeout: 30_000 });
    if (download === null) continue;
    const file = await download;
    taken.push(await takenFile(file.suggestedFilename(), readFileSync(await file.path())));
  }
  await page.waitForTimeout(200);
  const copied = await page.evaluate(() => Reflect.get(globalThis, 'copied') as string[]);
  for (const [index, text] of copied.entries()) taken.push({ name: `copied-${index}.txt`, text });
  expect(taken.length).toBeGreaterThanOrEqual(forms.length + 1);
  return taken;
}

/** The backup file as the operator saves it. */
async function takeBackup(page: Page): Promise<Taken> {
  await page.goto(new URL('options.html#/backup', page.url()).href);
  await page.bringToFront();
  const download = page.waitForEvent('download', { timeout: 30_000 });
  await page.getByRole('button', { name: '保存备份文件' }).click();
  const file = await download;
  return takenFile(file.suggestedFilename(), readFileSync(await file.path()));
}

/** Everything that shows the strings, looked at once. */
async function lookEverywhere(shop: Shop, address: string, round: number) {
  const { options } = shop;
  const page = await shop.open(address);
  const dock = await dockOf(page);
  for (const button of await dock.locator('[aria-expanded="false"]').all())
    await button.click({ timeout: 500 }).catch(() => {});
  await dock
    .locator('.title-more')
    .click({ timeout: 500, delay: 600 })
    .catch(() => {});
  const popup = await openPopup(shop.context);
  await expect
    .poll(() => popup.evaluate<string>('document.body.innerText'), { timeout: 20_000 })
    .toContain('防晒衣');
  await popup.close();

  const tabId = await tabOf(options, address);
  const base = options.url();
  const taken: Taken[] = [];
  for (const path of [`popup.html?tab=${tabId}`, 'sidepanel.html']) {
    await options.goto(new URL(path, base).href);
    await options.waitForTimeout(500);
  }
  // A tab behind another draws nothing, and takes no click that waits for it.
  await options.bringToFront();
  const id = `round-${round}`;
  const listingId = `taobao:${new URL(address).searchParams.get('id')}`;
  const rooms = [
    ...ROOMS,
    `watch/${id}`,
    `changes/${id}`,
    `benchmarks/${id}`,
    `benchmarks/${id}/keywords`,
    `benchmarks/${id}/points`,
    `benchmarks/${id}/ladder`,
    `import/${id}`,
    `compare/${encodeURIComponent([listingId, 'taobao:100000000202'].join('+'))}`,
  ];
  for (const room of rooms) {
    await options.goto(new URL(`options.html#/${room}`, base).href);
    await options.waitForTimeout(350);
    const hasTable = room === `watch/${id}` || room.startsWith('compare/');
    if (hasTable) await expect(exportMenu(options)).toBeEnabled({ timeout: 20_000 });
    taken.push(...(await takeTables(options)));
  }
  await page.close();
  return taken;
}

/** Files with a string for a name and strings in their cells, given to import and restore. */
async function giveFiles(shop: Shop, strings: readonly string[]): Promise<void> {
  const { options } = shop;
  const rows = strings.map((text) => `"${text.replaceAll('"', '""')}",100`);
  const buffer = Buffer.from(`搜索词,搜索人气\n${rows.join('\n')}\n`);
  for (const room of ['import', 'backup']) {
    for (const name of strings.slice(0, 3)) {
      await options.goto(new URL(`options.html#/${room}`, options.url()).href);
      await options.reload();
      const transfer = await options.evaluateHandle(
        ([fileName, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], fileName, { type: 'text/csv' }));
          return data;
        },
        [name, String(buffer)] as const,
      );
      await options.locator('.drop').first().dispatchEvent('drop', { dataTransfer: transfer });
      await options.waitForTimeout(400);
    }
  }
}

test('hostile strings run nowhere and break no policy, on any surface or in any export', async ({
  shop,
}) => {
  const strings = hostileStrings();
  test.setTimeout(60_000 + strings.length * 15_000);
  const heard = await listenEverywhere(shop);
  await shop.options.reload();
  await shop.loadDemo();

  // Where nothing holds a string back it is heard: else silence would mean nothing.
  const open = 'https://detail.tmall.com/open.htm';
  shop.serve(open, `<!doctype html><link rel="icon" href="data:,">${SURE_HIT}`);
  const page = await shop.open(open);
  await expect.poll(() => heard.hits.length).toBe(1);
  await page.close();
  await shop.options.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'p { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => heard.violations.length).toBeGreaterThan(0);
  // It is told twice, by the event and by the console.
  await shop.options.waitForTimeout(1000);
  heard.hits.length = 0;
  heard.violations.length = 0;
  // The picture that this one asked for in vain.
  shop.refused.length = 0;

  const taken: Taken[] = [];
  for (let round = 0; round * PER_ROUND < strings.length; round += 1) {
    const part = strings.slice(round * PER_ROUND, (round + 1) * PER_ROUND);
    const listing = hostileListing(round, part);
    const address = serveListing(shop, listing);
    await writeEverything(shop, round, part, listing);
    taken.push(...(await lookEverywhere(shop, address, round)));
    await giveFiles(shop, part);
  }
  const backup = await takeBackup(shop.options);
  const bad = badExports([...taken, { ...backup, text: '' }]);
  const lost = missingIn(backup.text, strings);
  say('hostile strings through every surface', {
    strings: strings.length,
    'exports taken': taken.length,
    executions: none(heard.hits.length),
    'policy violations': none(heard.violations.length),
    'addresses asked for': none(shop.refused.length),
    'cells that would run, names that are no names': none(bad.length),
    'strings that a backup holds otherwise': none(lost.length),
  });
  expect(heard.hits).toEqual([]);
  expect(heard.violations).toEqual([]);
  expect(shop.refused).toEqual([]);
  expect(bad).toEqual([]);
  expect(lost).toEqual([]);
  expect(taken.some(({ name }) => name.endsWith('.xlsx'))).toBe(true);
  expect(taken.length).toBeGreaterThanOrEqual(2 * EXPORT_FORMS.length);
});
