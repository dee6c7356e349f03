import type { PageReport } from '../listing/page-report';
import type { Drag, DrawOrder, FrameDrawn, FrameName, LocateTarget } from '../messaging/frames';
import type { Result } from '../messaging/result';
import type { DockPlace } from '../settings';
import type { Arrival } from './arrival';
import { createFrameHost } from './frame-host';
import { locateOnPage } from './locate';
import { PACE } from './pace';
import { createPageWatcher, type WatchedPage } from './page-watcher';
import { CHIPS, createPlacement, type Drawn, type Placement } from './placement';
import { showReloadNotice } from './reload-notice';
import { cancel, every, later } from './timers';

/** What the overlay needs of the world; tests pass their own. */
export type OverlayWorld = WatchedPage & {
  /** Knows since the page came whether it rests, and what was answered to its coming. */
  arrival: Arrival;
  /** Sends an observation to the background; rejects where nobody answers. */
  observe: (result: PageReport) => Promise<Result<DrawOrder>>;
  /** Whether the extension that put us here is still there. */
  isAlive: () => boolean;
  frameUrl: (name: FrameName) => string;
};

const STOPPED: readonly FrameName[] = ['title-chip'];
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
  const { stillness } = world.arrival;
  const host = createFrameHost(world.frameUrl, forgetDrawn);
  const watcher = createPageWatcher(world, stillness, {
    moved,
    stale,
    observed,
    touched: () => order && placement?.layoutChanged(),
  });
  const startedMs = world.now();
  let placement: Placement | null = null;
  let order: DrawOrder | null = null;
  let drawn: Drawn = {};
  /** Readings taken before this time are of an earlier state of the page. */
  let staleBeforeMs = startedMs;
  let ended = false;
  /** A reading has been told; what frames drew before is of an earlier load. */
  let told = false;
  let heartbeat = 0;
  let chipsTimer = 0;

  function start(): void {
    // Nobody tells an orphan that it is one.
    heartbeat = every(checkAlive, ALIVE_MS);
    watcher.start();
    world.arrival.order.then(arrived, () => {});
  }

  /**
   * The dock loads while the page settles, concealed; after the page's first paint, which the start
   * of the frame's process would hold up.
   */
  function arrived(answer: Result<DrawOrder>): void {
    if (!answer.ok || !answer.value.draw) return;
    const painted = new PerformanceObserver(() => openEarly(answer.value));
    painted.observe({ type: 'paint', buffered: true });
  }

  function openEarly(next: DrawOrder): void {
    if (!ended && !told && next.itemId === watcher.itemId()) openListing(next);
  }

  /** Ends everything; nothing of ours is left in the page. */
  function stop(): void {
    ended = true;
    cancel(heartbeat);
    watcher.stop();
    takeAway();
  }

  function reread(): void {
    if (checkAlive()) watcher.reread();
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
    if (isFull && next.itemId !== watcher.itemId()) return;
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
        const next = CHIPS.find((name) => !host.has(name));
        if (!next || !placement || order?.mode === 'stopped') return;
        host.open(next, placement.roomFor(next));
        openChips();
      },
      { timeout: IDLE_MS },
    );
  }

  function openFrames({ place }: DrawOrder, names: readonly FrameName[]): void {
    placement ??= createPlacement(host, () => world.adapter.anchors(document), place);
    placement.setPlace(place);
    const { roomFor } = placement;
    stillness.unseen(() => {
      for (const name of names) host.open(name, roomFor(name));
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
    return !ended && locateOnPage(world.adapter, host, target);
  }

  function moved(): void {
    order = null;
    host.concealAll();
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
      const isOfItem = stopped || by.itemId === watcher.itemId();
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
    if (ended || watcher.itemId() !== itemId) return true;
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
    host.close();
  }

  /** After an update of the extension this script is an orphan: it ends, and says what to do. */
  function checkAlive(): boolean {
    if (ended) return false;
    if (world.isAlive()) return true;
    const wasShown = placement !== null;
    stop();
    if (wasShown) showReloadNotice(host);
    return false;
  }

  const isRemoved = () => host.isRemoved();

  return { start, stop, reread, frameDrawn, draw, fold, drag, locate, isRemoved };
}
