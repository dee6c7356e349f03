import type { FrameName } from '../messaging/frames';
import { rootOf } from '../sites/dom';
import { newElement } from './page-nodes';
import type { Rect } from './rect';
import { SHADOW_STYLE } from './shadow-style';
import { cancel, every, later } from './timers';

/** How often the host comes back after the page took it away, within how long. */
const MOST_RETURNS = 5;
const RETURN_WINDOW_MS = 5000;
const SETTLE_MS = 500;
const LOOK_MS = 250;

/** To what a frame's rectangle is fixed: the window, or the document for one that scrolls along. */
export type Within = 'fixed' | 'absolute';

/** What `createFrameHost` gives. */
export type FrameHost = ReturnType<typeof createFrameHost>;

/**
 * One host without name, id, class or attribute, appended to `<html>`; a closed shadow root; the
 * frames in it. It knows nothing of items: it shows and conceals what it is told. `onReturn` is
 * called after the page has loaded our frames anew: whatever they had drawn is gone.
 */
export function createFrameHost(urlOf: (name: FrameName) => string, onReturn: () => void) {
  const frames = new Map<FrameName, HTMLIFrameElement>();
  const settling = new Map<FrameName, number>();
  const keeper = new MutationObserver(comeBack);
  let returns: number[] = [];
  let gaveUp = false;
  let looking = 0;
  let due = 0;

  const own = makeHost();

  /** Puts the named frame into the page, concealed, with room to lay itself out in. */
  function open(name: FrameName, room: Rect): void {
    if (!frames.has(name)) {
      const frame = newElement('iframe');
      frame.className = name === 'dock' ? 'dock' : 'chip';
      frame.allow = '';
      frame.referrerPolicy = 'no-referrer';
      frame.src = urlOf(name);
      putAt(frame, room);
      frames.set(name, frame);
      conceal(frame);
      own.root.append(frame);
    }
    looking ||= every(() => {
      // With the page's next frame: it is laid out then anyhow. A hidden page has none.
      cancelAnimationFrame(due);
      due = requestAnimationFrame(look);
    }, LOOK_MS);
    append();
  }

  /** Takes the frames and the host out of the page. */
  function close(): void {
    keeper.disconnect();
    cancel(looking);
    looking = 0;
    for (const timer of settling.values()) cancel(timer);
    frames.clear();
    own.root.replaceChildren();
    own.host.remove();
  }

  /** Conceals every frame, at once. */
  function concealAll(): void {
    for (const frame of frames.values()) conceal(frame);
  }

  /** Shows a frame at a rectangle; null conceals it. */
  function show(name: FrameName, rect: Rect | null, within: Within): void {
    const frame = frames.get(name);
    if (frame === undefined) return;
    if (rect === null) return conceal(frame);
    const before = frame.style.cssText;
    putAt(frame, rect);
    frame.style.position = within;
    const isSettled = !frame.inert && frame.style.cssText === before;
    frame.classList.remove('away');
    frame.inert = false;
    // A dock that is dragged moves under the pointer by the operator's own doing.
    if (isSettled || name === 'dock') return;
    // A chip that has just moved or appeared takes no click for half a second.
    settle(name, frame);
  }

  function settle(name: FrameName, frame: HTMLIFrameElement): void {
    frame.classList.add('moved');
    cancel(settling.get(name));
    const timer = later(() => {
      if (isPlain(frame)) frame.classList.remove('moved');
      else settle(name, frame);
    }, SETTLE_MS);
    settling.set(name, timer);
  }

  /** A frame that the page has slid or masked takes no click until it stands plainly again. */
  function look(): void {
    for (const [name, frame] of frames) {
      if (!frame.inert && !isPlain(frame)) settle(name, frame);
    }
  }

  /** Puts a node of our own (a flash, a notice) into the shadow root, and the host into the page. */
  function add(node: HTMLElement): void {
    own.root.append(node);
    append();
  }

  function append(): void {
    const page = rootOf(document);
    const { host } = own;
    if (gaveUp || page === null || host.parentNode === page) return;
    Node.prototype.appendChild.call(page, host);
    keeper.observe(page, { childList: true });
  }

  /**
   * The page removed our host, or put it into something of its own: it comes back a few times, then
   * stays away.
   */
  function comeBack(): void {
    const { host } = own;
    if (host.parentNode === rootOf(document)) return;
    const now = performance.now();
    returns = returns.filter((atMs) => now - atMs <= RETURN_WINDOW_MS);
    gaveUp = returns.length >= MOST_RETURNS;
    if (gaveUp) {
      host.remove();
      return keeper.disconnect();
    }
    returns.push(now);
    concealAll();
    append();
    onReturn();
  }

  return {
    open,
    has: (name: FrameName) => frames.has(name),
    close,
    concealAll,
    show,
    add,
    /** The page has taken the host away so often that it stays away. */
    isRemoved: () => gaveUp,
  };
}

/** The host, and the closed shadow root in it. */
type Own = { host: HTMLElement; root: ShadowRoot };

function makeHost(): Own {
  const host = newElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHADOW_STYLE);
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}

/** Conceals a frame: unseen, unclickable, not reachable by Tab; it goes on painting. */
function conceal(frame: HTMLIFrameElement): void {
  frame.classList.add('away');
  frame.inert = true;
}

/**
 * Whether a frame is where it was put, and the root (its host's one ancestor) hides nothing of it: a
 * page that transforms the root moves the frame with it, and a mask is not seen by the frame itself.
 */
function isPlain(frame: HTMLIFrameElement): boolean {
  const { style } = frame;
  const at = frame.getBoundingClientRect();
  const scrolls = style.position === 'absolute';
  const left = parseFloat(style.left) - (scrolls ? scrollX : 0);
  const top = parseFloat(style.top) - (scrolls ? scrollY : 0);
  const root = rootOf(document);
  const isMasked = root !== null && getComputedStyle(root).maskImage !== 'none';
  return !isMasked && Math.abs(at.left - left) < 2 && Math.abs(at.top - top) < 2;
}

/** Puts a node of our own at a rectangle. */
export function putAt({ style }: HTMLElement, rect: Rect): void {
  style.left = `${rect.left}px`;
  style.top = `${rect.top}px`;
  style.width = `${rect.right - rect.left}px`;
  style.height = `${rect.bottom - rect.top}px`;
}
