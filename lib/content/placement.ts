import type { FrameDrawn, FrameName } from '../messaging/frames';
import type { DockPlace } from '../settings';
import type { Anchors } from '../sites/adapter';
import { standChip } from './chip-place';
import { DOCK_WIDTH, RAIL_WIDTH, standDock, type DockStand } from './dock-place';
import type { FrameHost } from './frame-host';
import {
  clippersOf,
  freeUntil,
  isCovered,
  lastLine,
  roomEnd,
  tallestLine,
  visiblePart,
} from './page-geometry';
import { rectOf, rootOf } from './page-nodes';
import { sharesColumn, type Rect } from './rect';

/** What of an anchor does not change by scrolling, measured when the layout may have changed. */
type AnchorLayout = { element: Element; clippers: Element[]; freeWidth: number };

/** Size in which a concealed chip lays itself out, px; and the height of the folded rail. */
const CHIP_ROOM = { width: 640, height: 30 };
const RAIL_HEIGHT = 236;

/** What the placement is to show now; null sizes are frames that have nothing to show. */
export type Drawn = Partial<Record<FrameName, FrameDrawn>>;

/**
 * Places the frames by the page's anchors: everything is measured in one animation frame and only
 * then written. A scroll moves what is there; a changed layout measures the free space anew.
 */
export class Placement {
  readonly #view: Window;
  readonly #host: FrameHost;
  readonly #anchors: () => Anchors;
  readonly #sizes: ResizeObserver;
  readonly #stop = new AbortController();
  #drawn: Drawn = {};
  #place: DockPlace;
  #layouts: Partial<Record<FrameName, AnchorLayout | null>> = {};
  #keepClear: Element[] = [];
  #followed: Element[] = [];
  #stand: DockStand | null = null;
  #drag: { dx: number; dy: number } | null = null;
  #frame = 0;
  #layoutChanged = true;
  /** True on a security page: one chip at the edge and nothing else. */
  stopped = false;

  constructor(view: Window, host: FrameHost, anchors: () => Anchors, place: DockPlace) {
    this.#view = view;
    this.#host = host;
    this.#anchors = anchors;
    this.#place = place;
    this.#sizes = new ResizeObserver(() => this.layoutChanged());
    const options = { signal: this.#stop.signal, capture: true, passive: true };
    view.addEventListener('scroll', () => this.#soon(), options);
    view.addEventListener('scrollend', () => this.layoutChanged(), options);
    view.addEventListener('resize', () => this.layoutChanged(), options);
    const root = rootOf(view.document);
    if (root !== null) this.#sizes.observe(root);
  }

  /** Where the dock stands now, null while it is not shown. */
  get stand(): DockStand | null {
    return this.#stand;
  }

  get place(): DockPlace {
    return this.#place;
  }

  stop(): void {
    this.#stop.abort();
    this.#sizes.disconnect();
    this.#view.cancelAnimationFrame(this.#frame);
  }

  /** What the frames have drawn for the item of the page; the others are concealed. */
  setDrawn(drawn: Drawn): void {
    this.#drawn = drawn;
    this.layoutChanged();
  }

  setPlace(place: DockPlace): void {
    this.#place = place;
    this.#drag = null;
    this.layoutChanged();
  }

  /** Moves the dock along with the pointer; null puts it back to where it belongs. */
  setDrag(drag: { dx: number; dy: number } | null): void {
    this.#drag = drag;
    this.#soon();
  }

  layoutChanged(): void {
    this.#layoutChanged = true;
    this.#soon();
  }

  /** Gives frames that show nothing yet the room to lay themselves out in. */
  prepare(names: readonly FrameName[]): void {
    const folded = this.#place.folded ?? this.#window().right < 1500;
    for (const name of names) {
      if (name !== 'dock') this.#host.resize(name, CHIP_ROOM.width, CHIP_ROOM.height);
      else if (folded) this.#host.resize(name, RAIL_WIDTH, RAIL_HEIGHT);
      else this.#host.resize(name, DOCK_WIDTH, 600);
    }
  }

  #window(): Rect {
    const root = rootOf(this.#view.document);
    const width = root?.clientWidth ?? 0;
    return {
      left: 0,
      top: 0,
      right: width > 0 ? Math.min(width, this.#view.innerWidth) : this.#view.innerWidth,
      bottom: this.#view.innerHeight,
    };
  }

  #soon(): void {
    if (this.#frame !== 0) return;
    this.#frame = this.#view.requestAnimationFrame(() => {
      this.#frame = 0;
      this.#update();
    });
  }

  /** Measures everything, then writes. */
  #update(): void {
    const window = this.#window();
    if (this.stopped) return this.#updateStopped(window);
    if (this.#layoutChanged) this.#measureAnchors();
    this.#stand = this.#standDock(window);
    const dock = this.#stand;
    const chips = (['title-chip', 'price-chip'] as const).map((name) => ({
      name,
      rect: this.#standChip(name, window, dock?.rect ?? null),
    }));
    this.#layoutChanged = false;
    const scroll = { x: this.#view.scrollX, y: this.#view.scrollY };
    if (dock === null) this.#host.conceal('dock');
    else this.#host.show('dock', this.#dragged(dock.rect), 'window');
    for (const { name, rect } of chips) {
      if (rect === null) this.#host.conceal(name);
      else this.#host.show(name, shifted(rect, scroll.x, scroll.y), 'document');
    }
  }

  #updateStopped(window: Rect): void {
    this.#host.conceal('dock');
    this.#host.conceal('price-chip');
    const chip = this.#drawn['title-chip'];
    if (chip === undefined || chip.hide) return this.#host.conceal('title-chip');
    const right = window.right - 12;
    const rect = { left: right - chip.width, top: 96, right, bottom: 96 + chip.height };
    this.#host.show('title-chip', rect, 'window');
  }

  #measureAnchors(): void {
    const anchors = this.#anchors();
    this.#keepClear = anchors.keepClear;
    this.#follow(
      [anchors.title, anchors.price, ...anchors.keepClear].filter((node) => node !== null),
    );
    this.#layouts = {
      'title-chip': layoutOf('title-chip', anchors.title),
      'price-chip': layoutOf('price-chip', anchors.price),
    };
  }

  /** Observes the sizes of these nodes; a new observation reports at once, so only where they changed. */
  #follow(nodes: Element[]): void {
    const same =
      nodes.length === this.#followed.length &&
      nodes.every((node, index) => node === this.#followed[index]);
    if (same) return;
    this.#followed = nodes;
    this.#sizes.disconnect();
    const root = rootOf(this.#view.document);
    for (const node of root === null ? nodes : [root, ...nodes]) this.#sizes.observe(node);
  }

  #standDock(window: Rect): DockStand | null {
    const drawn = this.#drawn.dock;
    if (drawn === undefined || drawn.hide) return null;
    return standDock({
      window: { width: window.right, height: window.bottom },
      keepClear: this.#keepClear.map(rectOf).filter((rect) => rect.width > 0 && rect.height > 0),
      place: this.#place,
      openHeight: Math.max(drawn.width > RAIL_WIDTH + 20 ? drawn.height : 600, 160),
      railHeight: drawn.width > RAIL_WIDTH + 20 ? RAIL_HEIGHT : Math.max(drawn.height, 120),
    });
  }

  #standChip(name: 'title-chip' | 'price-chip', window: Rect, dock: Rect | null): Rect | null {
    const drawn = this.#drawn[name];
    const layout = this.#layouts[name];
    if (drawn === undefined || drawn.hide || layout === undefined || layout === null) return null;
    const clip = visiblePart(layout.clippers, window);
    const line = lineOf(name, layout.element);
    if (clip === null || line === null || isCovered(layout.element, line)) return null;
    if (this.#layoutChanged) {
      const clipper = layout.clippers[0] ?? null;
      const until = Math.min(roomEnd(layout.element, line, clipper), clip.right);
      layout.freeWidth = freeUntil(layout.element, line, until) - line.right;
    }
    const free = line.right + layout.freeWidth;
    const blocked = dock !== null && dock.top < line.bottom && dock.bottom > line.top;
    const dockEdge = blocked && dock.left > line.right ? dock.left - 4 : free;
    const size = { width: drawn.width, height: drawn.height };
    const rect = standChip({ line, freeUntil: Math.min(free, dockEdge), clip, size });
    if (rect === null || (blocked && sharesColumn(rect, dock))) return null;
    return rect;
  }

  #dragged(rect: Rect): Rect {
    return this.#drag === null ? rect : shifted(rect, this.#drag.dx, this.#drag.dy);
  }
}

function lineOf(name: FrameName, element: Element): Rect | null {
  return name === 'title-chip' ? lastLine(element) : tallestLine(element);
}

function layoutOf(name: FrameName, element: Element | null): AnchorLayout | null {
  if (element === null || !element.isConnected || lineOf(name, element) === null) return null;
  return { element, clippers: clippersOf(element), freeWidth: 0 };
}

function shifted(rect: Rect, dx: number, dy: number): Rect {
  return {
    left: rect.left + dx,
    top: rect.top + dy,
    right: rect.right + dx,
    bottom: rect.bottom + dy,
  };
}
