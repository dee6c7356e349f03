import { test } from '@playwright/test';
import type { Page } from 'playwright';
import { dockOf } from '../../e2e/harness.ts';
import { medianOf, quantileOf, type Row } from '../row.ts';
import { BENCH_PAGES } from './bench-pages.ts';
import { keepSection } from './keep-section.ts';
import { Stage } from './stage.ts';
import { traced, type TraceEvent } from './trace.ts';

const WARM = 8;
const COLD = 4;

/** When each stage on the way was reached, ms after the page was ready (DOMContentLoaded). */
type Way = { script: number; frame: number; frameReady: number; painted: number; shown: number };

const { address } = BENCH_PAGES[0]!;

/** Looks in every animation frame of the page whether the dock is shown; its time there, ms. */
async function shownAt(page: Page): Promise<number> {
  const dock = await dockFrame(page);
  const element = await dock.frameElement();
  const at = await element.evaluate(
    (node) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const { opacity, visibility } = getComputedStyle(node as Element);
          if (opacity !== '0' && visibility === 'visible') resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  const ready = await page.evaluate(
    () =>
      (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming)
        .domContentLoadedEventEnd,
  );
  return at - ready;
}

async function dockFrame(page: Page) {
  for (let look = 0; ; look++) {
    if (look > 10_000) throw new Error('no dock came');
    const frame = page.frames().find((one) => one.url().endsWith('/dock.html'));
    if (frame !== undefined) return frame;
    await page.waitForTimeout(3);
  }
}

async function load(stage: Stage): Promise<Way> {
  const cdp = await stage.context.browser()!.newBrowserCDPSession();
  const page = await stage.context.newPage();
  let shown = 0;
  const events = await traced(cdp, async () => {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    shown = await shownAt(page);
    await dockOf(page);
  });
  await page.close();
  await cdp.detach();
  return { ...wayOf(events), shown };
}

function wayOf(events: readonly TraceEvent[]): Omit<Way, 'shown'> {
  const commitOf = (start: string, ending: string) =>
    events.find(({ name, args }) => {
      const url = (args['data'] as { url?: string } | undefined)?.url ?? '';
      return name === 'CommitLoad' && url.startsWith(start) && url.endsWith(ending);
    });
  const pagePid = commitOf(address, '')?.pid;
  const dock = commitOf('chrome-extension://', '/dock.html');
  const first = (name: string, pid: number | undefined, after: number) =>
    events.find((event) => event.name === name && event.pid === pid && event.ts >= after)?.ts;
  const started = commitOf(address, '')?.ts ?? 0;
  const ready = first('MarkDOMContent', pagePid, started) ?? Number.NaN;
  const script = events.find(
    (event) =>
      event.name === 'EvaluateScript' && JSON.stringify(event.args).includes('content-scripts/'),
  );
  const after = (ts: number | undefined) => ((ts ?? Number.NaN) - ready) / 1000;
  return {
    script: after(script?.ts),
    frame: after(dock?.ts),
    frameReady: after(first('MarkDOMContent', dock?.pid, dock?.ts ?? 0)),
    painted: after(first('firstContentfulPaint', dock?.pid, dock?.ts ?? 0)),
  };
}

test('from the page being ready to the dock being drawn', async () => {
  const stage = await new Stage().start();
  try {
    await stage.loadDemo();
    await load(stage);
    const warm: Way[] = [];
    for (let n = 0; n < WARM; n++) warm.push(await load(stage));
    const cold: Way[] = [];
    for (let n = 0; n < COLD; n++) {
      await stage.stopWorker();
      cold.push(await load(stage));
    }
    const rows: Row[] = [row('worker warm', warm), row('worker cold', cold)];
    keepSection(
      'Time to the dock',
      stage.browser,
      [
        'From DOMContentLoaded of the demo listing. Two equal readings 150 ms apart are waited for, so that no half-made page is told of; frames load meanwhile.',
      ],
      rows,
    );
  } finally {
    await stage.end();
  }
});

function row(name: string, ways: Way[]): Row {
  const of = (stage: keyof Way) => medianOf(ways.map((way) => way[stage])).toFixed(0);
  const shown = ways.map((way) => way.shown);
  return {
    target: 'P15',
    figure: `page ready to dock shown, ${name}`,
    value: `${of('shown')} ms, p95 ${quantileOf(shown, 0.95).toFixed(0)} ms (script runs at ${of('script')}, dock's frame comes at ${of('frame')}, is loaded at ${of('frameReady')}, painted at ${of('painted')})`,
    ratio: null,
    limit: null,
    time: medianOf(shown),
  };
}
