import { test } from '@playwright/test';
import type { CDPSession, Page } from 'playwright';
import { medianOf, quantileOf, ratioOf, type Row } from '../row.ts';
import { BENCH_PAGES, type BenchPage } from './bench-pages.ts';
import { keepSection } from './keep-section.ts';
import { costOf, noteVitals, traced, type LoadCost, type PageVitals } from './trace.ts';
import { variants, type Variant } from './variants.ts';

const LOADS = Number(process.env['BENCH_LOADS'] ?? 4);
/**
 * Loads without a trace in each round, of which only what the page saw is told: tracing slows paints.
 * With 3 the page's own long task, 55 to 150 ms from load to load, decided what was beyond the spread.
 */
const PLAIN_LOADS = 8;
/** How long a load is watched after the page is ready: dock and chips have drawn by then, ms. */
const WATCHED_MS = 1500;
const OURS = 'ours with the dock';
const IDLE = 'ours, switched off here';
const NONE = 'no extension';
const LISTINGS = ['listing', 'listing of 6000 nodes'];

type Load = LoadCost & PageVitals & { heap: number };
const loads = new Map<string, Load[]>();
/** Loads of ours with stacks, of which only the layouts are told. */
const withStacks = new Map<string, Load[]>();
/** What pages saw in loads without a trace. */
const plain = new Map<string, PageVitals[]>();
const keyOf = (variant: string, page: string) => `${variant}|${page}`;

async function load(
  { stage }: Variant,
  { address }: BenchPage,
  cdp: CDPSession,
  withStacks = false,
): Promise<Load> {
  const page = await stage.context.newPage();
  await noteVitals(page);
  const work = async () => {
    await page.goto(address);
    await page.waitForTimeout(WATCHED_MS);
  };
  const events = await traced(cdp, work, withStacks);
  const vitals = await vitalsOf(page);
  const heap = await heapOf(page, stage);
  await page.close();
  return { ...costOf(events, address), ...vitals, heap };
}

async function plainLoad({ stage }: Variant, { address }: BenchPage): Promise<PageVitals> {
  const page = await stage.context.newPage();
  await noteVitals(page);
  await page.goto(address);
  await page.waitForTimeout(WATCHED_MS);
  const vitals = await vitalsOf(page);
  await page.close();
  return vitals;
}

function vitalsOf(page: Page): Promise<PageVitals> {
  return page.evaluate(
    () => (window as never as { vitalsOfThisLoad: PageVitals }).vitalsOfThisLoad,
  );
}

/** The page's heap with all its worlds, MB. */
async function heapOf(page: Page, stage: Variant['stage']): Promise<number> {
  const session = await stage.context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

test('P13 to P15: what a page pays', async () => {
  const all = await variants();
  try {
    const sessions = new Map<Variant, CDPSession>();
    for (const variant of all) {
      for (const { address, html } of BENCH_PAGES) variant.stage.serve(address, html);
      const browser = variant.stage.context.browser();
      if (browser === null) throw new Error('this browser has no protocol of its own');
      sessions.set(variant, await browser.newBrowserCDPSession());
    }
    for (let round = 0; round <= LOADS; round++)
      for (const page of BENCH_PAGES) {
        if (round > 0) await plainLoads(all, page);
        for (const variant of all) {
          if (!page.all && ![NONE, IDLE, OURS].includes(variant.name)) continue;
          // Twice as many of a listing: what is compared there is a matter of a few milliseconds,
          // and a median of 4 moves by 3 ms.
          for (let time = 0; time < (LISTINGS.includes(page.name) ? 2 : 1); time++) {
            const cost = await load(variant, page, sessions.get(variant)!);
            // The first round wakes the worker and fills caches.
            if (round === 0) continue;
            const key = keyOf(variant.name, page.name);
            loads.set(key, [...(loads.get(key) ?? []), cost]);
          }
          if (variant.name !== OURS || round === 0) continue;
          const stacked = await load(variant, page, sessions.get(variant)!, true);
          withStacks.set(page.name, [...(withStacks.get(page.name) ?? []), stacked]);
        }
      }
    keepSection('Injection', all.at(-1)!.stage.browser, notes(), rowsOf());
  } finally {
    for (const variant of all) await variant.end();
  }
});

/** In turns, so that whatever else the machine does falls on both alike. */
async function plainLoads(all: Variant[], page: BenchPage): Promise<void> {
  if (!LISTINGS.includes(page.name)) return;
  for (let time = 0; time < PLAIN_LOADS; time++)
    for (const variant of all) {
      if (![NONE, OURS].includes(variant.name)) continue;
      const key = keyOf(variant.name, page.name);
      plain.set(key, [...(plain.get(key) ?? []), await plainLoad(variant, page)]);
    }
}

function notes(): string[] {
  return [
    `${LOADS} loads of each variant and page in each pass (of a listing ${2 * LOADS}), round-robin, every variant in a fresh profile; the time of top-most trace events whose arguments name an extension's script. Frames are of another process and hold up nothing of the page. What is held beside the page without us is of ${PLAIN_LOADS * LOADS} loads more of each, in turns and without a trace, which slows paints by itself; in brackets the quartiles without us.`,
  ];
}

function valuesOf(variant: string, page: string, what: keyof Load): number[] {
  return (loads.get(keyOf(variant, page)) ?? []).map((one) => one[what]);
}

function rowsOf(): Row[] {
  const rows: Row[] = [];
  for (const [key, list] of loads) {
    const [variant, page] = key.split('|') as [string, string];
    const of = (what: keyof Load) => medianOf(list.map((one) => one[what]));
    const value = `${of('script').toFixed(2)} ms (until the dock ${of('dock').toFixed(2)}, compile ${of('compile').toFixed(2)}), frames ${of('frames').toFixed(1)} ms, FCP ${of('fcp').toFixed(0)}, LCP ${of('lcp').toFixed(0)}, TBT ${of('tbt').toFixed(0)}, CLS ${of('cls').toFixed(3)}, heap ${of('heap').toFixed(2)} MB`;
    rows.push({ target: 'P13–15', figure: `${page}: ${variant}`, value, ratio: null, limit: null });
  }
  for (const page of ['result page', 'page of another site'])
    rows.push(
      amount(
        'P13',
        `${page}: events that name us`,
        Math.max(...valuesOf(OURS, page, 'script')),
        0,
        'ms',
      ),
    );
  const listing = 'listing';
  rows.push(
    time('P14', 'listing, switched off: content script', valuesOf(IDLE, listing, 'script'), 5),
    {
      ...time(
        'P14',
        'listing, switched off: content script over 11 KB of library',
        valuesOf(IDLE, listing, 'script'),
        3,
      ),
      ratio: ratioOf(
        valuesOf(IDLE, listing, 'script'),
        valuesOf('calibration 11 KB', listing, 'script'),
      ),
      peer: 'calibration 11 KB',
    },
    {
      ...amount(
        'P14',
        'listing, switched off: heap of the script',
        heapBeyond(IDLE, listing),
        0.4,
        'MB',
      ),
      peer: 'no extension',
    },
    {
      ...amount(
        'P14',
        'listing, dock drawn: heap of the script',
        heapBeyond(OURS, listing),
        0.4,
        'MB',
      ),
      limit: null,
      peer: 'no extension',
    },
  );
  for (const page of LISTINGS) {
    rows.push(
      time('P15', `${page}, dock drawn: page's main thread`, valuesOf(OURS, page, 'dock'), 25),
      time(
        'P15',
        `${page}, dock and both chips drawn: page's main thread`,
        valuesOf(OURS, page, 'script'),
        25,
      ),
      {
        ...time(
          'P15',
          `${page}, dock and both chips drawn, over 112 KB of library`,
          valuesOf(OURS, page, 'script'),
          Number.NaN,
        ),
        ratio: ratioOf(
          valuesOf(OURS, page, 'script'),
          valuesOf('calibration 112 KB', listing, 'script'),
        ),
        limit: null,
        peer: 'calibration 112 KB on the listing',
      },
      amount(
        'P15',
        `${page}: longest task that a script of ours was in`,
        quantileOf(valuesOf(OURS, page, 'longestTask'), 0.75),
        50,
        'ms',
      ),
      amount('P15', `${page}: layouts forced by us`, forcedLayouts(page), 0, ''),
      amount('P15', `${page}: layout shift beyond that without us`, shiftBeyond(page), 0, ''),
      besideNone('fcp', page),
      besideNone('lcp', page),
      besideNone('tbt', page),
    );
  }
  return rows;
}

/** Layouts that our reading forced, by stacks; that stacks show ours at all is seen by the placing. */
function forcedLayouts(page: string): number {
  const stacked = withStacks.get(page) ?? [];
  if (!stacked.some(({ stacks }) => stacks > 0)) throw new Error('no stack names us');
  return medianOf(stacked.map((one) => one.forcedLayouts));
}

/** What a page's heap holds more than without any extension, MB. */
function heapBeyond(variant: string, page: string): number {
  return Math.max(
    0,
    medianOf(valuesOf(variant, page, 'heap')) - medianOf(valuesOf(NONE, page, 'heap')),
  );
}

/**
 * A time of what the page saw, held against loads without any extension: by how much our median lies
 * above their upper quartile; 0 within it.
 */
function besideNone(what: 'fcp' | 'lcp' | 'tbt', page: string): Row {
  const ours = medianOf(plainValuesOf(OURS, page, what));
  const without = plainValuesOf(NONE, page, what);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantileOf(without, share));
  const value = `${ours.toFixed(0)} beside ${middle!.toFixed(0)} (${low!.toFixed(0)} to ${high!.toFixed(0)}) ms`;
  const figure = `${page}: ${what.toUpperCase()} beside that without us, beyond its spread`;
  return { target: 'P15', figure, value, ratio: null, limit: 0, time: Math.max(0, ours - high!) };
}

/** Of the layout shift, which no busy machine changes: how far our median lies above the one without. */
function shiftBeyond(page: string): number {
  const of = (variant: string) => medianOf(plainValuesOf(variant, page, 'cls'));
  return Math.max(0, of(OURS) - of(NONE));
}

function plainValuesOf(variant: string, page: string, what: keyof PageVitals): number[] {
  return (plain.get(keyOf(variant, page)) ?? []).map((one) => one[what]);
}

function time(target: string, figure: string, values: number[], limit: number): Row {
  const held = medianOf(values);
  return { target, figure, value: `${held.toFixed(1)} ms`, ratio: null, limit, time: held };
}

function amount(target: string, figure: string, held: number, limit: number, unit: string): Row {
  const value = `${Number(held.toFixed(2))} ${unit}`.trim();
  return { target, figure, value, ratio: null, limit, amount: held };
}
