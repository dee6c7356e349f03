/** Readings of one tab that are taken at once, and how often one more may be taken, ms. */
const BURST = 40;
const EACH_MS = 1000;
/** Between two readings of a tab, ms: others are answered meanwhile. The reader waits longer itself. */
const REST_MS = 150;

/**
 * How fast the readings of each tab are worked on. A page makes the reader report as often as it
 * likes: beyond a burst only the newest reading counts, once a second. An operator who clicks
 * through every variant stays within the burst; what a page can write in a minute is bounded.
 * `later` is the clock's timer, ms.
 */
export function createReadingPace<Reading>(
  nowMs: () => number,
  later: (task: () => void, ms: number) => void,
) {
  type Work = (newest: Reading) => Promise<void>;
  type Tab = { tokens: number; atMs: number; next: (() => Promise<void>) | null; waits: boolean };
  const tabs = new Map<number, Tab>();

  /** Works on a reading now, or on the newest one as soon as its tab may go on. */
  function take(tabId: number, reading: Reading, work: Work): void {
    const tab = tabs.get(tabId) ?? { tokens: BURST, atMs: nowMs(), next: null, waits: false };
    tabs.set(tabId, tab);
    tab.next = () => work(reading);
    if (!tab.waits) goOn(tab);
  }

  function goOn(tab: Tab): void {
    const { next } = tab;
    tab.waits = next !== null;
    if (next === null) return;
    const wait = waitOf(tab);
    if (wait > 0) return later(() => goOn(tab), wait);
    tab.tokens -= 1;
    tab.next = null;
    // A work that failed holds up none after it.
    void next()
      .catch(() => {})
      .then(() => later(() => goOn(tab), REST_MS));
  }

  function waitOf(tab: Tab): number {
    const now = nowMs();
    // A clock that was set back gives nothing and takes nothing.
    const passed = Math.max(0, now - tab.atMs);
    tab.tokens = Math.min(BURST, tab.tokens + passed / EACH_MS);
    tab.atMs = now;
    return tab.tokens >= 1 ? 0 : Math.ceil((1 - tab.tokens) * EACH_MS);
  }

  return { take };
}
