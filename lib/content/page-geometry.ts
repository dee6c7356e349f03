import { holds, parentOf, rectOf } from './page-nodes';
import { intersection, union, type Rect } from './rect';

/** Rectangles of the text inside an element, line by line as they are painted, empty ones left out. */
export function textRects(element: Element): Rect[] {
  const document = element.ownerDocument;
  const range = Document.prototype.createRange.call(document);
  const walker = Document.prototype.createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT);
  const rects: Rect[] = [];
  // Node by node: a range over elements would give their boxes too, which reach beyond their text.
  for (let nodes = 0; nodes < MOST_NODES && walker.nextNode() !== null; nodes += 1) {
    range.selectNodeContents(walker.currentNode);
    rects.push(...plain(range.getClientRects()));
  }
  return rects;
}

/** More text nodes than this hold no title and no price. */
const MOST_NODES = 200;

/** Plain rectangles of what is not empty; a DOMRect's sides are getters that no spread copies. */
function plain(rects: Iterable<DOMRect>): Rect[] {
  return [...rects]
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
}

function sameLine(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** The last line of an element's text: the chip of a title stands right of it. */
export function lastLine(element: Element): Rect | null {
  const rects = textRects(element);
  const lowest = rects.reduce<Rect | null>(
    (low, rect) => (low === null || rect.bottom > low.bottom ? rect : low),
    null,
  );
  return lowest === null ? null : union(rects.filter((rect) => sameLine(rect, lowest)));
}

/** The biggest type of an element, with what stands close to its right: in a price block the price. */
export function tallestLine(element: Element): Rect | null {
  const rects = textRects(element);
  const tallest = rects.reduce<Rect | null>(
    (big, rect) =>
      big === null || rect.bottom - rect.top > big.bottom - big.top + 0.5 ? rect : big,
    null,
  );
  if (tallest === null) return null;
  const line = rects.filter((rect) => sameLine(rect, tallest)).toSorted((a, b) => a.left - b.left);
  let { right } = tallest;
  for (const rect of line) {
    if (rect.left >= tallest.left && rect.left - right < NEAR) right = Math.max(right, rect.right);
  }
  return { ...tallest, right };
}

/** Text this near to the price belongs to it (优惠前 ¥159); what is farther off, as a countdown, not. */
const NEAR = 48;

/** The element's ancestors that cut off what flows over them, inner ones first. */
export function clippersOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = parentOf(element); at !== null; at = parentOf(at)) {
    const style = getComputedStyle(at);
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') found.push(at);
    if (style.position === 'fixed') break;
  }
  return found;
}

/** The part of the window in which an element inside these clippers can be seen. */
export function visiblePart(clippers: readonly Element[], window: Rect): Rect | null {
  let part: Rect | null = window;
  for (const clipper of clippers) {
    // The root's and body's overflow belong to the viewport.
    const name = clipper.localName;
    if (name === 'html' || name === 'body') continue;
    part = part === null ? null : intersection(part, rectOf(clipper));
  }
  return part;
}

/** How far up a box with room beside the line is looked for, and how much room is enough, px. */
const MOST_LEVELS = 5;
const ROOM = 110;

/**
 * Where the room of a line ends at the right: the edge of the nearest ancestor that leaves some,
 * for a text often sits in a box of just its own width. Never beyond the nearest clipper.
 */
export function roomEnd(element: Element, line: Rect, clipper: Element | null): number {
  let end = line.right;
  let at: Element | null = element;
  for (let level = 0; level < MOST_LEVELS && at !== null; level += 1) {
    end = Math.max(end, rectOf(at).right);
    if (end - line.right >= ROOM || at === clipper) break;
    at = parentOf(at);
  }
  return end;
}

const REPLACED = new Set([
  'img',
  'svg',
  'button',
  'input',
  'canvas',
  'video',
  'select',
  'textarea',
]);

/**
 * Where free space ends right of a line: the left edge of the next text, picture or control on it,
 * else `until`. Found by asking what is painted there, so that floats and overlays count.
 */
export function freeUntil(anchor: Element, line: Rect, until: number): number {
  const document = anchor.ownerDocument;
  const middle = (line.top + line.bottom) / 2;
  const band = { left: line.right + 1, right: until, top: middle - 11, bottom: middle + 11 };
  let nearest = until;
  const seen = new Set<Element>();
  for (let x = band.left + 2; x < Math.min(until, nearest); x += 14) {
    for (const y of [middle, middle - 9, middle + 9]) {
      const hit = Document.prototype.elementFromPoint.call(document, x, y);
      if (hit === null || seen.has(hit)) continue;
      seen.add(hit);
      for (const rect of inkOf(hit, anchor)) {
        const shared = intersection(rect, band);
        if (shared !== null) nearest = Math.min(nearest, shared.left);
      }
    }
  }
  return nearest;
}

/** What an element itself paints: its own text, or all of it where it is a picture or a control. */
function inkOf(element: Element, anchor: Element): Rect[] {
  if (REPLACED.has(element.localName)) return [rectOf(element)];
  if (holds(anchor, element)) return textRects(element);
  const rects: Rect[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const range = Document.prototype.createRange.call(element.ownerDocument);
    range.selectNode(node);
    rects.push(...plain(range.getClientRects()));
  }
  return rects;
}

/** Whether something of the page lies over the end of the anchor's line, such as a sticky head. */
export function isCovered(anchor: Element, line: Rect): boolean {
  const document = anchor.ownerDocument;
  const y = (line.top + line.bottom) / 2;
  const hit = Document.prototype.elementFromPoint.call(document, line.right - 3, y);
  return hit !== null && !holds(anchor, hit) && !holds(hit, anchor);
}
