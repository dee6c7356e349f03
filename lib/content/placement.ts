import type { Drag, FrameDrawn, FrameName } from '../messaging/frames';
import type { DockPlace } from '../settings';
import type { Anchors } from '../sites/adapter';
import { rootOf } from '../sites/dom';
import { standChip } from './chip-place';
import {
  DOCK_WIDTH,
  placeAfterDrag,
  RAIL_WIDTH,
  standDock,
  startsFolded,
  type DockStand,
} from './dock-place';
import type { FrameHost } from './frame-host';
import {
  clippersOf,
  freeUntil,
  isCovered,
  isPainted,
  lastLine,
  roomEnd,
  tallestLine,
  visiblePart,
} from './page-geometry';
import { rectOf, sameNodes } from './page-nodes';
import { sharesColumn, type Rect } from './rect';

/** What of an anchor does not change by scrolling, measured when the layout may have changed. */
type AnchorLayout = { element: Element; clippers: Element[]; freeWidth: number | null };

/** Size in which a concealed chip lays itself out, px. */
const CHIP_ROOM = { left: 0, top: 0, right: 640, bottom: 30 };
/** Heights that are taken for the folded rail and the open dock while they have not told theirs. */
const RAIL_HEIGHT = 236;
const OPEN_HEIGHT = 600;
/** The frames beside what they speak of, in the order in which they come. */
export const CHIPS = ['title-chip', 'price-chip'] as const;
const AT_REST = { dx: 0, dy: 0 };

/** What the frames have drawn that may be shown now; those missing have nothing to show. */
export type Drawn = Partial<Record<FrameName, FrameDrawn>>;

/** What `createPlacement` gives. */
export type Placement = ReturnType<typeof createPlacement>;

/**
 * Places the frames by the page's anchors: everything is measured in one animation frame and only
 * then written. A scroll moves what is there; a changed layout measures the free space anew.
 */
export function createPlacement(host: FrameHost, anchorsNow: () => Anchors, place: DockPlace) {
  let drawn: Drawn = {};
  /** True on a security page: one chip at the edge and nothing else. */
  let stopped = false;
  let keepClear: Element[] = [];
  let layouts: { [N in FrameName]?: AnchorLayout | null } = {};
  let followed: Element[] = [];
  /** The sizes of those when they were measured. */
  let sizesThen = '';
  /** Where the dock stands now, null while it is not shown. */
  let stand: DockStand | null = null;
  let dragged: { dx: number; dy: number } = AT_REST;
  let frame = 0;
  let isLayoutNew = true;

  const sizes = new ResizeObserver(resized);
  const end = new AbortController();
  const options = { signal: end.signal, capture: true, passive: true };
  addEventListener('scroll', soon, options);
  addEventListener('scrollend', layoutChanged, options);
  addEventListener('resize', layoutChanged, options);

  function stop(): void {
    end.abort();
    sizes.disconnect();
    cancelAnimationFrame(frame);
  }

  /** What the frames have drawn for the item of the page; the others are concealed. */
  function setDrawn(now: Drawn, isStopped: boolean): void {
    if (isSame(drawn, now) && isStopped === stopped) return;
    drawn = now;
    stopped = isStopped;
    // What a frame says of itself moves nothing of the page: what was measured holds.
    soon();
  }

  /** Puts the dock somewhere else, which ends a drag; its own place again changes nothing. */
  function setPlace(next: DockPlace): void {
    if (isSame(next, place)) return;
    place = next;
    dragged = AT_REST;
    layoutChanged();
  }

  /** Folds, unfolds, or with null turns over; answers how the dock stands then. */
  function fold(wanted: boolean | null): boolean {
    const folded = wanted ?? !stand?.folded;
    setPlace({ ...place, folded });
    return folded;
  }

  /** Moves the dock with a drag; its end gives the place to remember, null where there is none. */
  function drag(by: Drag): DockPlace | null {
    if (stand === null) return null;
    dragged = by.phase === 'move' ? by : AT_REST;
    soon();
    if (by.phase !== 'end') return null;
    const size = { width: innerWidth, height: innerHeight };
    setPlace(placeAfterDrag(stand.rect, by, size, place.folded));
    return place;
  }

  /** What begins to be observed is reported at once, as large as it was just measured. */
  function resized(): void {
    if (sizesOf(followed) !== sizesThen) layoutChanged();
  }

  function layoutChanged(): void {
    isLayoutNew = true;
    soon();
  }

  /** The room in which a frame that shows nothing yet lays itself out. */
  function roomFor(name: FrameName): Rect {
    if (name !== 'dock') return CHIP_ROOM;
    // Roughly, scroll bar and all: what is exact would have the page laid out there and then.
    return startsFolded(place, innerWidth)
      ? { left: 0, top: 0, right: RAIL_WIDTH, bottom: RAIL_HEIGHT }
      : { left: 0, top: 0, right: DOCK_WIDTH, bottom: OPEN_HEIGHT };
  }

  function soon(): void {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      update();
    });
  }

  /** Measures everything, then writes. */
  function update(): void {
    const view = windowRect();
    const isEmpty = Object.keys(drawn).length === 0;
    if (isLayoutNew && !isEmpty) measureAnchors();
    stand = stopped ? null : standDockIn(view);
    const dock = stand?.rect ?? null;
    const chips = CHIPS.map((name) =>
      stopped ? atEdge(name, view) : besideAnchor(name, view, dock),
    );
    isLayoutNew &&= isEmpty;
    host.show('dock', dock && shifted(dock, dragged.dx, dragged.dy), 'fixed');
    CHIPS.forEach((name, index) => {
      const rect = chips[index] ?? null;
      if (stopped) host.show(name, rect, 'fixed');
      else host.show(name, rect && shifted(rect, scrollX, scrollY), 'absolute');
    });
  }

  function measureAnchors(): void {
    const anchors = anchorsNow();
    keepClear = anchors.keepClear;
    layouts = { 'title-chip': layoutOf(anchors.title), 'price-chip': layoutOf(anchors.price) };
    const root = rootOf(document);
    const nodes = root === null ? keepClear : [root, ...keepClear];
    sizesThen = sizesOf(nodes);
    if (sameNodes(nodes, followed)) return;
    followed = nodes;
    sizes.disconnect();
    for (const node of nodes) sizes.observe(node);
  }

  function standDockIn(view: Rect): DockStand | null {
    if (drawn.dock === undefined) return null;
    const { width, height } = drawn.dock;
    const isRail = width <= RAIL_WIDTH + 20;
    return standDock({
      window: { width: view.right, height: view.bottom },
      keepClear: keepClear.map(rectOf).filter(isPainted),
      place,
      openHeight: isRail ? OPEN_HEIGHT : Math.max(height, 160),
      railHeight: isRail ? Math.max(height, 120) : RAIL_HEIGHT,
    });
  }

  function atEdge(name: FrameName, view: Rect): Rect | null {
    const chip = drawn[name];
    if (chip === undefined || name !== 'title-chip') return null;
    const right = view.right - 12;
    return { left: right - chip.width, top: 96, right, bottom: 96 + chip.height };
  }

  function besideAnchor(name: FrameName, view: Rect, dock: Rect | null): Rect | null {
    const size = drawn[name];
    const layout = layouts[name];
    if (!size || !layout) return null;
    const { element, clippers } = layout;
    const clip = visiblePart(clippers, view);
    const line = name === 'title-chip' ? lastLine(element) : tallestLine(element);
    if (clip === null || line === null || isCovered(element, line)) return null;
    if (layout.freeWidth === null) {
      const until = Math.min(roomEnd(element, line, clippers[0]), clip.right);
      layout.freeWidth = freeUntil(element, line, until) - line.right;
    }
    let free = line.right + layout.freeWidth;
    const isBesideDock = dock !== null && dock.top < line.bottom && dock.bottom > line.top;
    if (isBesideDock && dock.left > line.right) free = Math.min(free, dock.left - 4);
    const rect = standChip({ line, freeUntil: free, clip, size });
    return rect && isBesideDock && sharesColumn(rect, dock) ? null : rect;
  }

  return { stop, setDrawn, setPlace, fold, drag, layoutChanged, roomFor };
}

/** The part of the window that the page is seen in, without its scroll bar. */
function windowRect(): Rect {
  const width = rootOf(document)?.clientWidth;
  return { left: 0, top: 0, right: Math.min(width || innerWidth, innerWidth), bottom: innerHeight };
}

/** Whether two plain values say the same. */
function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The sizes of nodes, as one text to be compared. */
function sizesOf(nodes: readonly Element[]): string {
  return nodes
    .map(rectOf)
    .flatMap(({ width, height }) => [width, height])
    .join();
}

function layoutOf(element: Element | null): AnchorLayout | null {
  return element && { element, clippers: clippersOf(element), freeWidth: null };
}

function shifted(rect: Rect, dx: number, dy: number): Rect {
  return {
    left: rect.left + dx,
    top: rect.top + dy,
    right: rect.right + dx,
    bottom: rect.bottom + dy,
  };
}
