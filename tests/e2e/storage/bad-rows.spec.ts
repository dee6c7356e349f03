import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { checkBackup, textIn } from '../../../lib/transfer/read-backup.ts';
import { ask } from '../../../scripts/demo/browser.ts';
import { MINE } from '../../../scripts/demo/listings.ts';
import { expect, test } from '../harness.ts';
import { exactly, none, say, scaled } from '../hostile/campaign.ts';
import { storedRows } from '../hostile/stores.ts';

const LISTING = `taobao:${MINE.itemId}`;
/** A listing that has no note. */
const UNNOTED = 'taobao:100000000999';
const DAY = 86_400_000;

/** A note that its row said before it was damaged, as an update that reads it again would find it. */
const MENDED = '能读的那一版';

/**
 * Writes rows that nothing can parse past the extension's own code, into all four tables that hold what
 * was written and what was seen; by turns as a fault, a stranger and a later version might leave them.
 */
async function poison(options: Page, rows: number, nowMs: number): Promise<void> {
  await options.evaluate(
    async ([count, listingId, atMs]) => {
      const series = `${listingId}|page|exact`;
      const record = { revision: 1, createdAtMs: 1, updatedAtMs: 1, deleted: 0, operationId: 'x' };
      const bad: ((n: number) => [table: string, row: object])[] = [
        (n) => [
          'records',
          { ...record, key: `note/taobao:9${n}`, value: { text: n }, checksum: '0' },
        ],
        (n) => ['records', { ...record, key: `benchmark/bad-${n}`, value: null, checksum: 'none' }],
        (n) => ['records', { key: `nobody knows/${n}`, when: new Date(0) }],
        (n) => ['observations', { series, listingId, atMs: atMs + n }],
        (n) => ['observations', { series, listingId, atMs: `never ${n}`, publicPrice: '12' }],
        (n) => ['observations', { series: `s${n}`, atMs: -1 - n, more: new Map([[1, 2n]]) }],
        (n) => ['changes', { listingId, atMs: atMs + n, changes: [{ kind: 'nothing known' }] }],
        (n) => ['latest', { listingId: `taobao:7${n}`, seenAtMs: atMs, snapshot: { title: n } }],
      ];
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('store');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error));
      });
      const write = db.transaction(['records', 'observations', 'changes', 'latest'], 'readwrite');
      for (let n = 0; n < count; n += 1) {
        const [table, row] = (bad[n % bad.length] as (typeof bad)[number])(n);
        write.objectStore(table).put(row);
      }
      await new Promise((resolve, reject) => {
        write.addEventListener('complete', resolve);
        write.addEventListener('abort', () => reject(write.error));
      });
      db.close();
    },
    [rows, LISTING, nowMs] as const,
  );
}

/**
 * Mends one row that was set aside, as after an update that can read it, and puts it at the head of the
 * list, which draws only what is in sight; gives the id of its row.
 */
async function mend(options: Page): Promise<string> {
  return options.evaluate(
    async ([key, text]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('store');
        opening.addEventListener('success', () => resolve(opening.result));
      });
      const store = db.transaction('quarantine', 'readwrite').objectStore('quarantine');
      const all = await new Promise<{ id: string; key: string; row: object }[]>((resolve) => {
        const asked = store.getAll();
        asked.addEventListener('success', () => resolve(asked.result));
      });
      const own = all.find((row) => row.key.startsWith('note/taobao:9'));
      if (own === undefined) throw new Error('no note was set aside');
      const listingId = own.key.slice('note/'.length);
      const value = { listingId, text, tags: [], updatedAtMs: 1 };
      const put = store.put({
        ...own,
        atMs: Date.now(),
        key,
        row: { ...own.row, value: { ...value, listingId: key.slice(5) } },
      });
      await new Promise((resolve) => put.addEventListener('success', resolve));
      db.close();
      return own.id;
    },
    [`note/${UNNOTED}`, MENDED] as const,
  );
}

const goodRows = async (options: Page) =>
  (await storedRows(options)).filter((row) => /^(records|observations|changes|latest) /.test(row));
const quarantined = async (options: Page) =>
  (await storedRows(options)).filter((row) => row.startsWith('quarantine ')).length;

test('rows that don’t parse are set aside, listed and come back mended; every other row is shown', async ({
  shop,
}) => {
  test.setTimeout(180_000);
  const rows = scaled(1000);
  await shop.loadDemo();
  // The visit below replaces the newest snapshot of its listing.
  const before = (await goodRows(shop.options)).filter(
    (row) => !row.startsWith(`latest {"listingId":"${LISTING}"`),
  );
  await poison(shop.options, rows, Date.now() - 2 * DAY);
  // Shown past them, before anything has looked for them.
  await shop.open(MINE);
  const address = `https://${MINE.host}/item.htm?id=${MINE.itemId}`;
  expect((await shop.inspection(address)).coverage?.total).toBeGreaterThan(0);

  // A browser's start verifies everything.
  await shop.restart();
  const { options } = shop;
  await expect.poll(() => quarantined(options), { timeout: 60_000 }).toBe(rows);
  const readAgain = (await goodRows(options)).filter((row) => before.includes(row));

  // Listed, each of them; the list scrolls to its end.
  await options.goto(`${options.url().split('#')[0]}#/health`);
  const panel = options.getByRole('region', { name: '另外放着的内容' });
  await expect(panel.getByRole('heading')).toHaveText(`另外放着的内容：${rows} 条`);
  await panel.locator('[role=row], tr').nth(1).scrollIntoViewIfNeeded();

  // As text, to be kept elsewhere.
  await shop.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel
    .getByRole('button', { name: /^复制原文/ })
    .first()
    .click();
  await expect(options.getByText('原文已复制')).toBeVisible();
  const copied = await options.evaluate(() => navigator.clipboard.readText());

  // One that can be read by now comes back at a click.
  await mend(options);
  await options.reload();
  const back = panel.getByRole('button', { name: /^放回去：/ });
  await expect(back).toHaveCount(1);
  await back.click();
  await expect(options.getByText('已放回', { exact: true }).first()).toBeVisible();
  const note = (await goodRows(options)).find((row) => row.includes(`"note/${UNNOTED}"`)) ?? '';

  // A backup holds every good row and none of the bad ones.
  await options.goto(`${options.url().split('#')[0]}#/backup`);
  const downloading = options.waitForEvent('download');
  await options.getByRole('button', { name: '保存备份文件' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  const checked = await checkBackup(textIn(text), text.length, () => {});
  const alive = await ask(options, 'ready', null);

  const lost = before.length - readAgain.length;
  const crashes = shop.noise.filter((line) => /uncaught|TypeError|DataError/i.test(line));
  say(`${rows} rows that don’t parse, in the built extension`, {
    'set aside and listed': exactly(await quarantined(options), rows),
    'good rows that are not there any more': none(lost),
    'errors that nobody caught': none(crashes.length),
  });
  expect(lost, before.filter((row) => !readAgain.includes(row)).join('\n')).toBe(0);
  expect(crashes).toEqual([]);
  expect(copied).toContain('"why"');
  expect(note).toContain(MENDED);
  expect([checked.ok, text.includes('nobody knows'), text.includes(MENDED)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(alive).toEqual({ ok: true, value: { state: 'ok' } });
});
