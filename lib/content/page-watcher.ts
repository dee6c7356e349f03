import type { PageReport } from '../listing/page-report';
import type { SiteAdapter } from '../sites/adapter';
import { watchAddress } from './address-watcher';
import { ChangeSensor } from './change-sensor';
import { PACE, quietFor, spacingFor, type Pace } from './pace';
import { readingKey, titleOf } from './reading-key';

/** What the watcher tells; all of it synchronously, when it happens. */
export type WatcherHooks = {
  /** Another item (or none) is in the address now: nothing drawn so far is true of it. */
  moved(itemId: string | null): void;
  /** The page says something other than what was last sent. */
  stale(): void;
  /** A settled reading that differs from the last one sent. False asks for another try later. */
  observed(result: PageReport, itemId: string | null): Promise<boolean>;
  /** Something on the page changed: whatever is placed by it must be measured again. */
  touched(): void;
};

/** The page, the reader for its address, and the clock. */
export type WatchedPage = {
  window: Window;
  adapterFor(url: URL): SiteAdapter | null;
  now(): number;
};

/**
 * Reads the page again whenever that may give something new, and tells what changed. A reading
 * is told when two in a row are equal, so that a half-updated page is never told of. On a login or
 * slider page it tells that once and stops looking until the address changes.
 */
export class PageWatcher {
  readonly #page: WatchedPage;
  readonly #hooks: WatcherHooks;
  readonly #pace: Pace;
  readonly #sensor: ChangeSensor;
  #stopAddress: () => void = () => {};
  #itemId: string | null = null;
  #titleBefore: string | null = null;
  #lastTitle: string | null = null;
  #sentKey: string | null = null;
  #pendingKey: string | null = null;
  #unchanged = 0;
  #sentSince = 0;
  #sentAtMs = 0;
  #movedAtMs: number | null = null;
  #firstWakeMs: number | null = null;
  #changedAtMs = 0;
  #timer = 0;
  #sending = false;

  constructor(page: WatchedPage, hooks: WatcherHooks, pace: Pace = PACE) {
    this.#page = page;
    this.#hooks = hooks;
    this.#pace = pace;
    this.#sensor = new ChangeSensor(page.window, {
      changed: () => this.#pageChanged(),
      acted: () => this.#operatorActed(),
    });
  }

  /** The item in the address now, null where it is of no listing. */
  get itemId(): string | null {
    return this.#itemId;
  }

  start(): void {
    this.#itemId = this.#itemNow();
    this.#stopAddress = watchAddress(this.#page.window, () => this.#addressChanged());
    this.#sensor.start(this.#watchedNow());
    this.#read();
  }

  stop(): void {
    this.#stopAddress();
    this.#sensor.stop();
    this.#page.window.clearTimeout(this.#timer);
  }

  /** Reads now and tells the outcome even if it is the same as before. */
  reread(): void {
    this.#sentKey = null;
    this.#sentSince = 0;
    this.#sensor.start(this.#watchedNow());
    this.#wake(0);
  }

  #url(): URL {
    return new URL(this.#page.window.location.href);
  }

  #itemNow(): string | null {
    const url = this.#url();
    return this.#page.adapterFor(url)?.itemId(url) ?? null;
  }

  #watchedNow(): Element[] {
    return this.#page.adapterFor(this.#url())?.watched(this.#page.window.document) ?? [];
  }

  #addressChanged(): void {
    const itemId = this.#itemNow();
    if (itemId === this.#itemId) {
      this.#operatorActed(); // a SKU click writes the SKU into the address
      return;
    }
    this.#itemId = itemId;
    this.#titleBefore = this.#lastTitle ?? this.#titleBefore;
    this.#lastTitle = null;
    this.#sentKey = null;
    this.#pendingKey = null;
    this.#unchanged = 0;
    this.#sentSince = 0;
    this.#movedAtMs = this.#page.now();
    this.#changedAtMs = 0;
    this.#firstWakeMs = null;
    this.#hooks.moved(itemId);
    this.#sensor.start(this.#watchedNow());
    this.#wake(this.#pace.movedMs);
  }

  #operatorActed(): void {
    this.#unchanged = 0;
    this.#sentSince = 0;
    this.#wake(this.#pace.quietMs);
  }

  #pageChanged(): void {
    this.#changedAtMs = this.#page.now();
    this.#hooks.touched();
    this.#wake(quietFor(this.#pace, this.#unchanged));
  }

  /** Reads after `waitMs` without another call, but at the latest after `longestMs`. */
  #wake(waitMs: number): void {
    const now = this.#page.now();
    this.#firstWakeMs ??= now;
    const latest = this.#firstWakeMs + Math.max(this.#pace.longestMs, waitMs);
    this.#page.window.clearTimeout(this.#timer);
    this.#timer = this.#page.window.setTimeout(
      () => this.#read(),
      Math.max(0, Math.min(waitMs, latest - now)),
    );
  }

  #read(): void {
    this.#firstWakeMs = null;
    // The event of a move may not have reached us yet; no reading is taken for the wrong item.
    if (this.#itemNow() !== this.#itemId) return this.#addressChanged();
    const result = this.#readPage();
    if (result === null) return;
    this.#sensor.follow(this.#watchedNow());
    const key = readingKey(result);
    if (key === this.#sentKey) {
      this.#unchanged += 1;
      this.#pendingKey = null;
      return;
    }
    if (this.#sentKey !== null) this.#hooks.stale();
    if (key !== this.#pendingKey) {
      this.#pendingKey = key;
      return this.#wake(this.#pace.settleMs);
    }
    const wait = this.#waitBeforeTelling(result);
    if (wait > 0) return this.#wake(wait);
    void this.#tell(result, key);
  }

  #readPage(): PageReport | null {
    const url = this.#url();
    const adapter = this.#page.adapterFor(url);
    const { document } = this.#page.window;
    if (adapter === null) return null;
    let result: PageReport;
    try {
      result = adapter.read({ document, url, nowMs: this.#page.now() });
    } catch {
      // A reader is not to throw; when it does, the page is one that we do not know.
      if (this.#itemId === null) return { state: 'not-listing' };
      return { state: 'changed', itemId: this.#itemId, missing: [] };
    }
    return this.#isStillOldItem(result) && this.#itemId !== null
      ? { state: 'not-ready', itemId: this.#itemId }
      : result;
  }

  /**
   * After a move the page shows the old item until it has fetched the new one. With the old
   * item's title still there, nothing is believed before the page has changed and come to rest.
   */
  #isStillOldItem(result: PageReport): boolean {
    if (this.#movedAtMs === null || this.#titleBefore === null) return false;
    if (titleOf(result) !== this.#titleBefore) return false;
    if (this.#changedAtMs < this.#movedAtMs) return true;
    return this.#page.now() - this.#changedAtMs < this.#pace.sameTitleMs;
  }

  #waitBeforeTelling(result: PageReport): number {
    const now = this.#page.now();
    const spacing = this.#sentAtMs + spacingFor(this.#pace, this.#sentSince) - now;
    if (this.#movedAtMs === null || result.state !== 'seen') return this.#sending ? 50 : spacing;
    const rest = Math.max(this.#movedAtMs, this.#changedAtMs) + this.#pace.movedMs - now;
    return Math.max(this.#sending ? 50 : 0, spacing, rest);
  }

  async #tell(result: PageReport, key: string): Promise<void> {
    const itemId = this.#itemId;
    this.#sentKey = key;
    this.#pendingKey = null;
    this.#unchanged = 0;
    this.#sentSince += 1;
    this.#sentAtMs = this.#page.now();
    this.#lastTitle = titleOf(result) ?? this.#lastTitle;
    if (result.state === 'blocked') this.#sensor.stop();
    // With the old title still there, the page is looked at again when it should have come to rest.
    if (result.state === 'not-ready') this.#wake(this.#pace.sameTitleMs);
    this.#sending = true;
    const taken = await this.#hooks.observed(result, itemId);
    this.#sending = false;
    if (taken || this.#itemId !== itemId || this.#sentKey !== key) return;
    this.#sentKey = null;
    if (this.#sentSince < 4) this.#wake(this.#pace.spacingMs);
  }
}
