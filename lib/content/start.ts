import { browser } from 'wxt/browser';
import type { FrameName } from '../messaging/frames';
import { onMessage, sendMessage } from '../messaging/messenger';
import type { SiteAdapter } from '../sites/adapter';
import { Overlay } from './overlay';

const PAGES = {
  dock: '/dock.html',
  'title-chip': '/chip.html#title',
  'price-chip': '/chip.html#price',
} as const satisfies Record<FrameName, string>;

/** Starts the overlay on this page and lets the background speak to it. */
export function startOverlay(adapterFor: (url: URL) => SiteAdapter | null): Overlay {
  const overlay = new Overlay({
    window,
    adapterFor,
    now: () => Date.now(),
    observe: (result) => sendMessage('observe', result),
    isAlive: () => browser.runtime?.id !== undefined,
    // The hash says which chip it is; with `use_dynamic_url` the address names no extension.
    frameUrl: (name) => browser.runtime.getURL(PAGES[name] as '/dock.html'),
  });
  onMessage('tab-frame-drawn', ({ data }) => {
    overlay.frameDrawn(data);
    return null;
  });
  onMessage('tab-drag', ({ data }) => overlay.drag(data));
  onMessage('tab-fold', ({ data }) => ({ folded: overlay.fold(data.folded) }));
  onMessage('tab-reread', () => {
    overlay.reread();
    return null;
  });
  onMessage('tab-locate', ({ data }) => ({ found: overlay.locate(data) }));
  onMessage('tab-draw', ({ data }) => {
    overlay.draw(data);
    return null;
  });
  overlay.start();
  return overlay;
}
