import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from '@playwright/test';
import type { Page } from 'playwright';
import { openPopup, type Popup } from '../../../scripts/demo/browser.ts';
import { zipFile } from '../../../scripts/build.ts';
import { observationsOf, listingIdOf } from '../history-rows.ts';
import { syntheticBank } from '../matching-bank.ts';
import { medianOf, quantileOf, type Row } from '../row.ts';
import { passNumber } from '../run-facts.ts';
import { BENCH_PAGES } from './bench-pages.ts';
import { heapOf } from './heap.ts';
import { keepSection } from './keep-section.ts';
import { EXTENSION, Stage } from './stage.ts';

const LISTINGS = 500;
const DAYS = 600;
const VISITS = 200;
/** The first pass is whole: full tables and two hundred visits. */
const WHOLE = passNumber() === 1;
const MEGABYTE = 1_000_000;
const { address } = BENCH_PAGES[0]!;

function time(figure: string, times: number[], limit: number | null = null): Row {
  const value = `${medianOf(times).toFixed(0)} ms, p95 ${quantileOf(times, 0.95).toFixed(0)} ms`;
  return { target: 'Pages', figure, value, ratio: null, limit, time: medianOf(times) };
}

function bytes(target: string, figure: string, amount: number, limit: number | null = null): Row {
  return { target, figure, value: `${(amount / 1000).toFixed(1)} KB`, ratio: null, limit, amount };
}

/** Opens the popup; a window that has just come needs a moment before it is the active one. */
async function popupOver(page: Page, stage: Stage): Promise<Popup> {
  for (let attempt = 0; ; attempt++) {
    await page.bringToFront();
    try {
      return await openPopup(stage.context);
    } catch (error) {
      if (attempt === 20) throw error;
      await page.waitForTimeout(300);
    }
  }
}

/** From opening to the first price that stands in it. */
async function popupTimes(stage: Stage, count: number): Promise<number[]> {
  const times: number[] = [];
  const page = await stage.context.newPage();
  await page.goto(address);
  await page.bringToFront();
  await page.waitForTimeout(1200);
  for (let n = 0; n < count; n++) {
    const popup = await popupOver(page, stage);
    times.push(
      await popup.evaluate<number>(`new Promise((resolve, reject) => {
        const start = performance.now();
        const look = () => {
          if (document.body.textContent.includes('¥')) resolve(performance.now());
          else if (performance.now() - start > 10000) reject(new Error('no answer'));
          else setTimeout(look, 2);
        };
        look();
      })`),
    );
    await popup.close();
    await stage.options.waitForTimeout(200);
  }
  await page.close();
  return times;
}

/** From opening the page of the lists to its first row. */
async function optionsTimes(stage: Stage, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const page = await stage.context.newPage();
    await page.goto(stage.options.url().replace(/#.*|$/, '#/watch'));
    await page.waitForSelector('.watch-title', { timeout: 60_000 });
    times.push(
      await page.evaluate(
        () => performance.getEntriesByName('first-row')[0]?.startTime ?? performance.now(),
      ),
    );
    await page.close();
  }
  return times;
}

/** Marks the moment at which the first row of the lists stands in a page. */
async function markFirstRow(stage: Stage): Promise<void> {
  await stage.context.addInitScript(() => {
    if (!location.pathname.endsWith('/options.html')) return;
    new MutationObserver((_, observer) => {
      if (document.querySelector('.watch-title') === null) return;
      performance.mark('first-row');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
}

/** Fills the tables as years of visits would: newest snapshots and observations of the listings. */
async function fill(stage: Stage): Promise<void> {
  for (let from = 0; from < LISTINGS; from += 10) {
    const ids = Array.from({ length: 10 }, (_, n) => listingIdOf(from + n));
    const rows = ids.flatMap((_, n) => observationsOf(from + n, DAYS));
    await stage.options.evaluate(
      ([listingIds, observations]) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('store');
          opening.addEventListener('error', () => reject(opening.error));
          opening.onsuccess = () => {
            const work = opening.result.transaction(['latest', 'observations'], 'readwrite');
            const latest = work.objectStore('latest');
            const table = work.objectStore('observations');
            for (const row of observations) table.put(row);
            const first = latest.getAll(null, 1);
            first.onsuccess = () => {
              const [row] = first.result;
              for (const listingId of listingIds)
                latest.put({
                  ...row,
                  listingId,
                  snapshot: { ...row.snapshot, listingId, itemId: listingId.slice(7) },
                });
            };
            work.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            work.addEventListener('error', () => reject(work.error));
          };
        }),
      [ids, rows] as const,
    );
  }
  const entries = Array.from({ length: LISTINGS }, (_, n) => ({
    listingId: listingIdOf(n),
    addedAtMs: 0,
  }));
  await stage.command({
    kind: 'save-list',
    list: { id: 'full', name: 'full', entries },
    baseRevision: null,
  });
}

/** The bytes of a page of ours with every script and style sheet that it cannot begin without. */
function pageBytes(path: string): number {
  const seen = new Set<string>();
  const follow = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(EXTENSION, file), 'utf8');
    const named = file.endsWith('.html')
      ? text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)
      : text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g);
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
    for (const [, name] of named) follow(folder + name!);
  };
  follow(path);
  return [...seen].reduce((sum, file) => sum + statSync(join(EXTENSION, file)).size, 0);
}

test('pages: popup, options, their bytes; memory', async () => {
  const stage = await new Stage().start();
  const rows: Row[] = [];
  try {
    await stage.loadDemo();
    rows.push(time('popup from opening to answer', await popupTimes(stage, 8)));
    if (WHOLE) await fill(stage);
    await stage.addBenchmark('large', syntheticBank(50_000), [`taobao:100000000101`]);
    await markFirstRow(stage);
    const what = WHOLE
      ? '500 listings, 300000 observations, 50000 keywords'
      : 'demo, 50000 keywords';
    rows.push(time(`options from opening to first row: ${what}`, await optionsTimes(stage, 6)));
    rows.push(time(`popup from opening to answer: ${what}`, await popupTimes(stage, 6)));
    if (WHOLE) {
      const ids = Array.from({ length: LISTINGS }, (_, n) => listingIdOf(n));
      const facts = await stage.times('listing-facts', { listingIds: ids }, 5);
      rows.push({
        ...time('500 listings with last price, change and sparkline, from the worker', facts),
        target: 'P12',
      });
    }
    await memory(stage, rows);
    for (const path of ['popup.html', 'options.html', 'dock.html', 'chip.html'])
      rows.push(bytes('Pages', `${path} with all that it begins with`, pageBytes(path)));
    packaged(rows);
    keepSection(
      'Pages and memory',
      stage.browser,
      ['Full tables and 200 visits in the first pass only.'],
      rows,
    );
  } finally {
    await stage.end();
  }
});

async function memory(stage: Stage, rows: Row[]): Promise<void> {
  const megabytes = (figure: string, amount: number, limit: number | null = null): Row => ({
    target: 'Memory',
    figure,
    value: `${(amount / MEGABYTE).toFixed(1)} MB`,
    ratio: null,
    limit: limit === null ? null : limit * MEGABYTE,
    amount,
  });
  await stage.stopWorker();
  await stage.times('ready', undefined, 1);
  const empty = await heapOf(stage.context, 'service_worker');
  await stage.times('check-title', { title: '防晒衣', benchmarkId: 'large' }, 1);
  const compiled = await heapOf(stage.context, 'service_worker');
  rows.push(
    megabytes('worker, nothing compiled', empty),
    megabytes('worker beside that, 50000 keywords compiled', compiled - empty, 20),
  );
  rows.push(megabytes('options page', await heapOf(stage.context, 'page', '/options.html')));
  if (!WHOLE) return;
  const page = await stage.context.newPage();
  const visit = async (count: number) => {
    for (let n = 0; n < count; n++) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await page.waitForTimeout(200);
    }
    return heapOf(stage.context, 'service_worker');
  };
  const early = await visit(20);
  const late = await visit(VISITS - 20);
  rows.push(
    megabytes(
      `worker, growth from the 20th to the ${VISITS}th visit`,
      Math.max(0, late - early),
      2,
    ),
  );
  await page.close();
}

function packaged(rows: Row[]): void {
  const chunks = join(EXTENSION, 'chunks');
  let chart = 0;
  for (const file of readdirSync(chunks)) {
    const code = readFileSync(join(chunks, file));
    if (code.includes('uplot')) chart += gzipSync(code).length;
  }
  const scripts = join(EXTENSION, 'content-scripts');
  const script = Buffer.concat(
    ['taobao.js', 'taobao-overlay.js'].map((file) => readFileSync(join(scripts, file))),
  );
  rows.push(
    bytes('P18', 'chunks that hold the chart library, gzip', chart, 30_000),
    bytes('P14', 'content script, both files', script.length, 30_000),
    {
      target: 'P20',
      figure: 'bytes of the content script beyond ASCII, and of charts in it',
      value: '',
      ratio: null,
      limit: 0,
      amount: script.filter((byte) => byte > 127).length + (script.includes('uplot') ? 1 : 0),
    },
  );
  const zip = zipFile();
  if (zip !== null) rows.push(bytes('P20', 'zip', statSync(zip).size, 500_000));
}
