import { one, rootOf } from '../sites/dom';
import { sameNodes } from './page-nodes';
import { EVERYTHING } from './stillness';
import { cancel, later } from './timers';

/** What the sensor tells. */
export type SensorHooks = {
  /** The page changed somewhere that is read. */
  changed: () => void;
  /** The operator clicked, chose or came back to the tab. */
  acted: () => void;
};

/** How often the whole page's changes are looked through for nodes that came or went, ms. */
const LOOK_MS = 400;

/** What the operator does, and the page's being there. */
const ACTS = ['click', 'change', 'keyup', 'visibilitychange', 'load'];

/** What of a watched node counts as a change. */
const CLOSELY: MutationObserverInit = {
  ...EVERYTHING,
  attributeFilter: [
    'class',
    'title',
    'src',
    'data-src',
    'disabled',
    'data-disabled',
    'aria-checked',
  ],
};

/**
 * Senses changes of the page without reading it. The watched nodes are observed closely; the rest
 * of the page only for nodes that appear or are replaced, and that rarely.
 */
export function createChangeSensor({ changed, acted }: SensorHooks) {
  const close = new MutationObserver(changed);
  const wide = new MutationObserver(lookSoon);
  let watched: Element[] = [];
  let running: AbortController | null = null;
  let lookTimer = 0;

  /** Starts, or starts anew, with these nodes. */
  function start(nodes: Element[]): void {
    stop();
    running = new AbortController();
    const options = { signal: running.signal, capture: true, passive: true };
    for (const name of ACTS) addEventListener(name, happened, options);
    const root = rootOf(document);
    const whole = one(root, 'body') ?? root;
    if (whole) wide.observe(whole, { childList: true, subtree: true });
    follow(nodes);
  }

  /** Each picture has a `load` of its own; what is meant is the page's. */
  function happened({ type, target }: Event): void {
    if (type !== 'load' || target === document) acted();
  }

  function stop(): void {
    running?.abort();
    running = null;
    close.disconnect();
    wide.disconnect();
    cancel(lookTimer);
    lookTimer = 0;
    watched = [];
  }

  /** Watches these nodes from now on, where they are others than before. */
  function follow(nodes: Element[]): void {
    if (!running || sameNodes(nodes, watched)) return;
    watched = nodes;
    close.disconnect();
    for (const node of nodes) close.observe(node, CLOSELY);
  }

  function lookSoon(): void {
    lookTimer ||= later(() => {
      lookTimer = 0;
      changed();
    }, LOOK_MS);
  }

  return { start, stop, follow };
}
