import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build, runnerImport } from 'vite';
import type { Note, Verdict, Watchlist } from '../../lib/benchmark/watchlist.ts';
import type { Settings } from '../../lib/settings.ts';
import type { PageReport } from '../../lib/listing/page-report.ts';
import type { ListingSnapshot } from '../../lib/listing/snapshot.ts';
import { isRoot, systemChromium } from '../find-chromium.ts';
import { ROOT } from '../run.mjs';
import { DEMO_BENCHMARK, DEMO_KEYWORDS } from './demo-benchmark.ts';
import type * as Taobao from '../../lib/sites/taobao/adapter.ts';
import { BAILU, demoVisits, LINHE } from './history.ts';
import { addressOf, type DemoListing } from './listing.ts';
import { GATED, MINE, PLAIN, RIVAL } from './listings.ts';
import { listingPage } from './page.ts';
import { serveOnly } from './serve.ts';

// Makes public/demo-backup.json: node scripts/demo/make-backup.ts
//
// The rows are made by the product's own code: its reader reads the demo pages in Chromium, its
// arithmetic makes the price facts and the changes, and its backup writer writes the file. All
// times are told from the file's own time; loading the demo moves them to the present.

const FILE_TIME_MS = Date.UTC(2026, 0, 15, 2, 0);
const DAY_MS = 86_400_000;

const lib = async <T>(path: string): Promise<T> =>
  (await runnerImport<T>(join(ROOT, 'lib', path))).module;

const { pricePath } =
  await lib<typeof import('../../lib/analysis/price-path.ts')>('analysis/price-path.ts');
const { toObservations } = await lib<typeof import('../../lib/analysis/to-observations.ts')>(
  'analysis/to-observations.ts',
);
const { changesBetween } =
  await lib<typeof import('../../lib/analysis/changes.ts')>('analysis/changes.ts');
const { visitBefore } = await lib<typeof import('../../lib/analysis/visit-before.ts')>(
  'analysis/visit-before.ts',
);
const { titleSegmenter } = await lib<
  typeof import('../../lib/analysis/segmenter/title-segmenter.ts')
>('analysis/segmenter/title-segmenter.ts');
const { resultOf } = await lib<typeof import('../../lib/sites/interpret.ts')>('sites/interpret.ts');
const { LEDGER_CODES } =
  await lib<typeof import('../../lib/listing/ledger-codes.ts')>('listing/ledger-codes.ts');
const { snapshotSchema } =
  await lib<typeof import('../../lib/listing/snapshot.ts')>('listing/snapshot.ts');
const { sha256Hex, canonicalJson } = await lib<
  typeof import('../../lib/listing/canonical-json.ts')
>('listing/canonical-json.ts');
const { recordKey } =
  await lib<typeof import('../../lib/benchmark/record.ts')>('benchmark/record.ts');
const { rowsInMemory, writeBackup } = await lib<
  typeof import('../../lib/transfer/write-backup.ts')
>('transfer/write-backup.ts');

/** The product's reader as one script that a page can run. */
async function readerScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: join(ROOT, 'lib', 'sites', 'taobao', 'adapter.ts'),
        name: 'reader',
        formats: ['iife'],
      },
    },
  });
  const output = Array.isArray(built) ? built[0]?.output : 'output' in built ? built.output : [];
  const chunk = output?.[0];
  if (chunk?.type !== 'chunk') throw new Error('the reader was not built');
  return chunk.code;
}

async function readPage(page: Page, script: string, nowMs: number): Promise<ListingSnapshot> {
  await page.addScriptTag({ content: script });
  const report: PageReport = await page.evaluate((atMs) => {
    const { taobaoAdapter } = (window as unknown as { reader: typeof Taobao }).reader;
    return taobaoAdapter.read({ document, url: new URL(location.href), nowMs: atMs });
  }, nowMs);
  const result = resultOf(report);
  if (result.state !== 'ok') throw new Error(`${page.url()} reads ${JSON.stringify(result)}`);
  return snapshotSchema.parse(result.snapshot);
}

async function history() {
  const executablePath = systemChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: isRoot() ? ['--no-sandbox'] : [],
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const pages = new Map<string, string>();
  await serveOnly(context, pages);
  const page = await context.newPage();
  const script = await readerScript();
  const segment = await titleSegmenter(async () =>
    readFileSync(join(ROOT, 'public', 'lexicon.txt'), 'utf8'),
  )();

  const latest = new Map<string, ListingSnapshot>();
  const observations = [];
  const changes = [];
  for (const [index, { daysAgo, listing }] of demoVisits().entries()) {
    // Somewhat later with each listing, and at another hour each day, as a person comes by.
    const atMs = FILE_TIME_MS - daysAgo * DAY_MS + ((index * 37) % 240) * 60_000;
    const address = addressOf(listing);
    pages.set(`${listing.host}/item.htm?id=${listing.itemId}`, listingPage(listing));
    await page.goto(address);
    const snapshot = await readPage(page, script, atMs);
    const path = pricePath(snapshot, LEDGER_CODES);
    observations.push(...toObservations(snapshot, path));
    const before = latest.get(snapshot.listingId);
    if (before !== undefined) {
      const change = changesBetween(
        visitBefore({ snapshot: before }, pricePath(before, LEDGER_CODES)),
        { snapshot, path },
        segment,
      );
      if (change.changes.length > 0) changes.push(change);
    }
    latest.set(snapshot.listingId, snapshot);
  }
  await browser.close();
  return { latest, observations, changes };
}

const listingId = (listing: DemoListing): string => `taobao:${listing.itemId}`;

function list(id: string, name: string, listings: DemoListing[]): Watchlist {
  const addedAtMs = FILE_TIME_MS - 63 * DAY_MS;
  return { id, name, entries: listings.map((one) => ({ listingId: listingId(one), addedAtMs })) };
}

function note(listing: DemoListing, daysAgo: number, text: string, tags: string[]): Note {
  return {
    listingId: listingId(listing),
    text,
    tags,
    updatedAtMs: FILE_TIME_MS - daysAgo * DAY_MS,
  };
}

async function records() {
  const values = new Map<string, unknown>();
  const { id } = DEMO_BENCHMARK;
  values.set(recordKey.benchmark(id), DEMO_BENCHMARK);
  const digest = await sha256Hex(canonicalJson(DEMO_KEYWORDS));
  const set = { benchmarkId: id, count: DEMO_KEYWORDS.length, chunks: [digest] };
  values.set(recordKey.keywordSet(id), set);
  values.set(recordKey.keywordChunk(id, 0), DEMO_KEYWORDS);
  for (const watchlist of [
    list('demo-rivals', '防晒衣竞品', [RIVAL, LINHE, BAILU, PLAIN, GATED]),
    list('demo-mine', '我的商品', [MINE]),
  ]) {
    values.set(recordKey.list(watchlist.id), watchlist);
  }
  for (const one of [
    note(RIVAL, 3, '大促后回到 139。要领满 99 减 6 的券，页面不写在主图上。', ['主要竞品']),
    note(LINHE, 7, '一周前降到 119，比大促前还低，先看是不是清仓。', ['降价', '待复查']),
    note(PLAIN, 10, '不做活动，面料只写冰丝。', ['C店']),
    note(MINE, 21, '大促结束，恢复 139。', []),
  ]) {
    values.set(recordKey.note(one.listingId), one);
  }
  const verdict: Verdict = {
    benchmarkId: id,
    pointId: 'picture',
    listingId: listingId(MINE),
    state: 'pass',
    note: '第 2 张主图是骑行场景',
    atMs: FILE_TIME_MS - 21 * DAY_MS,
  };
  values.set(recordKey.verdict(verdict), verdict);
  const settings: Pick<Settings, 'myShops'> = {
    myShops: [{ shopId: MINE.shop.shopId, sellerId: MINE.shop.sellerId, name: MINE.shop.name }],
  };
  values.set(recordKey.settings, settings);
  const createdAtMs = FILE_TIME_MS - 63 * DAY_MS;
  return [...values]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({ key, revision: 1, createdAtMs, updatedAtMs: createdAtMs, value }));
}

const { latest, observations, changes } = await history();
const written = await writeBackup(
  rowsInMemory({
    records: await records(),
    latest: [...latest.values()]
      .map((snapshot) => ({
        listingId: snapshot.listingId,
        seenAtMs: snapshot.capturedAtMs,
        snapshot,
      }))
      .toSorted((a, b) => (a.listingId < b.listingId ? -1 : 1)),
    observations: observations.toSorted((a, b) =>
      a.series === b.series ? a.atMs - b.atMs : a.series < b.series ? -1 : 1,
    ),
    changes: changes.toSorted((a, b) =>
      a.listingId === b.listingId ? a.atMs - b.atMs : a.listingId < b.listingId ? -1 : 1,
    ),
  }),
  FILE_TIME_MS,
);
if (written.leftOut > 0) throw new Error(`${written.leftOut} rows do not parse`);
const file = join(ROOT, 'public', 'demo-backup.json');
writeFileSync(file, Buffer.from(await written.file.arrayBuffer()));
process.stdout.write(`${file}: ${written.rows} rows, ${written.file.size} bytes\n`);
