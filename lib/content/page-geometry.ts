import { holds, parentOf, rectOf } from './page-nodes';
import { intersection, union, type Rect } from './rect';

/** Rectangles of the text inside an element, line by line as they are painted, empty ones left out. */
export function textRects(element: Element): Rect[] {
  const range = Document.prototype.createRange.call(element.ownerDocument);
  range.selectNodeContents(element);
  return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
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

/** The line with the biggest type: in a price block that is the price, and what stands beside it. */
export function tallestLine(element: Element): Rect | null {
  const rects = textRects(element);
  const tallest = rects.reduce<Rect | null>(
    (big, rect) =>
      big === null || rect.bottom - rect.top > big.bottom - big.top + 0.5 ? rect : big,
    null,
  );
  if (tallest === null) return null;
  const line = union(rects.filter((rect) => sameLine(rect, tallest)));
  return line === null ? null : { ...tallest, left: line.left, right: line.right };
}

/** The element's ancestors that cut off what flows over them, inner ones first. */
export function clippersOf(element: Element): Element[] {
  const found: Element[] = [];
  const view = element.ownerDocument.defaultView;
  for (let at = parentOf(element); at !== null && view !== null; at = parentOf(at)) {
    const style = view.getComputedStyle(at);
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

/** The nearest ancestor (or the element itself) that makes a box of its own on the line. */
export function blockOf(element: Element): Element {
  const view = element.ownerDocument.defaultView;
  let at = element;
  while (view !== null && view.getComputedStyle(at).display.startsWith('inline')) {
    const parent = parentOf(at);
    if (parent === null) break;
    at = parent;
  }
  return at;
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
    rects.push(...[...range.getClientRects()].filter((rect) => rect.width > 0));
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
