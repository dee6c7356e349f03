import type { FrameName } from '../messaging/frames';
import type { SiteAdapter } from '../sites/adapter';
import type { Arrival } from './arrival';
import { extension } from './extension-api';
import { createOverlay } from './overlay';
import { picturePlace } from './picture-place';
import { answer } from './wire';

const PAGES: Record<FrameName, string> = {
  dock: '/dock.html',
  'title-chip': '/chip.html#title',
  'price-chip': '/chip.html#price',
};

/** Starts the overlay on this page and lets the background speak to it. */
export function startOverlay(adapter: SiteAdapter, arrival: Arrival): void {
  const overlay = createOverlay({
    adapter,
    arrival,
    now: () => Date.now(),
    observe: (result) => arrival.send('observe', result),
    isAlive: () => extension.runtime?.id !== undefined,
    // The hash says which chip it is; with `use_dynamic_url` the address names no extension.
    frameUrl: (name) => extension.runtime.getURL(PAGES[name] as '/dock.html'),
  });
  answer({
    'tab-frame-drawn': (drawn) => overlay.frameDrawn(drawn),
    'tab-drag': (drag) => overlay.drag(drag),
    'tab-fold': ({ folded }) => ({ folded: overlay.fold(folded) }),
    'tab-reread': () => {
      overlay.reread();
      return true;
    },
    'tab-overlay': () => ({ removed: overlay.isRemoved() }),
    'tab-picture': () => picturePlace(adapter),
    'tab-locate': (target) => ({ found: overlay.locate(target) }),
    'tab-draw': (order) => overlay.draw(order),
  });
  overlay.start();
}
