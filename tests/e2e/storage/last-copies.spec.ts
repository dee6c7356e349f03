import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { importRows } from '../../../lib/benchmark/keyword-import.ts';
import { packWords } from '../../../lib/benchmark/packed-rows.ts';
import { textIn, checkBackup } from '../../../lib/transfer/read-backup.ts';
import { openPopup } from '../../../scripts/demo/browser.ts';
import { aBenchmark } from '../../unit/db/examples.ts';
import { expect, test, type Shop } from '../harness.ts';
import { exactly, none, say } from '../hostile/campaign.ts';
import { storedRows } from '../hostile/stores.ts';
import { deleteFolder, folderOf, type StoreName } from './damage.ts';

/** Chromium tries for seconds, several times over, to open what can't be opened. */
const SOON = { timeout: 60_000 };
const WORDS = Array.from({ length: 500 }, (_, i) => ({
  word: `防晒衣 ${i}`,
  metrics: [{ source: '生意参谋', kind: '搜索人气', period: '7d', min: i, max: i * 2 }],
}));

/** The demo's history and an import; answers with the rows of the history as they lie. */
async function prepare(shop: Shop): Promise<string[]> {
  await shop.loadDemo();
  const own = { benchmarkId: 'b1', fileName: 'words.csv', source: '生意参谋', period: '7d' };
  await shop.command({ kind: 'save-benchmark', benchmark: aBenchmark('b1'), baseRevision: null });
  await shop.command({
    kind: 'import-keywords',
    importId: 'i1',
    ...own,
    packed: packWords(WORDS),
    baseRevision: null,
  });
  const rows = await history(shop);
  expect(rows.length).toBeGreaterThan(150);
  return rows;
}

async function history(shop: Shop): Promise<string[]> {
  const rows = await storedRows(shop.options);
  const own = rows.filter((row) => /^(observations|changes) /.test(row));
  return own.map(canonical).toSorted();
}

async function closed(shop: Shop, stores: StoreName[]): Promise<string[]> {
  const id = new URL(shop.options.url()).host;
  await shop.context.close();
  return stores.map((store) => {
    const folder = folderOf(shop.profile, store, id);
    if (folder === null) throw new Error(`no ${store}`);
    return folder;
  });
}

test('a database that can’t be opened: the file saved holds the history and the imports', async ({
  shop,
}) => {
  test.setTimeout(240_000);
  const before = await prepare(shop);
  for (const folder of await closed(shop, ['IndexedDB'])) {
    rmSync(folder, { recursive: true });
    // A file where the folder was: the database can be neither opened nor made anew.
    writeFileSync(folder, 'not a folder');
  }
  await shop.start();
  await expect(shop.options.locator('body')).toContainText('The database can’t be opened', SOON);
  const downloading = shop.options.waitForEvent('download', SOON);
  await shop.options.getByRole('button', { name: 'Save what is readable' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  const rows: string[] = [];
  const words: string[] = [];
  const checked = await checkBackup(textIn(text), text.length, (some) => {
    for (const { table, row } of some) {
      if (table === 'observations' || table === 'changes') {
        rows.push(`${table} ${JSON.stringify(row)}`);
      }
      if ('key' in row && row.key.startsWith('import-part/')) {
        words.push(...(importRows(row.value as never) ?? []).map(({ word }) => word));
      }
    }
  });
  expect(checked.ok).toBe(true);
  const saved = rows.map(canonical).toSorted();
  const missing = before.filter((row) => !saved.includes(row)).length;
  say('database shut, the readable saved to a file', {
    'rows of history in it': exactly(rows.length, before.length),
    'rows of history missing': none(missing),
    'imported words in it': exactly(words.length, WORDS.length),
  });
  expect(saved.join('\n') === before.join('\n')).toBe(true);
  expect(words).toEqual(WORDS.map(({ word }) => word));
  expect(text).toContain('"key":"import/i1"');
});

test('both stores deleted, the sealed files left: no first start, and what they hold is back', async ({
  shop,
}) => {
  test.setTimeout(240_000);
  const before = await prepare(shop);
  for (const folder of await closed(shop, ['IndexedDB', 'storage.local'])) deleteFolder(folder);
  await shop.start();
  const body = shop.options.locator('body');
  await expect(body).toContainText('this is not a first start', SOON);
  await expect
    .poll(async () => (await history(shop)).join('\n') === before.join('\n'), SOON)
    .toBe(true);
  const rows = await storedRows(shop.options);
  const imports = rows.filter((row) => /^records .*"key":"import(-part)?\//.test(row));
  expect(imports).toHaveLength(2);
  expect(rows.some((row) => row.includes('"note/'))).toBe(false);
  say('both stores deleted, sealed files left', {
    'rows of history missing': none(before.length - (await history(shop)).length),
    'imports missing': none(1 - rows.filter((row) => row.startsWith('local r/import/')).length),
  });
  const popup = await openPopup(shop.context);
  await expect
    .poll(() => popup.evaluate<string>('document.body.innerText'))
    .toContain('this is not a first start');
  await popup.close();
  await shop.options.getByRole('button', { name: 'Dismiss' }).click();
  await expect(body).not.toContainText('this is not a first start');
  // Known: not told again by the next browser, nor is it ever taken for a first start.
  await shop.restart();
  await expect(shop.options.locator('.room-head')).toBeVisible(SOON);
  await expect(shop.options.locator('body')).not.toContainText('this is not a first start');
});

/** A row's text with its members in one order, whoever wrote it. */
function canonical(row: string): string {
  const at = row.indexOf(' ');
  const sort = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sort)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toSorted(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, member]) => [key, sort(member)]),
          )
        : value;
  return `${row.slice(0, at)} ${JSON.stringify(sort(JSON.parse(row.slice(at + 1))))}`;
}
