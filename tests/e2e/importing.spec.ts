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

/** The benchmark's keywords as they are stored. */
async function stored(page: Page): Promise<Keyword[]> {
  return page.evaluate(
    () =>
      new Promise<Keyword[]>((resolve, reject) => {
        const opening = indexedDB.open('store');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const records = opening.result.transaction('records').objectStore('records');
          const chunk = records.get('keyword-chunk/own-benchmark/0000');
          chunk.addEventListener('success', () => {
            opening.result.close();
            resolve((chunk.result?.value as Keyword[] | null) ?? []);
          });
        });
      }),
  );
}

const text = (rows: string[][], delimiter = '\t') =>
  new TextEncoder().encode(asText(rows, delimiter));

const FORMS: [
  name: string,
  bytes: () => Uint8Array,
  source: string,
  first: string,
  word: string,
][] = [
  ['搜索排行.xlsx', () => makeWorkbook({ rows: SEARCH_RANK }), '搜索排行', '2', '山野防晒衣'],
  ['相关搜索词.csv', () => text(RELATED, ','), '搜索分析', '2', '山野防晒衣 女'],
  ['旧版.xls', () => text(OLDER), '旧版', '1', '山野防晒衣'],
  ['引流搜索词.xls', () => makeXls(OWN_TRAFFIC), '引流', '2', '山野防晒衣'],
  ['引流搜索关键词.xlsx', () => makeWorkbook({ rows: OWN_TRAFFIC }), '引流', '2', '轻羽皮肤衣'],
];

for (const [name, bytes, source, count, word] of FORMS) {
  test(`${name} imports when it is dropped, and goes again with one undo`, async ({ shop }) => {
    const page = await importRoom(shop);
    const named = name.replace('.', '-2026-11-15~2026-11-21.');
    await drop(page, named, bytes());
    await expect(page.locator('.import-preview')).toContainText(named);
    await expect(page.getByLabel('来源').locator('option:checked')).toContainText(source);
    await page.getByRole('button', { name: `导入 ${count} 词` }).click();
    await expect(page.locator('.import-done')).toContainText(`新增 ${count} 词`);
    const keywords = await stored(page);
    expect(keywords.map((keyword) => keyword.word)).toContain(word);
    expect(keywords[0]?.metrics.length).toBeGreaterThan(2);

    await page.locator('.import-log').getByRole('button', { name: '撤销导入' }).click();
    await expect(page.locator('.import-log')).toHaveCount(0);
    expect(await stored(page)).toEqual([]);
    expect(shop.noise).toEqual([]);
  });
}

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

test('a file that is not sound ends in a sentence, and nothing is written', async ({ shop }) => {
  const page = await importRoom(shop);
  await drop(page, '搜索排行.xlsx', makeWorkbook({ rows: SEARCH_RANK }).slice(0, -40));
  await expect(page.getByRole('alert').filter({ hasText: '文件已损坏' })).toBeVisible();
  await drop(page, 'a.pdf', new TextEncoder().encode('%PDF-1.7'));
  await expect(page.getByRole('alert').filter({ hasText: '这不是表格文件' })).toBeVisible();
  expect(await stored(page)).toEqual([]);
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
  await page.evaluate(() => {
    const frames = { worst: 0, last: performance.now() };
    Object.assign(globalThis, { frames });
    const step = (now: number) => {
      frames.worst = Math.max(frames.worst, now - frames.last);
      frames.last = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  const startMs = Date.now();
  await drop(page, '近30天.xlsx', makeWorkbook({ rows: table }));
  const button = page.getByRole('button', { name: '导入 50,000 词' });
  await expect(button).toBeEnabled({ timeout: 60_000 });
  const readMs = Date.now() - startMs;
  await button.click();
  await expect(page.locator('.import-done')).toContainText('新增 50,000 词', { timeout: 120_000 });
  const worst = await page.evaluate(
    () => (globalThis as unknown as { frames: { worst: number } }).frames.worst,
  );
  console.log(
    `50,000 rows: read ${readMs} ms, all ${Date.now() - startMs} ms, longest frame ${worst.toFixed(0)} ms`,
  );
  expect((await stored(page)).length).toBe(2000);
});
