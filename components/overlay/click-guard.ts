/** How long a frame must have been plainly visible before it takes a click, ms. */
export const VISIBLE_MS = 500;

/**
 * How long the mouse must have been in the frame before it may press, ms: a page that slides the
 * frame under the pointer just before a click is told by that. A hand takes longer to stop.
 */
const ENTERED_MS = 120;

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

  /** What was visible all the time has moved: the time counts from now. */
  moved(nowMs: number): void {
    if (this.#since !== null) this.#since = nowMs;
  }

  /** True when it has been visible, without a break, for `VISIBLE_MS`. */
  isSettled(nowMs: number): boolean {
    return this.#since !== null && nowMs - this.#since >= VISIBLE_MS;
  }
}

type Point = { clientX: number; clientY: number; screenX: number; screenY: number };

/**
 * Whether the frame has slid under a pointer that rested, between two of its events. The zoom that
 * lies between the two measures is at most five.
 */
export function hasSlid(before: Point, now: Point): boolean {
  const inFrame = Math.hypot(now.clientX - before.clientX, now.clientY - before.clientY);
  const onScreen = Math.hypot(now.screenX - before.screenX, now.screenY - before.screenY);
  return inFrame > 5 * onScreen + 8;
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
  let last: PointerEvent | null = null;
  let enteredMs = -Infinity;
  const isHasty = (event: Event) =>
    event instanceof PointerEvent &&
    event.pointerType === 'mouse' &&
    event.pointerId >= 0 &&
    now() - enteredMs < ENTERED_MS;
  // Window and capture: before `check`, and wherever in the frame the pointer is.
  const watchPointer = (event: PointerEvent) => {
    // A key's click has no place.
    if (!event.isTrusted || event.pointerId < 0) return;
    if (last !== null && hasSlid(last, event)) since.moved(now());
    if (event.type === 'pointerover' && event.relatedTarget === null) enteredMs = now();
    last = event;
  };
  for (const name of ['pointerover', 'pointermove', 'pointerdown', 'click'] as const)
    window.addEventListener(name, watchPointer as EventListener, {
      capture: true,
      signal: stop.signal,
    });
  const check = (event: Event) => {
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    if (event.isTrusted && since.isSettled(now()) && !isHasty(event)) return;
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
