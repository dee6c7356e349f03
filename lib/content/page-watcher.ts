import type { PageReport } from '../listing/page-report';
import type { SiteAdapter } from '../sites/adapter';
import { watchAddress } from './address-watcher';
import { createChangeSensor } from './change-sensor';
import { PACE, quietFor, spacingFor, type Pace } from './pace';
import { addressNow } from './page-nodes';
import { readingKey, titleOf } from './reading-key';
import type { Stillness } from './stillness';
import { cancel, later } from './timers';

/** What the watcher tells; all of it synchronously, when it happens. */
export type WatcherHooks = {
  /** Another item (or none) is in the address now: nothing drawn so far is true of it. */
  moved: () => void;
  /** The page says something other than what was last sent. */
  stale: () => void;
  /** A settled reading that differs from the last one sent. False asks for another try later. */
  observed: (result: PageReport, itemId: string | null) => Promise<boolean>;
  /** Something on the page changed: whatever is placed by it must be measured again. */
  touched: () => void;
};

/** The reader of the page's site, and the clock. */
export type WatchedPage = { adapter: SiteAdapter; now: () => number; pace?: Pace };

/** Between two looks whether the last observation has been answered. */
const ANSWER_MS = 50;
/** Observations that may fail in a row before nothing is sent until the page changes. */
const MOST_TRIES = 4;

/**
 * Reads the page again whenever that may give something new, and tells what changed. A reading is
 * told when it has settled, so that a half-updated page is never told of: the page has not changed
 * in the least for `settleMs` before it, or it equals the one before. On a login or slider page it
 * tells that once and stops looking until the address changes. Whether the page rests (`stillness`)
 * may have begun to count before.
 */
export function createPageWatcher(page: WatchedPage, stillness: Stillness, hooks: WatcherHooks) {
  const { adapter, now, pace = PACE } = page;
  const sensor = createChangeSensor({ changed: pageChanged, acted: operatorActed });
  let stopAddress = () => {};
  let itemId: string | null = null;
  /** The title of the item before, null before a move; and the last one that was told. */
  let titleBefore: string | null = null;
  let lastTitle: string | null = null;
  let sentKey: string | null = null;
  /** A reading that is still to settle, and its key. */
  let pending: { key: string; result: PageReport } | null = null;
  /** Readings in a row that found nothing new; observations since the operator did something. */
  let unchanged = 0;
  let sentSince = 0;
  let sentAtMs = 0;
  let movedAtMs: number | null = null;
  let changedAtMs = 0;
  let firstWakeMs: number | null = null;
  let timer = 0;
  let sending = false;

  /** Reads as soon as the page has rested, and from then on whenever it may say something new. */
  function start(): void {
    itemId = itemNow();
    stopAddress = watchAddress(addressChanged);
    sensor.start(adapter.watched(document));
    stillness.start();
    wake(pace.settleMs + 1 - stillness.stillForMs());
  }

  function stop(): void {
    stopAddress();
    sensor.stop();
    stillness.stop();
    cancel(timer);
  }

  /** Reads now and tells the outcome even if it is the same as before. */
  function reread(): void {
    sentKey = null;
    sentSince = 0;
    sensor.start(adapter.watched(document));
    wake(0);
  }

  function itemNow(): string | null {
    return adapter.itemId(addressNow());
  }

  function addressChanged(): void {
    const next = itemNow();
    if (next === itemId) return operatorActed(); // a SKU click writes the SKU into the address
    itemId = next;
    titleBefore = lastTitle ?? titleBefore;
    lastTitle = null;
    sentKey = null;
    pending = null;
    unchanged = 0;
    sentSince = 0;
    movedAtMs = now();
    changedAtMs = 0;
    firstWakeMs = null;
    hooks.moved();
    sensor.start(adapter.watched(document));
    wake(pace.movedMs);
  }

  function operatorActed(): void {
    unchanged = 0;
    sentSince = 0;
    wake(pace.quietMs);
  }

  function pageChanged(): void {
    changedAtMs = now();
    hooks.touched();
    wake(quietFor(pace, unchanged));
  }

  /** Reads after `waitMs` without another call, but at the latest after `longestMs`. */
  function wake(waitMs: number): void {
    firstWakeMs ??= now();
    const latest = firstWakeMs + Math.max(pace.longestMs, waitMs) - now();
    cancel(timer);
    timer = later(read, Math.max(0, Math.min(waitMs, latest)));
  }

  function read(): void {
    firstWakeMs = null;
    // The event of a move may not have reached us yet; no reading is taken for the wrong item.
    if (itemNow() !== itemId) return addressChanged();
    const isStill = stillness.stillForMs() >= pace.settleMs;
    // What stands in the page now is what was read before: to read it again would say the same.
    const isKnown = isStill && pending?.result.state === 'seen';
    const result = isKnown && pending ? pending.result : readPage();
    sensor.follow(adapter.watched(document));
    const key = isKnown && pending ? pending.key : readingKey(result);
    if (key === sentKey) {
      unchanged += 1;
      pending = null;
      return stillness.stop();
    }
    if (sentKey !== null) hooks.stale();
    // After a move the old item may stand there, in perfect rest, until the new one is fetched.
    const isSettled = key === pending?.key || (isStill && movedAtMs === null);
    pending = { key, result };
    if (!isSettled) {
      stillness.start();
      return wake(pace.settleMs + 1);
    }
    const wait = waitBeforeTelling(result);
    if (wait > 0) return wake(wait);
    void tell(result, key);
  }

  function readPage(): PageReport {
    try {
      const result = adapter.read({ document, url: addressNow(), nowMs: now() });
      return itemId !== null && isStillOldItem(result) ? { state: 'not-ready', itemId } : result;
    } catch {
      // A reader is not to throw; when it does, the page is one that we do not know.
      return itemId === null ? { state: 'not-listing' } : { state: 'changed', itemId, missing: [] };
    }
  }

  /**
   * After a move the page shows the old item until it has fetched the new one. With the old
   * item's title still there, nothing is believed before the page has changed and come to rest.
   */
  function isStillOldItem(result: PageReport): boolean {
    if (titleBefore === null || titleOf(result) !== titleBefore) return false;
    return changedAtMs < (movedAtMs ?? 0) || now() - changedAtMs < pace.sameTitleMs;
  }

  function waitBeforeTelling(result: PageReport): number {
    const spacing = sentAtMs + spacingFor(pace, sentSince);
    const isOfMove = movedAtMs !== null && result.state === 'seen';
    const rest = isOfMove ? Math.max(movedAtMs ?? 0, changedAtMs) + pace.movedMs : 0;
    return Math.max(sending ? ANSWER_MS : 0, Math.max(spacing, rest) - now());
  }

  async function tell(result: PageReport, key: string): Promise<void> {
    const item = itemId;
    sentKey = key;
    pending = null;
    stillness.stop();
    unchanged = 0;
    sentSince += 1;
    sentAtMs = now();
    lastTitle = titleOf(result) ?? lastTitle;
    if (result.state === 'blocked') sensor.stop();
    // With the old title still there, the page is looked at again when it should have come to rest.
    if (result.state === 'not-ready') wake(pace.sameTitleMs);
    sending = true;
    const taken = await hooks.observed(result, item);
    sending = false;
    if (taken || itemId !== item || sentKey !== key) return;
    sentKey = null;
    if (sentSince < MOST_TRIES) wake(pace.spacingMs);
  }

  return {
    start,
    stop,
    reread,
    /** The item in the address now, null where it is of no listing. */
    itemId: () => itemId,
  };
}
