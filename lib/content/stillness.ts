/** Everything that can be seen to change in a document. */
export const EVERYTHING: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
};

/** What `watchStillness` gives. */
export type Stillness = ReturnType<typeof watchStillness>;

/**
 * Knows for how long nothing at all has changed in the page's document, while it watches. A reading
 * is made of the document alone, so one that is taken after such a time says what it would have
 * said at its beginning.
 */
export function watchStillness(now: () => number) {
  const observer = new MutationObserver(changed);
  let sinceMs: number | null = null;

  function changed(): void {
    sinceMs &&= now();
  }

  /** Begins to watch; it goes on with what it knows where it is watching already. */
  function start(): void {
    if (sinceMs !== null) return;
    sinceMs = now();
    observer.observe(document, EVERYTHING);
  }

  function stop(): void {
    sinceMs = null;
    observer.disconnect();
  }

  /** For how long nothing has changed, ms; 0 while it does not watch. */
  function stillForMs(): number {
    if (observer.takeRecords().length > 0) changed();
    return sinceMs === null ? 0 : now() - sinceMs;
  }

  /** Does something of ours to the document: it is no change of the page. */
  function unseen(work: () => void): void {
    stillForMs();
    work();
    observer.takeRecords();
  }

  return { start, stop, stillForMs, unseen };
}
