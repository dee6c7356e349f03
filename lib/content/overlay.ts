import type { PageReport } from '../listing/page-report';
import type { Drag, DrawOrder, FrameDrawn, FrameName, LocateTarget } from '../messaging/frames';
import type { Result } from '../messaging/result';
import type { DockPlace } from '../settings';
import type { Anchors, SiteAdapter } from '../sites/adapter';
import { placeAfterDrag } from './dock-place';
import { FrameHost } from './frame-host';
import { locateOnPage } from './locate';
import { PageWatcher } from './page-watcher';
import type { Pace } from './pace';
import { Placement } from './placement';
import { showReloadNotice } from './reload-notice';

/** What the overlay needs of the world; tests pass their own. */
export type OverlayWorld = {
  window: Window;
  adapterFor: (url: URL) => SiteAdapter | null;
  now: () => number;
  /** Sends an observation to the background; rejects where nobody answers. */
  observe: (result: PageReport) => Promise<Result<DrawOrder>>;
  /** Whether the extension that put us here is still there. */
  isAlive: () => boolean;
  frameUrl: (name: FrameName) => string;
  pace?: Pace;
};

const EMPTY: Anchors = { title: null, price: null, keepClear: [], gallery: null };
const FULL: readonly FrameName[] = ['dock', 'title-chip', 'price-chip'];
/** How often it is looked whether the extension is still there. */
const ALIVE_MS = 1000;
const STOPPED: readonly FrameName[] = ['title-chip'];

/**
 * The overlay on one page: what is read goes to the background, what comes back decides whether
 * frames stand in the page. A frame is shown only after it has said itself that it has drawn for
 * the item that is in the address now, and the background has answered for that item.
 */
export class Overlay {
  readonly #world: OverlayWorld;
  readonly #host: FrameHost;
  readonly #watcher: PageWatcher;
  #placement: Placement | null = null;
  #order: DrawOrder | null = null;
  #drawn: Partial<Record<FrameName, FrameDrawn>> = {};
  /** Readings taken before this time are of an earlier state of the page. */
  #staleBeforeMs = 0;
  #ended = false;
  #heartbeat = 0;

  constructor(world: OverlayWorld) {
    this.#world = world;
    this.#host = new FrameHost(world.window, world.frameUrl);
    this.#host.onReturn = () => this.#forgetDrawn();
    this.#watcher = new PageWatcher(
      world,
      {
        moved: () => this.#moved(),
        stale: () => this.#stale(),
        observed: (result, itemId) => this.#observe(result, itemId),
        touched: () => this.#placement?.layoutChanged(),
      },
      world.pace,
    );
  }

  start(): void {
    this.#watcher.start();
    // Nobody tells an orphan that it is one.
    this.#heartbeat = this.#world.window.setInterval(() => this.#checkAlive(), ALIVE_MS);
  }

  /** Ends everything; nothing of ours is left in the page. */
  stop(): void {
    this.#ended = true;
    this.#world.window.clearInterval(this.#heartbeat);
    this.#watcher.stop();
    this.#takeAway();
  }

  reread(): void {
    if (!this.#checkAlive()) return;
    this.#watcher.reread();
  }

  /** A frame has drawn; it is shown if what it drew is of the item and reading of the page now. */
  frameDrawn(drawn: FrameDrawn): void {
    if (this.#ended) return;
    this.#drawn[drawn.frame] = drawn;
    this.#showDrawn();
  }

  /** Draws or takes away, as the background says. */
  draw(order: DrawOrder): void {
    if (this.#ended) return;
    if (!order.draw) {
      this.#order = null;
      this.#takeAway();
      return;
    }
    // An order for another item answers a question that is no longer asked.
    if (order.mode === 'full' && order.itemId !== this.#watcher.itemId) return;
    this.#order = order;
    const names = order.mode === 'full' ? FULL : STOPPED;
    if (this.#placement === null) {
      this.#placement = new Placement(
        this.#world.window,
        this.#host,
        () => this.#anchors(),
        order.place,
      );
    } else if (!samePlace(this.#placement.place, order.place)) {
      this.#placement.setPlace(order.place);
    }
    this.#placement.stopped = order.mode === 'stopped';
    const fresh = names.filter((name) => !this.#host.has(name));
    this.#host.open(names);
    this.#placement.prepare(fresh);
    this.#showDrawn();
  }

  /** Folds, unfolds, or with null turns over; answers how the dock stands then. */
  fold(wanted: boolean | null): boolean {
    const placement = this.#placement;
    if (placement === null) return false;
    const folded = wanted ?? !(placement.stand?.folded ?? false);
    placement.setPlace({ ...placement.place, folded });
    return folded;
  }

  /** Moves the dock with a drag; its end gives the place to remember, null where there is none. */
  drag(drag: Drag): DockPlace | null {
    const placement = this.#placement;
    const stand = placement?.stand ?? null;
    if (placement === null || stand === null) return null;
    if (drag.phase === 'move') {
      placement.setDrag(drag);
      return null;
    }
    if (drag.phase === 'cancel') {
      placement.setDrag(null);
      return null;
    }
    const { innerWidth: width, innerHeight: height } = this.#world.window;
    const place = placeAfterDrag(stand.rect, drag, { width, height }, placement.place.folded);
    placement.setPlace(place);
    return place;
  }

  locate(target: LocateTarget): boolean {
    const adapter = this.#adapter();
    if (adapter === null || this.#ended) return false;
    return locateOnPage(this.#world.window, adapter, this.#host, target);
  }

  #adapter(): SiteAdapter | null {
    return this.#world.adapterFor(new URL(this.#world.window.location.href));
  }

  #anchors(): Anchors {
    return this.#adapter()?.anchors(this.#world.window.document) ?? EMPTY;
  }

  #moved(): void {
    this.#order = null;
    this.#host.concealAll();
    this.#forgetDrawn();
    this.#checkAlive();
  }

  /** The chips say a price and a coverage of the reading before: away until they have drawn anew. */
  #stale(): void {
    this.#staleBeforeMs = this.#world.now();
    this.#showDrawn();
  }

  #forgetDrawn(): void {
    this.#drawn = {};
    this.#placement?.setDrawn({});
  }

  #showDrawn(): void {
    const order = this.#order;
    const { itemId } = this.#watcher;
    const shown: Partial<Record<FrameName, FrameDrawn>> = {};
    if (order !== null) {
      for (const drawn of Object.values(this.#drawn)) {
        const isOfItem = order.mode === 'stopped' || drawn.itemId === itemId;
        const isOld = drawn.atMs !== null && drawn.atMs < this.#staleBeforeMs;
        if (isOfItem && !(isOld && drawn.frame !== 'dock')) shown[drawn.frame] = drawn;
      }
    }
    this.#placement?.setDrawn(shown);
  }

  async #observe(result: PageReport, itemId: string | null): Promise<boolean> {
    if (!this.#checkAlive()) return true;
    let answer: Result<DrawOrder>;
    try {
      answer = await this.#world.observe(result);
    } catch {
      return !this.#checkAlive();
    }
    if (this.#ended || this.#watcher.itemId !== itemId) return true;
    if (!answer.ok) return false;
    this.draw(answer.value);
    return true;
  }

  #takeAway(): void {
    this.#placement?.stop();
    this.#placement = null;
    this.#drawn = {};
    this.#host.close();
  }

  /** After an update of the extension this script is an orphan: it ends, and says what to do. */
  #checkAlive(): boolean {
    if (this.#ended) return false;
    if (this.#world.isAlive()) return true;
    const wasShown = this.#order !== null || this.#placement !== null;
    this.stop();
    if (wasShown) showReloadNotice(this.#world.window, this.#host);
    return false;
  }
}

function samePlace(a: DockPlace, b: DockPlace): boolean {
  return a.side === b.side && a.top === b.top && a.folded === b.folded;
}
