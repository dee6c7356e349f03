import type { DockPlace } from '../settings';
import { clamp, sharesColumn, type Rect } from './rect';

/** Width of the open dock and of the folded rail, and the air around both, in CSS px. */
export const DOCK_WIDTH = 332;
export const RAIL_WIDTH = 40;
const MARGIN = 12;
/** Below this window width the dock starts folded (design, "Look"). */
const NARROW = 1500;
/** The least height at which an open dock is of use. */
const LEAST_HEIGHT = 260;

/** What decides where the dock stands; rectangles in the window's coordinates. */
export type DockSituation = {
  window: { width: number; height: number };
  /** Title, price, SKU choice, buy buttons. */
  keepClear: readonly Rect[];
  place: DockPlace;
  /** What the frame said it needs, px. */
  openHeight: number;
  railHeight: number;
};

/** Where the dock stands: open or as a rail, at which side, and its rectangle. */
export type DockStand = { folded: boolean; side: 'left' | 'right'; rect: Rect };

/** Whether a dock of that place is to be a rail in a window of that width, px. */
export function startsFolded(place: DockPlace, windowWidth: number): boolean {
  return place.folded ?? windowWidth < NARROW;
}

/**
 * Decides where the dock stands, so that it shares no column with anything that must stay clear:
 * the page may then scroll as it likes. The operator's side comes first, the other one next; an
 * open dock that fits beside nothing stands in a vertical gap, or folds. Null: not even the rail
 * fits, and the side panel serves.
 */
export function standDock(at: DockSituation): DockStand | null {
  const open = startsFolded(at.place, at.window.width)
    ? null
    : standBox(at, DOCK_WIDTH, at.openHeight, MARGIN, LEAST_HEIGHT);
  if (open !== null) return { folded: false, ...open };
  const rail = standBox(at, RAIL_WIDTH, at.railHeight, 0, at.railHeight);
  return rail === null ? null : { folded: true, ...rail };
}

function standBox(
  at: DockSituation,
  width: number,
  height: number,
  margin: number,
  leastHeight: number,
): { side: 'left' | 'right'; rect: Rect } | null {
  const other = at.place.side === 'right' ? 'left' : 'right';
  if (at.window.width < width + 2 * margin) return null;
  const columns = ([at.place.side, other] as const).map((side) => ({
    side,
    column: columnAt(side, at.window.width, width, margin),
  }));
  const room = { top: MARGIN, bottom: at.window.height - MARGIN };
  const wanted = at.place.top * at.window.height;
  for (const { side, column } of columns) {
    if (at.keepClear.some((rect) => sharesColumn(rect, column))) continue;
    return { side, rect: within(column, room, wanted, height) };
  }
  for (const { side, column } of columns) {
    const gap = tallestGap(at.keepClear, column, room);
    if (gap === null || gap.bottom - gap.top < leastHeight) continue;
    return { side, rect: within(column, gap, wanted, height) };
  }
  return null;
}

function columnAt(side: 'left' | 'right', windowWidth: number, width: number, margin: number) {
  const left = side === 'left' ? margin : windowWidth - margin - width;
  return { left, right: left + width, top: 0, bottom: 0 };
}

function within(
  column: Rect,
  room: { top: number; bottom: number },
  wanted: number,
  height: number,
): Rect {
  const tall = Math.min(height, room.bottom - room.top);
  const top = clamp(wanted, room.top, room.bottom - tall);
  return { left: column.left, right: column.right, top, bottom: top + tall };
}

/** The tallest stretch of the column that no rectangle to be kept clear reaches into. */
function tallestGap(
  keepClear: readonly Rect[],
  column: Rect,
  room: { top: number; bottom: number },
): { top: number; bottom: number } | null {
  const blocks = keepClear
    .filter((rect) => sharesColumn(rect, column))
    .toSorted((a, b) => a.top - b.top);
  let best: { top: number; bottom: number } | null = null;
  let from = room.top;
  for (const block of [...blocks, { top: room.bottom + 8, bottom: room.bottom + 8 }]) {
    const gap = { top: from, bottom: Math.min(block.top - 8, room.bottom) };
    const size = gap.bottom - gap.top;
    if (size > 0 && (best === null || size > best.bottom - best.top)) best = gap;
    from = Math.max(from, block.bottom + 8);
  }
  return best;
}

/**
 * The place that a drag leaves behind: the nearer edge of the window, and the top as a share of
 * its height. `from` is the dock's rectangle before the drag, `dx` and `dy` how far it went.
 */
export function placeAfterDrag(
  from: Rect,
  moved: { dx: number; dy: number },
  window: { width: number; height: number },
  folded: boolean | null,
): DockPlace {
  const middle = (from.left + from.right) / 2 + moved.dx;
  const top = clamp(from.top + moved.dy, 0, Math.max(0, window.height - 60));
  return {
    side: middle < window.width / 2 ? 'left' : 'right',
    top: window.height > 0 ? clamp(top / window.height, 0, 1) : 0,
    folded,
  };
}
