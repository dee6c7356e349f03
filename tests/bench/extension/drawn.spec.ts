import { test } from '@playwright/test';
import type { Page } from 'playwright';
import { dockOf } from '../../e2e/harness.ts';
import type { TabAnswer } from '../../../lib/messaging/tab-answer.ts';
import { medianOf, quantileOf, type Row } from '../row.ts';
import { BENCH_PAGES } from './bench-pages.ts';
import { keepSection } from './keep-section.ts';
import { Stage } from './stage.ts';
import { traced, type TraceEvent } from './trace.ts';

const WARM = 8;
const COLD = 4;

/** When each stage on the way was reached, ms after the page was ready (DOMContentLoaded). */
type Way = {
  /** The content script begins. */
  script: number;
  /** The background has answered its arrival, and the dock's frame has begun to load. */
  inserted: number;
  /** The frame has its page. */
  frame: number;
  /** Its style and script are loaded, and the script has run. */
  frameReady: number;
  /** The inspection is in the frame: the page has been read, told of and kept. */
  answered: number;
  /** It is painted in the frame, and the frame has told so. */
  told: number;
  /** The page's own next frame has it. */
  shown: number;
};

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
  await page.addInitScript(noteAnswers);
  let shown = 0;
  let inFrame = { answered: Number.NaN, told: Number.NaN };
  const events = await traced(cdp, async () => {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    shown = await shownAt(page);
    await dockOf(page);
    inFrame = await inFrameAt(page);
  });
  await page.close();
  await cdp.detach();
  return { ...wayOf(events), ...inFrame, shown };
}

/** In a frame of ours: marks when its port first brings an inspection, and when it tells that it drew it. */
function noteAnswers(): void {
  if (location.protocol !== 'chrome-extension:') return;
  const spaces = globalThis as { chrome?: Space; browser?: Space };
  for (const space of new Set([spaces.chrome, spaces.browser])) {
    if (space === undefined) continue;
    const { connect, sendMessage } = space.runtime;
    space.runtime.connect = (info) => {
      const port = connect.call(space.runtime, info);
      port.onMessage.addListener(({ answer }) => performance.mark(answer.state));
      return port;
    };
    space.runtime.sendMessage = (said, ...more) => {
      if (said.type === 'frame-drawn' && said.data.atMs !== null) performance.mark('told');
      return sendMessage.call(space.runtime, said, ...more);
    };
  }
}
type Port = { onMessage: { addListener(heard: (said: { answer: TabAnswer }) => void): void } };
type Said = { type: string; data: { atMs: number | null } };
type Space = {
  runtime: {
    connect: (info: object) => Port;
    sendMessage: (said: Said, ...more: unknown[]) => unknown;
  };
};

/** When the dock's frame had its inspection, and had drawn it, ms after the page was ready. */
async function inFrameAt(page: Page): Promise<Pick<Way, 'answered' | 'told'>> {
  const frame = await dockFrame(page);
  const atOf = (mark: string) =>
    frame.evaluate(
      (name) =>
        performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
      mark,
    );
  const ready = await page.evaluate(() => {
    const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return performance.timeOrigin + (load?.domContentLoadedEventEnd ?? Number.NaN);
  });
  return { answered: (await atOf('inspected')) - ready, told: (await atOf('told')) - ready };
}

function wayOf(events: readonly TraceEvent[]): Omit<Way, 'answered' | 'told' | 'shown'> {
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
  // Our last doing in the page before the frame has its document: it put the frame there.
  const inserting = events.findLast(
    (event) =>
      event.name === 'FunctionCall' &&
      event.pid === pagePid &&
      event.ts < (dock?.ts ?? 0) &&
      JSON.stringify(event.args).includes('content-scripts/'),
  );
  const after = (ts: number | undefined) => ((ts ?? Number.NaN) - ready) / 1000;
  return {
    script: after(script?.ts),
    inserted: after(inserting && inserting.ts + (inserting.dur ?? 0)),
    frame: after(dock?.ts),
    frameReady: after(first('MarkDOMContent', dock?.pid, dock?.ts ?? 0)),
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
        'From DOMContentLoaded of the demo listing, in ms, by the time at which each stage was reached. The page is read once nothing in it has changed for 150 ms, so that no half-made one is told of; the frame of the dock loads meanwhile. From being told to being shown it takes some 10 ms of messages and placing, and the page’s own frame, which has no GPU here.',
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
    value: `${of('shown')} ms, p95 ${quantileOf(shown, 0.95).toFixed(0)} ms (script begun ${of('script')}, frame put in ${of('inserted')}, its page there ${of('frame')}, its script run ${of('frameReady')}, inspection in it ${of('answered')}, painted there and told ${of('told')})`,
    ratio: null,
    limit: null,
    time: medianOf(shown),
  };
}
