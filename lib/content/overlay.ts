import type { PageReport } from '../listing/page-report';
import type { Drag, DrawOrder, FrameDrawn, FrameName, LocateTarget } from '../messaging/frames';
import type { Result } from '../messaging/result';
import type { DockPlace } from '../settings';
import { createFrameHost } from './frame-host';
import { locateOnPage } from './locate';
import { PACE } from './pace';
import { createPageWatcher, type WatchedPage } from './page-watcher';
import { once } from './once';
import { createPlacement, type Drawn, type Placement } from './placement';
import { showReloadNotice } from './reload-notice';
import { watchStillness } from './stillness';
import { cancel, later } from './timers';

/** What the overlay needs of the world; tests pass their own. */
export type OverlayWorld = WatchedPage & {
  /** Tells that this page has come; what is answered decides whether it is read at all. */
  arrive: () => Promise<Result<DrawOrder>>;
  /** Sends an observation to the background; rejects where nobody answers. */
  observe: (result: PageReport) => Promise<Result<DrawOrder>>;
  /** Whether the extension that put us here is still there. */
  isAlive: () => boolean;
  frameUrl: (name: FrameName) => string;
};

const CHIPS: readonly FrameName[] = ['title-chip', 'price-chip'];
const STOPPED: readonly FrameName[] = ['title-chip'];
/**
 * Longest wait for the answer to an arrival, so that a page of a site that is switched off is not
 * read (8 ms of its thread). It costs next to no time: meanwhile it counts already whether the page
 * rests, and what is read is told to the same background that has not answered yet. One that has to
 * wake takes some 100 ms, on a slow machine more.
 */
const ARRIVAL_MS = 400;
/** Longest wait for an idle moment in which a chip's frame is put into the page. */
const IDLE_MS = 300;
/** How often it is looked whether the extension is still there. */
const ALIVE_MS = 1000;

/**
 * The overlay on one page: what is read goes to the background, what comes back decides whether
 * frames stand in the page. A frame is shown only after it has said itself that it has drawn for
 * the item that is in the address now, and the background has answered for that item.
 */
export function createOverlay(world: OverlayWorld) {
  const stillness = watchStillness(world.now);
  // Made when first used: a page of a site that is switched off needs neither.
  const host = once(() => createFrameHost(world.frameUrl, forgetDrawn));
  const watcher = once(() =>
    createPageWatcher(world, stillness, {
      moved,
      stale,
      observed,
      touched: () => order && placement?.layoutChanged(),
    }),
  );
  const startedMs = world.now();
  let placement: Placement | null = null;
  let order: DrawOrder | null = null;
  let drawn: Drawn = {};
  /** Readings taken before this time are of an earlier state of the page. */
  let staleBeforeMs = startedMs;
  let ended = false;
  let reading = false;
  /** Nothing is read: the site is switched off. */
  let resting = false;
  /** A reading has been told; what frames drew before is of an earlier load. */
  let told = false;
  let heartbeat = 0;
  let chipsTimer = 0;

  function start(): void {
    // Whether the page rests counts from here, without reading it.
    stillness.start();
    later(begin, ARRIVAL_MS);
    // In a task of its own, so that a profile tells it from the page's work.
    world.arrive().then((answer) => later(() => arrived(answer), 0), begin);
  }

  function begin(): void {
    if (reading || resting || ended) return;
    reading = true;
    // Nobody tells an orphan that it is one.
    heartbeat ||= window.setInterval(checkAlive, ALIVE_MS);
    watcher().start();
  }

  /** The dock loads while the page settles, concealed; where nothing is drawn nothing is read either. */
  function arrived(answer: Result<DrawOrder>): void {
    resting = answer.ok && !answer.value.draw;
    if (resting) return stopReading();
    begin();
    // After the page's first paint, which the start of the frame's process would hold up.
    if (!answer.ok) return;
    const painted = new PerformanceObserver(() => openEarly(answer.value));
    painted.observe({ type: 'paint', buffered: true });
  }

  function openEarly(next: DrawOrder): void {
    if (!ended && !told && next.itemId === watcher().itemId()) openListing(next);
  }

  /** Ends everything; nothing of ours is left in the page. */
  function stop(): void {
    ended = true;
    cancel(heartbeat);
    stopReading();
    takeAway();
  }

  function stopReading(): void {
    (reading ? watcher() : stillness).stop();
    reading = false;
  }

  function reread(): void {
    if (!checkAlive()) return;
    resting = false;
    if (reading) watcher().reread();
    else begin();
  }

  /** A frame has drawn; it is shown if what it drew is of the item and reading of the page now. */
  function frameDrawn(by: FrameDrawn): void {
    if (ended || !told) return;
    drawn[by.frame] = by;
    showDrawn();
    // In the frame in which the dock is shown, after it.
    if (by.frame === 'dock') requestAnimationFrame(openChips);
  }

  /** Draws or takes away, as the background says. */
  function draw(next: DrawOrder): void {
    if (ended) return;
    if (!next.draw) return takeAway();
    const isFull = next.mode === 'full';
    // An order for another item answers a question that is no longer asked.
    if (isFull && next.itemId !== watcher().itemId()) return;
    // The frames of a listing are none for a security page.
    if (!isFull && order?.mode !== 'stopped') takeAway();
    order = next;
    if (isFull) openListing(next);
    else openFrames(next, STOPPED);
    showDrawn();
  }

  /**
   * The dock at once, the chips once it is drawn: each frame costs the page's thread some 3 ms and the
   * frames load in one process, one waiting for the other.
   */
  function openListing(next: DrawOrder): void {
    openFrames(next, ['dock']);
    chipsTimer ||= later(openChips, (world.pace ?? PACE).chipsMs);
  }

  /** Each of the chips in an idle moment of its own; none where the overlay was taken away meanwhile. */
  function openChips(): void {
    requestIdleCallback(
      () => {
        const next = CHIPS.find((name) => !host().has(name));
        if (!next || !placement || order?.mode === 'stopped') return;
        host().open(next, placement.roomFor(next));
        openChips();
      },
      { timeout: IDLE_MS },
    );
  }

  function openFrames({ place }: DrawOrder, names: readonly FrameName[]): void {
    placement ??= createPlacement(host(), () => world.adapter.anchors(document), place);
    placement.setPlace(place);
    const { roomFor } = placement;
    stillness.unseen(() => {
      for (const name of names) host().open(name, roomFor(name));
    });
  }

  /** Folds, unfolds, or with null turns over; answers how the dock stands then. */
  function fold(wanted: boolean | null): boolean {
    return placement?.fold(wanted) ?? false;
  }

  /** Moves the dock with a drag; its end gives the place to remember, null where there is none. */
  function drag(by: Drag): DockPlace | null {
    return placement?.drag(by) ?? null;
  }

  function locate(target: LocateTarget): boolean {
    return !ended && locateOnPage(world.adapter, host(), target);
  }

  function moved(): void {
    order = null;
    host().concealAll();
    forgetDrawn();
    checkAlive();
  }

  /** The chips say a price and a coverage of the reading before: away until they have drawn anew. */
  function stale(): void {
    staleBeforeMs = world.now();
    showDrawn();
  }

  function forgetDrawn(): void {
    drawn = {};
    showDrawn();
  }

  function showDrawn(): void {
    const stopped = order?.mode === 'stopped';
    const shown: Drawn = {};
    for (const by of order ? Object.values(drawn) : []) {
      const isOfItem = stopped || by.itemId === watcher().itemId();
      const oldBeforeMs = by.frame === 'dock' ? startedMs : staleBeforeMs;
      const isOld = by.atMs !== null && by.atMs < oldBeforeMs;
      if (isOfItem && !isOld && !by.hide) shown[by.frame] = by;
    }
    placement?.setDrawn(shown, stopped);
  }

  async function observed(result: PageReport, itemId: string | null): Promise<boolean> {
    if (!checkAlive()) return true;
    told = true;
    let answer: Result<DrawOrder>;
    try {
      answer = await world.observe(result);
    } catch {
      return !checkAlive();
    }
    if (ended || watcher().itemId() !== itemId) return true;
    if (answer.ok) draw(answer.value);
    return answer.ok;
  }

  function takeAway(): void {
    cancel(chipsTimer);
    chipsTimer = 0;
    order = null;
    placement?.stop();
    placement = null;
    drawn = {};
    host().close();
  }

  /** After an update of the extension this script is an orphan: it ends, and says what to do. */
  function checkAlive(): boolean {
    if (ended) return false;
    if (world.isAlive()) return true;
    const wasShown = placement !== null;
    stop();
    if (wasShown) showReloadNotice(host());
    return false;
  }

  const isRemoved = () => host().isRemoved();

  return { start, stop, reread, frameDrawn, draw, fold, drag, locate, isRemoved };
}
