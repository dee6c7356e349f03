import type { Page } from '@playwright/test';
import type { Keyword } from '../../lib/benchmark/keyword.ts';
import {
  asText,
  OLDER,
  OWN_TRAFFIC,
  RELATED,
  SEARCH_RANK,
} from '../fixtures/tables/export-forms.ts';
import { makeWorkbook } from '../fixtures/tables/make-workbook.ts';
import { chunkKeywords } from '../../lib/benchmark/record.ts';
import { gbk, utf16 } from '../fixtures/tables/encodings.ts';
import { BARREN_FILES, HOSTILE_FILES } from '../fixtures/tables/hostile-files.ts';
import { makeXls } from '../fixtures/tables/make-xls.ts';
import { expect, test, type Shop } from './harness.ts';

const BENCHMARK = {
  id: 'own-benchmark',
  name: '防晒衣',
  role: null,
  pinnedListingIds: [],
  shopIds: [],
  categoryWords: [],
  sellingPoints: [],
  ladder: { dailyFen: null, promoFen: null, memberFen: null, floorFen: null },
  scoreThresholds: [],
  titleLimitUnits: 60,
  nearWindow: 6,
};

/** The import room of a benchmark without keywords. */
async function importRoom(shop: Shop): Promise<Page> {
  await shop.command({ kind: 'save-settings', patch: { language: 'zh-CN', firstRunDone: true } });
  await shop.command({ kind: 'save-benchmark', benchmark: BENCHMARK, baseRevision: null });
  const page = shop.options;
  await page.goto(new URL('options.html#/import', page.url()).href);
  await page.reload();
  await expect(page.locator('.drop')).toBeVisible();
  return page;
}

/** Drops a file on the room, as a person does. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], fileName));
      return data;
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
}

/** The benchmark's keywords as they are stored, and how many records of imports there are. */
async function kept(page: Page): Promise<{ keywords: Keyword[]; imports: number }> {
  const rows = await page.evaluate(
    () =>
      new Promise<{ key: string; value: unknown }[]>((resolve, reject) => {
        const opening = indexedDB.open('store');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const records = opening.result.transaction('records').objectStore('records');
          const all = records.getAll(IDBKeyRange.bound('import', 'keyword-chunk0'));
          all.addEventListener('success', () => {
            opening.result.close();
            resolve(all.result.filter((row: { deleted: number }) => row.deleted === 0));
          });
        });
      }),
  );
  const chunks = rows.filter(({ key }) => key.startsWith('keyword-chunk/own-benchmark/'));
  return {
    keywords: chunks.flatMap(({ value }) => chunkKeywords(value) ?? []),
    imports: rows.filter(({ key }) => key.startsWith('import')).length,
  };
}
const stored = async (page: Page) => (await kept(page)).keywords;

const text = (rows: string[][], delimiter = '\t') => asText(rows, delimiter);
const utf8 = (of: string) => new TextEncoder().encode(of);
const html = (rows: string[][]) => {
  const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  return utf8(`<html><meta charset="utf-8"><table>${rows.map(row).join('')}</table></html>`);
};
const ANY = [
  ['备注', '关键词', '搜索人气'],
  ['常用', '山野防晒衣', '1.2万'],
];

/** Every form of the exports, in every kind of file that operators have. */
const FORMS: [
  name: string,
  bytes: () => Uint8Array,
  source: string,
  words: string[],
  kind: string,
  figure: [number, number],
][] = [
  ['搜索排行.xlsx', () => makeWorkbook({ rows: SEARCH_RANK }), '搜索排行', ...rank()],
  ['搜索排行.tsv', () => utf16(text(SEARCH_RANK), false, true), '搜索排行', ...rank()],
  ['搜索排行.xls', () => makeXls(SEARCH_RANK), '搜索排行', ...rank()],
  ['相关搜索词.csv', () => utf8(text(RELATED, ',')), '搜索分析', ...related()],
  ['相关搜索词-mark.csv', () => utf8(`\uFEFF${text(RELATED, ',')}`), '搜索分析', ...related()],
  ['相关搜索词-gbk.csv', () => gbk(text(RELATED, ',')), '搜索分析', ...related()],
  ['相关搜索词-be.csv', () => utf16(text(RELATED, ','), true, true), '搜索分析', ...related()],
  ['相关搜索词.xls', () => html(RELATED), '搜索分析', ...related()],
  ['旧版.xls', () => utf8(text(OLDER)), '旧版', ['山野防晒衣'], '直通车参考价', [1.86, 1.86]],
  ['旧版-gbk.csv', () => gbk(text(OLDER, ',')), '旧版', ['山野防晒衣'], '点击率', [1.025, 1.025]],
  ['引流搜索词.xls', () => makeXls(OWN_TRAFFIC), '引流', ...traffic()],
  ['引流搜索关键词.xlsx', () => makeWorkbook({ rows: OWN_TRAFFIC }), '引流', ...traffic()],
  ['我的词.txt', () => utf8(text(ANY)), '其他', ['山野防晒衣'], '搜索人气', [12_000, 12_000]],
];
function rank(): [string[], string, [number, number]] {
  return [['山野防晒衣', '轻羽皮肤衣'], '搜索增速', [-0.125, -0.125]];
}
function related(): [string[], string, [number, number]] {
  return [['山野防晒衣 女', '轻羽皮肤衣'], '支付转化率', [0.05, 0.075]];
}
function traffic(): [string[], string, [number, number]] {
  return [['山野防晒衣', '轻羽皮肤衣'], '访客数', [1204, 1204]];
}

test('every form of export imports when it is dropped, and goes again with one undo', async ({
  shop,
}) => {
  test.slow();
  const page = await importRoom(shop);
  for (const [name, bytes, source, words, kind, [min, max]] of FORMS) {
    await test.step(name, async () => {
      const named = name.replace('.', '-2026-11-15~2026-11-21.');
      await drop(page, named, bytes());
      await expect(page.locator('.import-preview')).toContainText(named);
      await expect(page.getByLabel('来源').locator('option:checked')).toContainText(source);
      await page.getByRole('button', { name: `导入 ${words.length} 词` }).click();
      await expect(page.locator('.import-done')).toContainText(`新增 ${words.length} 词`);
      const keywords = await stored(page);
      expect(keywords.map((keyword) => keyword.word)).toEqual(words);
      expect(keywords[0]?.metrics.find((metric) => metric.kind === kind)).toMatchObject({
        min,
        max,
      });

      await page.locator('.import-log').getByRole('button', { name: '撤销导入' }).click();
      await expect(page.locator('.import-log')).toHaveCount(0);
      expect(await kept(page)).toEqual({ keywords: [], imports: 0 });
    });
  }
  expect(shop.noise).toEqual([]);
});

test('a table that was copied imports when it is pasted', async ({ shop }) => {
  const page = await importRoom(shop);
  await page.getByLabel('或者粘贴复制的表格').fill(`近7天\n${text(RELATED)}`);
  await page.getByRole('button', { name: '读取粘贴的表格' }).click();
  await page.getByRole('button', { name: '导入 2 词' }).click();
  await expect(page.locator('.import-done')).toContainText('新增 2 词');
  expect((await stored(page))[0]?.metrics[0]).toMatchObject({ source: '生意参谋', period: '7d' });
});

test('a pasted table asks for its period, and what was mapped by hand is remembered', async ({
  shop,
}) => {
  const page = await importRoom(shop);
  const paste = async () => {
    await page
      .getByLabel('或者粘贴复制的表格')
      .fill('热度词\t搜索人气\n防晒衣\t600 ~ 1200\n外套\t很多');
    await page.getByRole('button', { name: '读取粘贴的表格' }).click();
  };
  await paste();
  await expect(page.locator('.import-preview')).toContainText('没有认出哪一列是关键词');
  await page.getByLabel('「热度词」作为').selectOption({ label: '关键词' });
  await expect(page.locator('.import-bad')).toContainText('第 3 行');
  const button = page.getByRole('button', { name: '导入 1 词' });
  await expect(button).toBeDisabled();
  await page.getByLabel('统计周期').selectOption({ label: '近 7 天' });
  await button.click();
  await expect(page.locator('.import-done')).toContainText('新增 1 词');
  expect((await stored(page)).map(({ word, metrics }) => ({ word, metrics }))).toEqual([
    {
      word: '防晒衣',
      metrics: [{ source: '其他表格', kind: '搜索人气', period: '7d', min: 600, max: 1200 }],
    },
  ]);
  await paste();
  await expect(page.getByLabel('「热度词」作为').locator('option:checked')).toHaveText('关键词');
});

/** One of each family; the unit tests have all of them. */
const ON_THE_PAGE = [
  'nothing',
  'a PDF',
  'a program',
  'a workbook of Excel 4',
  'text of no encoding',
  'a quote that is never closed',
  '16,384 columns',
  'a huge file',
  'a file with a password',
  'a workbook cut off',
  'a bomb',
  'a bomb that says it is small',
  'an entity bomb',
  '51 sheets',
  '16,384 columns of a workbook',
];

test('hostile and broken files each end in a sentence, and nothing is written', async ({
  shop,
}) => {
  test.slow();
  const page = await importRoom(shop);
  const files = HOSTILE_FILES.filter(([kind]) => ON_THE_PAGE.includes(kind));
  expect(files).toHaveLength(ON_THE_PAGE.length);
  for (const [kind, bytes] of files) {
    await test.step(kind, async () => {
      await page.reload();
      await expect(page.locator('.drop')).toBeVisible();
      await drop(page, '近30天.xlsx', bytes());
      const told = page.getByRole('alert').filter({ hasText: '没有导入任何内容' });
      await expect(told).toBeVisible({ timeout: 30_000 });
      expect((await told.innerText()).replace('没有导入任何内容。', '').trim()).toMatch(/。$/);
    });
  }
  for (const [kind, bytes] of BARREN_FILES) {
    await test.step(kind, async () => {
      await page.reload();
      await expect(page.locator('.drop')).toBeVisible();
      await drop(page, '近30天.xlsx', bytes());
      const preview = page.locator('.import-preview');
      await expect(preview).toContainText(/没有可以导入的词|没有认出哪一列是关键词/);
      await expect(preview.locator('.button-primary')).toBeDisabled();
    });
  }
  expect(await kept(page)).toEqual({ keywords: [], imports: 0 });
  expect(shop.noise).toEqual([]);
});

test('50,000 rows import while the page stays in use', async ({ shop }) => {
  test.slow();
  const page = await importRoom(shop);
  const rows = Array.from({ length: 50_000 }, (_, i) => [
    `防晒衣${i}`,
    `${i} ~ ${i * 2}`,
    '5%',
    '1.2',
  ]);
  const table = [['搜索词', '搜索人气', '支付转化率', '需求供给比'], ...rows];
  await page.bringToFront();
  await page.evaluate(() => {
    const tasks: number[] = [];
    const shares = new Set<string>();
    Object.assign(globalThis, { tasks, shares });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    new MutationObserver(() => {
      const shown = document.querySelector('.progress [role=status]')?.textContent;
      if (typeof shown === 'string') shares.add(shown);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const startMs = Date.now();
  await drop(page, '近30天.xlsx', makeWorkbook({ rows: table }));
  const button = page.getByRole('button', { name: '导入 50,000 词' });
  await expect(button).toBeEnabled({ timeout: 60_000 });
  const readMs = Date.now() - startMs;
  await button.click();
  await expect(page.locator('.import-done')).toContainText('新增 50,000 词', { timeout: 120_000 });
  const { worst, shares } = await page.evaluate(() => {
    const seen = globalThis as unknown as { tasks: number[]; shares: Set<string> };
    return { worst: Math.max(0, ...seen.tasks), shares: seen.shares.size };
  });
  console.log(
    `50,000 rows: read ${readMs} ms, all ${Date.now() - startMs} ms, longest task of the page ${worst.toFixed(0)} ms, ${shares} steps of progress`,
  );
  expect(shares).toBeGreaterThan(3);
  const keywords = await stored(page);
  expect([keywords.length, keywords.at(-1)?.word]).toEqual([50_000, '防晒衣49999']);
});
