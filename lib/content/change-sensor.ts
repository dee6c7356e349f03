import { bodyOf, rootOf } from './page-nodes';

/** What the sensor tells. */
export type SensorHooks = {
  /** The page changed somewhere that is read. */
  changed(): void;
  /** The operator clicked, chose or came back to the tab. */
  acted(): void;
};

/** How often the whole page's changes are looked through for nodes that came or went, ms. */
const LOOK_MS = 400;

/** What of a watched node counts as a change, besides its text and children. */
const ATTRIBUTES = [
  'class',
  'title',
  'src',
  'data-src',
  'disabled',
  'data-disabled',
  'aria-checked',
];

/**
 * Senses changes of the page without reading it. The watched nodes are observed closely; the rest
 * of the page only for nodes that appear or are replaced, and that rarely.
 */
export class ChangeSensor {
  readonly #view: Window;
  readonly #hooks: SensorHooks;
  readonly #close: MutationObserver;
  readonly #wide: MutationObserver;
  #watched: Element[] = [];
  #stop: AbortController | null = null;
  #lookTimer = 0;

  constructor(view: Window, hooks: SensorHooks) {
    this.#view = view;
    this.#hooks = hooks;
    this.#close = new MutationObserver(() => hooks.changed());
    this.#wide = new MutationObserver(() => this.#lookSoon());
  }

  /** Starts, or starts anew, with these nodes. */
  start(watched: Element[]): void {
    this.stop();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const options = { signal, capture: true, passive: true };
    const acted = () => this.#hooks.acted();
    for (const name of ['click', 'change', 'keyup'])
      this.#view.addEventListener(name, acted, options);
    this.#view.document.addEventListener('visibilitychange', acted, options);
    this.#view.addEventListener('load', acted, options);
    const { document } = this.#view;
    const root = bodyOf(document) ?? rootOf(document);
    if (root !== null) this.#wide.observe(root, { childList: true, subtree: true });
    this.#observe(watched);
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.#close.disconnect();
    this.#wide.disconnect();
    this.#view.clearTimeout(this.#lookTimer);
    this.#lookTimer = 0;
    this.#watched = [];
  }

  /** Watches these nodes from now on, where they are others than before. */
  follow(watched: Element[]): void {
    if (this.#stop === null) return;
    const same =
      watched.length === this.#watched.length &&
      watched.every((node, index) => node === this.#watched[index]);
    if (same) return;
    this.#close.disconnect();
    this.#observe(watched);
  }

  #observe(watched: Element[]): void {
    this.#watched = watched;
    for (const node of watched) {
      this.#close.observe(node, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
        attributeFilter: ATTRIBUTES,
      });
    }
  }

  #lookSoon(): void {
    if (this.#lookTimer !== 0) return;
    this.#lookTimer = this.#view.setTimeout(() => {
      this.#lookTimer = 0;
      this.#hooks.changed();
    }, LOOK_MS);
  }
}
