import { is, parentOf, textNodes } from '../sites/dom';
import { holds, paintedAt, rectOf } from './page-nodes';
import { intersection, union, type Rect } from './rect';

/** More text nodes than this hold no title and no price. */
const MOST_NODES = 200;

/** Rectangles of the text inside an element, line by line as they are painted, empty ones left out. */
export function textRects(element: Element): Rect[] {
  // Node by node: a range over elements would give their boxes too, which reach beyond their text.
  return rectsOfTexts(textNodes(element, MOST_NODES));
}

function rectsOfTexts(nodes: Iterable<Node>): Rect[] {
  const range = new Range();
  const rects: Rect[] = [];
  for (const node of nodes) {
    range.selectNodeContents(node);
    rects.push(...rectsOf(range));
  }
  return rects;
}

/** Whether a rectangle is not empty. */
export function isPainted({ width, height }: DOMRect): boolean {
  return width > 0 && height > 0;
}

/** Plain rectangles of what a range paints; a DOMRect's sides are getters that no spread copies. */
export function rectsOf(range: Range): Rect[] {
  return [...range.getClientRects()]
    .filter(isPainted)
    .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
}

function heightOf(rect: Rect): number {
  return rect.bottom - rect.top;
}

function sameLine(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > 0.5 * Math.min(heightOf(a), heightOf(b));
}

/** The last line of an element's text: the chip of a title stands right of it. */
export function lastLine(element: Element): Rect | null {
  const rects = textRects(element);
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  const lowest = rects.find((rect) => rect.bottom === bottom);
  return lowest ? union(rects.filter((rect) => sameLine(rect, lowest))) : null;
}

/** Text this near to the price belongs to it (优惠前 ¥159); what is farther off, as a countdown, not. */
const NEAR = 48;

/** The biggest type of an element, with what stands close to its right: in a price block the price. */
export function tallestLine(element: Element): Rect | null {
  const rects = textRects(element);
  const height = Math.max(...rects.map(heightOf));
  const tallest = rects.find((rect) => heightOf(rect) > height - 0.5);
  if (!tallest) return null;
  const line = rects.filter((rect) => sameLine(rect, tallest)).toSorted((a, b) => a.left - b.left);
  let { right } = tallest;
  for (const rect of line) {
    if (rect.left >= tallest.left && rect.left - right < NEAR) right = Math.max(right, rect.right);
  }
  return { ...tallest, right };
}

/**
 * The element's ancestors that cut off what flows over them, inner ones first; the overflow of root
 * and body is the window's.
 */
export function clippersOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = parentOf(element); at && !is(at, 'html,body'); at = parentOf(at)) {
    const { overflowX, overflowY, position } = getComputedStyle(at);
    if (overflowX !== 'visible' || overflowY !== 'visible') found.push(at);
    if (position === 'fixed') break;
  }
  return found;
}

/** The part of the window in which an element inside these clippers can be seen. */
export function visiblePart(clippers: readonly Element[], window: Rect): Rect | null {
  return clippers.reduce<Rect | null>(
    (part, clipper) => part && intersection(part, rectOf(clipper)),
    window,
  );
}

/** How far up a box with room beside the line is looked for, and how much room is enough, px. */
const MOST_LEVELS = 5;
const ROOM = 110;

/**
 * Where the room of a line ends at the right: the edge of the nearest ancestor that leaves some,
 * for a text often sits in a box of just its own width. Never beyond the nearest clipper.
 */
export function roomEnd(element: Element, line: Rect, clipper: Element | undefined): number {
  let end = line.right;
  let at: Element | null = element;
  for (let level = 0; level < MOST_LEVELS && at; level += 1) {
    end = Math.max(end, rectOf(at).right);
    if (end - line.right >= ROOM || at === clipper) break;
    at = parentOf(at);
  }
  return end;
}

/** Elements that paint something else than text. */
const REPLACED = 'img,svg,button,input,canvas,video,select,textarea';

/**
 * Where free space ends right of a line: the left edge of the next text, picture or control on it,
 * else `until`. Found by asking what is painted there, so that floats and overlays count.
 */
export function freeUntil(anchor: Element, line: Rect, until: number): number {
  const middle = (line.top + line.bottom) / 2;
  const band = { left: line.right + 1, right: until, top: middle - 11, bottom: middle + 11 };
  let nearest = until;
  const seen = new Set<Element>();
  for (let x = band.left + 2; x < nearest; x += 14) {
    for (const y of [middle, middle - 9, middle + 9]) {
      const hit = paintedAt(x, y);
      if (!hit || seen.has(hit)) continue;
      seen.add(hit);
      for (const rect of inkOf(hit, anchor)) {
        nearest = Math.min(nearest, intersection(rect, band)?.left ?? until);
      }
    }
  }
  return nearest;
}

/** What an element itself paints: its own text, or all of it where it is a picture or a control. */
function inkOf(element: Element, anchor: Element): Rect[] {
  if (is(element, REPLACED)) return [rectOf(element)];
  if (holds(anchor, element)) return textRects(element);
  return rectsOfTexts([...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE));
}

/** Whether something of the page lies over the end of the anchor's line, such as a sticky head. */
export function isCovered(anchor: Element, line: Rect): boolean {
  const hit = paintedAt(line.right - 3, (line.top + line.bottom) / 2);
  return hit !== null && !holds(anchor, hit) && !holds(hit, anchor);
}
