import type { LocateTarget } from '../messaging/frames';
import type { SiteAdapter } from '../sites/adapter';
import { putAt, type FrameHost } from './frame-host';
import { createElement, rectOf } from './page-nodes';

const FLASH_MS = 1800;
/** Most rectangles of one quote; a quote over more lines than that is not one. */
const MOST_RECTS = 12;

/**
 * Scrolls the page to a piece of evidence and flashes it. The flash is drawn in our own shadow
 * root and follows the evidence; no node of the page is changed. False where it is not on the page.
 */
export function locateOnPage(
  view: Window,
  adapter: SiteAdapter,
  host: FrameHost,
  target: LocateTarget,
): boolean {
  const element = adapter.locate(view.document, target);
  if (element === null) return false;
  const still = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const range = rangeOf(element, target.quote);
  Element.prototype.scrollIntoView.call(element, {
    block: 'center',
    inline: 'nearest',
    behavior: still ? 'instant' : 'smooth',
  });
  flash(view, host, () => (range === null ? [rectOf(element)] : rectsOf(range, element)), still);
  return true;
}

/** The quote within the element's text, null where it stands in no single stretch of it. */
export function rangeOf(element: Element, quote: string): Range | null {
  if (quote === '') return null;
  const document = element.ownerDocument;
  const walker = Document.prototype.createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, from: text.length });
    text += (node as Text).data;
  }
  const at = text.indexOf(quote);
  if (at < 0) return null;
  const range = Document.prototype.createRange.call(document);
  const point = (offset: number, atEnd: boolean) => {
    const held = nodes.findLast((one) => (atEnd ? one.from < offset : one.from <= offset));
    return held === undefined ? null : { node: held.node, offset: offset - held.from };
  };
  const start = point(at, false);
  const end = point(at + quote.length, true);
  if (start === null || end === null) return null;
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

function rectsOf(range: Range, element: Element): DOMRect[] {
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  return rects.length === 0 || rects.length > MOST_RECTS ? [rectOf(element)] : rects;
}

function flash(view: Window, host: FrameHost, rects: () => DOMRect[], still: boolean): void {
  const boxes: HTMLElement[] = [];
  const until = view.performance.now() + FLASH_MS;
  const draw = () => {
    const now = view.performance.now();
    if (now > until) {
      for (const box of boxes) box.remove();
      return;
    }
    const at = rects();
    while (boxes.length > at.length) boxes.pop()?.remove();
    at.forEach((rect, index) => {
      let box = boxes[index];
      if (box === undefined) {
        box = createElement(view.document, 'div');
        boxes.push(box);
        host.add(box);
        if (!still) box.animate(PULSE, { duration: FLASH_MS / 3, iterations: 3 });
      }
      const { left, top, right, bottom } = rect;
      putAt(box, { left: left - 5, top: top - 5, right: right + 5, bottom: bottom + 5 });
    });
    view.requestAnimationFrame(draw);
  };
  draw();
}

const PULSE: Keyframe[] = [{ opacity: 0.25 }, { opacity: 1, offset: 0.3 }, { opacity: 0.25 }];
