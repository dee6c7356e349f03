/** How long a frame must have been plainly visible before it takes a click, ms. */
export const VISIBLE_MS = 500;

/** IntersectionObserver v2, where the browser has it. */
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/** Tells whether a click may count now; pure but for the clock that is passed in. */
export class VisibleSince {
  #since: number | null = null;

  /** What the observer saw. */
  seen(visible: boolean, nowMs: number): void {
    if (!visible) this.#since = null;
    else this.#since ??= nowMs;
  }

  /** True when it has been visible, without a break, for `VISIBLE_MS`. */
  isSettled(nowMs: number): boolean {
    return this.#since !== null && nowMs - this.#since >= VISIBLE_MS;
  }
}

const GUARDED = ['click', 'change', 'submit', 'pointerdown', 'keydown'] as const;

/**
 * Lets no click, choice or key through to the controls under `root` unless it is the operator's
 * own (`isTrusted`) and `root` has been visible for half a second: not transparent, covered, turned
 * or filtered by the page around the frame. The page can change nothing inside the frame, so the
 * frame as a whole is what is watched. Keys that only move (Tab, arrows, typing) stay free.
 */
export function guardClicks(root: HTMLElement, refused: () => void): () => void {
  const since = new VisibleSince();
  const now = () => performance.now();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries as VisibilityEntry[]) {
        since.seen(entry.isIntersecting && (entry.isVisible ?? true), now());
      }
    },
    { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  observer.observe(root);
  const stop = new AbortController();
  const check = (event: Event) => {
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    if (event.isTrusted && since.isSettled(now())) return;
    event.stopImmediatePropagation();
    if (event.type !== 'pointerdown') event.preventDefault();
    // A click of the operator's that came too early is owed a word; a script's is owed nothing.
    if (event.isTrusted && event.type === 'click') refused();
  };
  for (const name of GUARDED)
    root.addEventListener(name, check, { capture: true, signal: stop.signal });
  return () => {
    observer.disconnect();
    stop.abort();
  };
}
