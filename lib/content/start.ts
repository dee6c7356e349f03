import { browser } from 'wxt/browser';
import type { PageReport } from '../listing/page-report';
import type { FrameName } from '../messaging/frames';
import { isReadHost } from '../sites/hosts';
import { itemIdOf } from '../sites/taobao/address';
import { Overlay } from './overlay';
import { takeReader } from './reader-slot';
import { answer, send } from './wire';

const PAGES: Record<FrameName, string> = {
  dock: '/dock.html',
  'title-chip': '/chip.html#title',
  'price-chip': '/chip.html#price',
};

/**
 * Starts the overlay on this page and lets the background speak to it. It asks for the reader by
 * its first observation (nothing read yet); where the site is switched off none comes, and nothing
 * is read until the operator switches it on.
 */
export function startOverlay(): void {
  let started = false;
  const overlay = new Overlay({
    window,
    adapterFor: (url) => (isReadHost(url) ? takeReader() : null),
    now: () => Date.now(),
    observe: (result) => send('observe', result),
    isAlive: () => browser.runtime?.id !== undefined,
    // The hash says which chip it is; with `use_dynamic_url` the address names no extension.
    frameUrl: (name) => browser.runtime.getURL(PAGES[name] as '/dock.html'),
  });
  const startWithReader = () => {
    if (started || takeReader() === null) return;
    started = true;
    overlay.start();
  };
  answer({
    'tab-frame-drawn': (drawn) => {
      overlay.frameDrawn(drawn);
      return null;
    },
    'tab-drag': (drag) => overlay.drag(drag),
    'tab-fold': ({ folded }) => ({ folded: overlay.fold(folded) }),
    'tab-reread': () => {
      startWithReader();
      overlay.reread();
      return null;
    },
    'tab-locate': (target) => ({ found: overlay.locate(target) }),
    'tab-draw': (order) => {
      startWithReader();
      overlay.draw(order);
      return null;
    },
  });
  // Where nobody answers, there is nothing to draw with either.
  send('observe', nothingRead()).then(startWithReader, () => {});
}

/** What can be said before a reader is here: the item in the address, and nothing of it. */
function nothingRead(): PageReport {
  const itemId = itemIdOf(new URL(window.location.href));
  return itemId === null ? { state: 'not-listing' } : { state: 'not-ready', itemId };
}
