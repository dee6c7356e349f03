import type { CDPSession, Page } from 'playwright';

export type TraceEvent = {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** The processor's time of the thread: what others take away from it does not count. */
  tdur?: number;
  args: Record<string, unknown>;
};

/** What a trace says of one load, in ms of the thread's own processor time. */
export type LoadCost = {
  /** Top-most events on the page's main thread that name an extension's script. */
  script: number;
  /** Of it: until the dock is shown, which is before the first chip's frame is put in. */
  dock: number;
  /** Of it: compiling. */
  compile: number;
  /** The same in the processes of our frames; it holds up nothing of the page. */
  frames: number;
  /** The longest task of the page's main thread in which a script of an extension ran. */
  longestTask: number;
  /** Layouts that a script of an extension forced while it read the page: how many, by stacks. */
  forcedLayouts: number;
  /** Layouts and works of style that name a script of an extension at all, by stacks. */
  stacks: number;
};

const MARK = 'chrome-extension://';
const CATEGORIES =
  'devtools.timeline,v8,disabled-by-default-v8.compile,toplevel,disabled-by-default-devtools.timeline';
/**
 * Who forced a layout. No figure of time is taken with it: noting where a timer or a message was
 * begun has the engine work out the lines of the whole script, 2.4 ms that no page pays by itself.
 */
const STACKS = 'disabled-by-default-devtools.timeline.stack';

/** Traces a browser while something is done in it. */
export async function traced(
  cdp: CDPSession,
  work: () => Promise<void>,
  withStacks = false,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [...CATEGORIES.split(','), ...(withStacks ? [STACKS] : [])],
    },
  });
  await work();
  const complete = new Promise<void>((resolve) =>
    cdp.once('Tracing.tracingComplete', () => resolve()),
  );
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

/** The process of the page at an address: the one that committed it. */
function pagePid(events: readonly TraceEvent[], address: string): number | null {
  for (const { name, pid, args } of events) {
    if (name !== 'CommitLoad' && name !== 'ResourceSendRequest') continue;
    const data = args['data'] as { url?: string } | undefined;
    if (name === 'CommitLoad' && data?.url?.startsWith(address) === true) return pid;
  }
  return null;
}

/** Sums up a load's events. */
export function costOf(events: readonly TraceEvent[], address: string): LoadCost {
  const pid = pagePid(events, address);
  const cost = {
    script: 0,
    dock: 0,
    compile: 0,
    frames: 0,
    longestTask: 0,
    forcedLayouts: 0,
    stacks: 0,
  };
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.ph !== 'X' || event.dur === undefined) continue;
    const key = `${event.pid}/${event.tid}`;
    const list = threads.get(key);
    if (list === undefined) threads.set(key, [event]);
    else list.push(event);
  }
  for (const list of threads.values()) {
    list.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
    markMicrotasks(list);
    const onPage = list[0]!.pid === pid;
    let coveredUntil = -1;
    let task: TraceEvent | null = null;
    let placingUntil = -1;
    let idleUntil = -1;
    let isDockShown = false;
    for (const event of list) {
      const end = event.ts + (event.dur ?? 0);
      if (event.name === 'ThreadControllerImpl::RunTask') task = event;
      if (event.name === 'FireAnimationFrame') placingUntil = end;
      if (event.name === 'FireIdleCallback') idleUntil = end;
      const isStyle = event.name === 'Layout' || event.name === 'UpdateLayoutTree';
      if (isStyle && onPage && JSON.stringify(event.args).includes(MARK)) {
        cost.stacks += 1;
        // Frames are placed in an animation frame, after the page's own work; reading is never there.
        if (event.name === 'Layout' && event.ts >= placingUntil) cost.forcedLayouts += 1;
      }
      if (!isOurs(event)) continue;
      const ms = spent(event);
      if (onPage && /compile/i.test(event.name)) cost.compile += ms;
      if (event.ts < coveredUntil) continue;
      coveredUntil = end;
      if (!onPage) {
        cost.frames += ms;
        continue;
      }
      cost.script += ms;
      // The chips are put in in idle moments, once the dock is shown; nothing else of ours is.
      isDockShown ||= event.ts < idleUntil;
      if (!isDockShown) cost.dock += ms;
      const isIn = task !== null && task.ts + (task.dur ?? 0) >= end;
      cost.longestTask = Math.max(cost.longestTask, isIn && task !== null ? spent(task) : 0, ms);
    }
  }
  return cost;
}

/** What runs after an `await` names no script: a row of microtasks is ours where something in it is. */
function markMicrotasks(events: TraceEvent[]): void {
  let row: TraceEvent | null = null;
  for (const event of events) {
    if (event.name === 'RunMicrotasks') row = event;
    else if (row !== null && event.ts < row.ts + (row.dur ?? 0) && isOurs(event))
      row.args = { ours: MARK };
  }
}

function spent({ dur = 0, tdur = dur }: TraceEvent): number {
  return tdur / 1000;
}

/** Whether an event is of an extension's script; what is only reported by one (a stack) is not. */
function isOurs({ name, cat, args }: TraceEvent): boolean {
  if (cat.includes('toplevel') || name === 'Layout' || name === 'UpdateLayoutTree') return false;
  return JSON.stringify(args).includes(MARK);
}

/** What a page saw of its own load: paints, shifts, blocked time. */
export type PageVitals = { fcp: number; lcp: number; cls: number; tbt: number; longTasks: number };

/** Has every page of the context note its vitals from the start. */
export async function noteVitals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { fcp: 0, lcp: 0, cls: 0, tbt: 0, longTasks: 0 };
    Object.assign(window, { vitalsOfThisLoad: seen });
    const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        type,
        buffered: true,
      });
    watch('paint', (entry) => {
      if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime;
    });
    watch('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
    watch('layout-shift', (entry) => (seen.cls += (entry as never as { value: number }).value));
    watch('longtask', (entry) => {
      seen.longTasks += 1;
      seen.tbt += entry.duration - 50;
    });
  });
}
