import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestInfo } from '@playwright/test';
import type { Benchmark } from '../../lib/benchmark/benchmark.ts';
import type { Inspection } from '../../lib/inspection/inspection.ts';
import { openPopup } from '../../scripts/demo/browser.ts';
import { expect, test, type Shop } from './harness.ts';

// Real captured pages, read where they lie and kept out of the project: only short lists of facts,
// worked out by hand from the captures, stand here.

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(
  resolve(root, process.env['YARDSTICK_CAPTURES'] ?? '../shared/pages/captures'),
  'taobao_tmall_ice_2022plus',
);

function captureOf(file: string, info: TestInfo): string {
  const path = join(FOLDER, file);
  const absent = !existsSync(path);
  if (absent) process.stdout.write(`skipped: there is no capture ${path}\n`);
  info.skip(absent, `there is no capture ${path}`);
  return readFileSync(path, 'utf8');
}

/** A captured data file as a page of the app's shape. */
function asPage(json: string, itemId: string): string {
  const data = {
    loaderData: { home: { data: { res: JSON.parse(json) as object, ssrItemId: itemId } } },
  };
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div id="ice-container"><div id="tbpcDetail_SkuPanelBody"></div></div><script>!(function () {var a = window.__ICE_APP_CONTEXT__ || {};var b = ${text};for (var k in a) {b[k] = a[k]}window.__ICE_APP_CONTEXT__=b;})();</script></body></html>`;
}

type Point = [name: string, places: Benchmark['sellingPoints'][number]['places']];

/** A benchmark of these words and points that is pinned to the item. */
async function measureBy(
  shop: Shop,
  itemId: string,
  words: string[],
  points: Point[],
  dailyFen: number,
): Promise<void> {
  await shop.command({ kind: 'save-settings', patch: { language: 'zh-CN', firstRunDone: true } });
  const benchmark: Benchmark = {
    id: 'capture',
    name: '实测',
    role: null,
    pinnedListingIds: [`taobao:${itemId}`],
    shopIds: [],
    categoryWords: [],
    sellingPoints: points.map(([name, places], i) => ({
      id: `p${i}`,
      name,
      phrases: [name],
      match: 'any',
      synonyms: [],
      places,
      mustHave: false,
      manual: false,
    })),
    ladder: { dailyFen, promoFen: null, memberFen: null, floorFen: null },
    scoreThresholds: [],
    titleLimitUnits: 60,
    nearWindow: 6,
  };
  await shop.command({ kind: 'save-benchmark', benchmark, baseRevision: null });
  const keywords = words.map((word) => ({
    word,
    metrics: [],
    class: null,
    mustHave: false,
    synonyms: [],
    atomic: false,
  }));
  await shop.command({
    kind: 'save-keywords',
    benchmarkId: 'capture',
    keywords,
    baseRevision: null,
  });
}

const tiers = ({ coverage }: Inspection) =>
  Object.fromEntries(
    [...(coverage?.matches ?? []), ...(coverage?.missing ?? [])].map(({ word, tier }) => [
      word,
      tier,
    ]),
  );
const points = ({ checklist }: Inspection) =>
  Object.fromEntries((checklist?.points ?? []).map(({ name, state }) => [name, state]));
const fen = (amount: number) => ({ minFen: amount, maxFen: amount });

async function popupText(shop: Shop, part: string): Promise<string> {
  const popup = await openPopup(shop.context);
  let text = '';
  await expect
    .poll(async () => {
      text = await popup.evaluate<string>('document.body.innerText');
      return text.replaceAll('\n', '');
    })
    .toContain(part);
  return text.replaceAll('\n', '');
}

test('MARSAI: a Taobao listing with a belt and a ledger that is not filled', async ({
  shop,
}, info) => {
  const html = captureOf('MARSAIalpha_taobao_1021732889355_2026-02-26.html', info);
  const address = 'https://item.taobao.com/item.htm?id=1021732889355';
  shop.serve(address, html);
  await measureBy(
    shop,
    '1021732889355',
    ['抹胸连衣裙', '蕾丝长裙', '连衣裙', '抹胸', '蕾丝连衣裙', '碎花连衣裙', '法式'],
    [
      ['高腰', ['attributes']],
      ['绑带', []],
      ['桑蚕丝', ['attributes']],
      ['可机洗', []],
    ],
    39_900,
  );
  await shop.open(address);
  const inspection = await shop.inspection(address);
  const { path, rungs } = inspection.price;
  expect(path).toMatchObject({ list: fen(38_800), before: fen(38_800), final: fen(34_100) });
  // 官方立减12%省47元 is named, and no ledger says that it is all: the public price stays open.
  expect(path).toMatchObject({ public: null, noPublic: 'no-ledger', steps: [], closes: null });
  expect(rungs.map(({ difference }) => difference)).toEqual([null]);
  expect(inspection.snapshot).toMatchObject({ gated: false, listingId: 'taobao:1021732889355' });
  expect(inspection.snapshot.shopName.value).toBe('MUSEMOON小众时装');
  expect(inspection.snapshot.skus.value).toHaveLength(3);
  expect(inspection.snapshot.imageCount.value).toBe(5);
  expect(tiers(inspection)).toMatchObject({
    抹胸连衣裙: 'contiguous',
    蕾丝长裙: 'contiguous',
    连衣裙: 'contiguous',
    抹胸: 'contiguous',
    碎花连衣裙: 'partial',
    法式: 'missing',
  });
  expect(inspection.coverage).toMatchObject({ covered: 5, total: 7 });
  // The detail is an empty shell until it is scrolled to: nothing is called missing for that.
  expect(points(inspection)).toEqual({
    高腰: 'pass',
    绑带: 'pass',
    桑蚕丝: 'missing',
    可机洗: 'unreadable',
  });
  const text = await popupText(shop, '5/7');
  expect(text).toContain('2/4');
  expect(text).toContain('¥341');
  expect(text).toContain('读不到');
});

test('kohgane: a Tmall listing in a degraded render', async ({ shop }, info) => {
  const html = captureOf('kohgane_tmall_617129397971_page_2026-09-26_trimmed.html', info);
  const address = 'https://detail.tmall.com/item.htm?id=617129397971';
  shop.serve(address, html);
  await measureBy(
    shop,
    '617129397971',
    ['苹果手表充电支架', '手表架', '无线充电', '耳机架', '三合一', '无线充电宝'],
    [
      ['充电支架', []],
      ['氮化镓', []],
      ['铝合金', ['attributes']],
    ],
    3990,
  );
  await shop.open(address);
  const inspection = await shop.inspection(address);
  expect(inspection.snapshot).toMatchObject({ gated: true, account: 'degraded' });
  expect(inspection.price.path).toMatchObject({
    list: fen(5900),
    before: { minFen: 2990, maxFen: null },
    public: null,
    final: null,
    noPublic: 'gated',
  });
  expect(inspection.snapshot.sales.value).toBeNull();
  expect(inspection.snapshot.skus.value).toHaveLength(10);
  expect(inspection.coverage?.length).toEqual({ units: 97, characters: 71, limitUnits: 60 });
  expect(tiers(inspection)).toMatchObject({
    苹果手表充电支架: 'contiguous',
    手表架: 'contiguous',
    耳机架: 'contiguous',
    无线充电: 'scattered',
    三合一: 'missing',
  });
  expect(inspection.coverage).toMatchObject({ covered: 4, total: 6 });
  expect(points(inspection)).toEqual({
    充电支架: 'pass',
    氮化镓: 'unreadable',
    铝合金: 'unreadable',
  });
  const text = await popupText(shop, '4/6');
  expect(text).toContain('1/3');
  expect(text).toContain('读不到');
});

test('kohgane: prices from 起 with the platform’s own subsidy', async ({ shop }, info) => {
  const html = captureOf('kohgane_tmall_1064346880857_ice_min.html', info);
  const address = 'https://detail.tmall.com/item.htm?id=1064346880857';
  shop.serve(address, html);
  await measureBy(shop, '1064346880857', ['厕纸盒', '置物架', '抽纸盒'], [['防水', []]], 15_000);
  await shop.open(address);
  const inspection = await shop.inspection(address);
  expect(inspection.price.path).toMatchObject({
    list: null,
    before: { minFen: 17_550, maxFen: null },
    final: { minFen: 14_350, maxFen: null },
    public: null,
  });
  expect(tiers(inspection)).toMatchObject({ 厕纸盒: 'contiguous', 置物架: 'contiguous' });
  expect(points(inspection)).toEqual({ 防水: 'unreadable' });
  expect(await popupText(shop, '/3')).toContain('读不到');
});

test('csharp: Tmall Global, 3599 to 1578 to 1388', async ({ shop }, info) => {
  const json = captureOf('csharp_tmallhk_974271878334_res_2025-11-24.json', info);
  const address = 'https://detail.tmall.hk/item.htm?id=974271878334';
  shop.serve(address, asPage(json, '974271878334'));
  await measureBy(
    shop,
    '974271878334',
    ['ugg', '休闲鞋', '女士休闲鞋', '美国直邮', '雪地靴'],
    [
      ['耐磨', ['attributes']],
      ['厚底', []],
      ['防水', ['attributes']],
    ],
    145_000,
  );
  await shop.open(address);
  const inspection = await shop.inspection(address);
  const { path, rungs } = inspection.price;
  expect(path).toMatchObject({
    list: fen(359_900),
    before: fen(157_800),
    public: fen(138_800),
    final: fen(138_800),
    closes: true,
    needsCoupon: false,
  });
  expect(path.steps.map(({ code, amountFen, kind }) => [code, amountFen, kind])).toEqual([
    ['20', 19_000, 'public'],
    ['24', 202_100, 'public'],
  ]);
  // 1388 against 1450: −62, −4.3 %.
  expect(rungs[0]).toMatchObject({
    difference: { minFen: -6200, maxFen: -6200 },
    position: 'below',
  });
  expect(tiers(inspection)).toMatchObject({
    ugg: 'contiguous',
    休闲鞋: 'contiguous',
    雪地靴: 'missing',
  });
  expect(inspection.coverage).toMatchObject({ covered: 4, total: 5 });
  expect(points(inspection)).toEqual({ 耐磨: 'pass', 厚底: 'pass', 防水: 'missing' });
  const text = await popupText(shop, '4/5');
  expect(text).toContain('2/3');
  expect(text).toContain('¥1,388');
  expect(text).toContain('4.3%');
});

test('csharp: Taobao, a shop coupon and two deductions of the account', async ({ shop }, info) => {
  const json = captureOf('csharp_taobao_950800064175_res_2025-12-01.json', info);
  const address = 'https://item.taobao.com/item.htm?id=950800064175';
  shop.serve(address, asPage(json, '950800064175'));
  await measureBy(
    shop,
    '950800064175',
    ['路易威登', '短款钱包', 'LV', '长款钱包', '拉链'],
    [
      ['牛皮革', ['attributes']],
      ['植物花卉', []],
      ['可定制', []],
    ],
    660_000,
  );
  await shop.open(address);
  const inspection = await shop.inspection(address);
  const { path, rungs } = inspection.price;
  // 7100 − 290 = 6810; − 200 店铺券 = 6610 for everybody; − 25.32 淘金币 − 5 红包 = 6579.68.
  expect(path).toMatchObject({
    list: fen(710_000),
    before: fen(681_000),
    public: fen(661_000),
    final: fen(657_968),
    closes: true,
    needsCoupon: true,
  });
  expect(path.steps.map(({ code, amountFen, kind }) => [code, amountFen, kind])).toEqual([
    ['41', 29_000, 'public'],
    ['13', 20_000, 'public-coupon'],
    ['12', 2532, 'account'],
    ['5', 500, 'account'],
  ]);
  expect(path.steps[1]).toMatchObject({ thresholdFen: 500_000 });
  expect(rungs[0]).toMatchObject({ difference: { minFen: 1000, maxFen: 1000 }, position: 'above' });
  expect(tiers(inspection)).toMatchObject({
    路易威登: 'contiguous',
    LV: 'contiguous',
    长款钱包: 'partial',
    拉链: 'missing',
  });
  expect(inspection.coverage).toMatchObject({ covered: 3, total: 5 });
  expect(points(inspection)).toEqual({ 牛皮革: 'pass', 植物花卉: 'pass', 可定制: 'unreadable' });
  const text = await popupText(shop, '3/5');
  expect(text).toContain('¥6,610');
  expect(text).toContain('¥6,579.68');
});
