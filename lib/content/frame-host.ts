import type { FrameName } from '../messaging/frames';
import { createElement, rootOf } from './page-nodes';
import type { Rect } from './rect';
import { SHADOW_STYLE } from './shadow-style';

/** How often the host comes back after the page took it away, within how long. */
const MOST_RETURNS = 5;
const RETURN_WINDOW_MS = 5000;
const SETTLE_MS = 500;

/**
 * One host without name, id, class or attribute, appended to `<html>`; a closed shadow root; the
 * frames in it. It knows nothing of items: it shows and conceals what it is told.
 */
export class FrameHost {
  readonly #view: Window;
  readonly #urlOf: (name: FrameName) => string;
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #frames = new Map<FrameName, HTMLIFrameElement>();
  readonly #returns: number[] = [];
  readonly #settling = new Map<FrameName, number>();
  readonly #keeper: MutationObserver;
  /** Called after the page has loaded our frames anew: whatever they had drawn is gone. */
  onReturn: () => void = () => {};
  #wanted = false;
  #gaveUp = false;

  constructor(view: Window, urlOf: (name: FrameName) => string) {
    this.#view = view;
    this.#urlOf = urlOf;
    this.#host = createElement(view.document, 'div');
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHADOW_STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    this.#keeper = new MutationObserver(() => this.#comeBack());
  }

  /** Puts the host into the page and the named frames into it, concealed until they are shown. */
  open(names: readonly FrameName[]): void {
    this.#wanted = true;
    for (const name of names) if (!this.#frames.has(name)) this.#addFrame(name);
    if (!this.#host.isConnected && !this.#gaveUp) this.#append();
  }

  /** Takes the frames and the host out of the page. */
  close(): void {
    this.#wanted = false;
    this.#keeper.disconnect();
    for (const frame of this.#frames.values()) frame.remove();
    this.#frames.clear();
    this.#root.replaceChildren();
    this.#host.remove();
  }

  /** Conceals every frame, at once. */
  concealAll(): void {
    for (const name of this.#frames.keys()) this.conceal(name);
  }

  /** Conceals one frame: unseen, unclickable, not reachable by Tab; it goes on painting. */
  conceal(name: FrameName): void {
    const frame = this.#frames.get(name);
    if (frame === undefined) return;
    frame.classList.add('away');
    frame.inert = true;
  }

  /** Shows a frame at a rectangle of the window, or of the document for a chip that scrolls along. */
  show(name: FrameName, rect: Rect, within: 'window' | 'document'): void {
    const frame = this.#frames.get(name);
    if (frame === undefined) return;
    const before = frame.style.cssText;
    put(frame, rect, within === 'window' ? 'fixed' : 'absolute');
    const wasAway = frame.inert;
    frame.classList.remove('away');
    frame.inert = false;
    if (wasAway || frame.style.cssText !== before) this.#settle(name, frame);
  }

  /** Gives a concealed frame the size it is to lay itself out in. */
  resize(name: FrameName, width: number, height: number): void {
    const frame = this.#frames.get(name);
    if (frame !== undefined) put(frame, { left: 0, top: 0, right: width, bottom: height }, 'fixed');
  }

  /** A frame that has just moved or appeared takes no click for half a second. */
  #settle(name: FrameName, frame: HTMLIFrameElement): void {
    // A dock that is dragged moves under the pointer by the operator's own doing.
    if (name === 'dock') return;
    frame.classList.add('moved');
    this.#view.clearTimeout(this.#settling.get(name));
    const timer = this.#view.setTimeout(() => frame.classList.remove('moved'), SETTLE_MS);
    this.#settling.set(name, timer);
  }

  has(name: FrameName): boolean {
    return this.#frames.has(name);
  }

  /** Whether the node is our own host, for those who ask what of the page lies somewhere. */
  isHost(node: Node): boolean {
    return node === this.#host;
  }

  /** Puts a node of our own (a flash, a notice) into the shadow root, and the host into the page. */
  add(node: HTMLElement): void {
    this.#root.append(node);
    if (!this.#host.isConnected && !this.#gaveUp) this.#append();
  }

  #addFrame(name: FrameName): void {
    const frame = createElement(this.#view.document, 'iframe');
    frame.className = name === 'dock' ? 'dock away' : 'chip away';
    frame.inert = true;
    frame.allow = '';
    frame.referrerPolicy = 'no-referrer';
    frame.src = this.#urlOf(name);
    this.#frames.set(name, frame);
    this.#root.append(frame);
  }

  #append(): void {
    const root = rootOf(this.#view.document);
    if (root === null) return;
    Node.prototype.appendChild.call(root, this.#host);
    this.#keeper.observe(root, { childList: true });
  }

  /** The page removed our host: it comes back a few times, then stays away. */
  #comeBack(): void {
    if (!this.#wanted || this.#host.isConnected) return;
    const now = this.#view.performance.now();
    while (this.#returns[0] !== undefined && now - this.#returns[0] > RETURN_WINDOW_MS) {
      this.#returns.shift();
    }
    if (this.#returns.length >= MOST_RETURNS) {
      this.#gaveUp = true;
      this.#keeper.disconnect();
      return;
    }
    this.#returns.push(now);
    this.concealAll();
    this.#append();
    this.onReturn();
  }
}

/** Puts a node of our own at a rectangle. */
export function putAt(node: HTMLElement, rect: Rect): void {
  const { style } = node;
  style.left = `${rect.left}px`;
  style.top = `${rect.top}px`;
  style.width = `${rect.right - rect.left}px`;
  style.height = `${rect.bottom - rect.top}px`;
}

function put(frame: HTMLIFrameElement, rect: Rect, position: 'fixed' | 'absolute'): void {
  putAt(frame, rect);
  frame.style.position = position;
}
