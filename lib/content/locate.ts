import type { LocateTarget } from '../messaging/frames';
import type { SiteAdapter } from '../sites/adapter';
import { textNodes } from '../sites/dom';
import { putAt, type FrameHost } from './frame-host';
import { rectsOf } from './page-geometry';
import { newElement, rectOf } from './page-nodes';
import type { Rect } from './rect';

const FLASH_MS = 1800;
/** Most rectangles of one quote; a quote over more lines than that is not one. */
const MOST_RECTS = 12;

/**
 * Scrolls the page to a piece of evidence and flashes it. The flash is drawn in our own shadow
 * root and follows the evidence; no node of the page is changed. False where it is not on the page.
 */
export function locateOnPage(adapter: SiteAdapter, host: FrameHost, target: LocateTarget): boolean {
  const element = adapter.locate(document, target);
  if (element === null) return false;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const range = rangeOf(element, target.quote);
  Element.prototype.scrollIntoView.call(element, {
    block: 'center',
    inline: 'nearest',
    behavior: still ? 'instant' : 'smooth',
  });
  const rects = () => {
    const lines = range ? rectsOf(range) : [];
    return lines.length > 0 && lines.length <= MOST_RECTS ? lines : [rectOf(element)];
  };
  flash(host, rects, still);
  return true;
}

/** The quote within the element's text, null where it stands in no single stretch of it. */
export function rangeOf(element: Element, quote: string): Range | null {
  const nodes: { node: Text; from: number }[] = [];
  let text = '';
  for (const node of textNodes(element)) {
    nodes.push({ node, from: text.length });
    text += node.data;
  }
  const from = text.indexOf(quote);
  const to = from + quote.length;
  const first = nodes.findLast((held) => held.from <= from);
  const last = nodes.findLast((held) => held.from < to);
  if (quote === '' || !first || !last) return null;
  const range = new Range();
  range.setStart(first.node, from - first.from);
  range.setEnd(last.node, to - last.from);
  return range;
}

function flash(host: FrameHost, rects: () => Rect[], still: boolean): void {
  const boxes: HTMLElement[] = [];
  const until = performance.now() + FLASH_MS;
  const draw = () => {
    const at = performance.now() > until ? [] : rects();
    while (boxes.length > at.length) boxes.pop()?.remove();
    at.forEach(({ left, top, right, bottom }, index) => {
      let box = boxes[index];
      if (box === undefined) {
        box = newElement('div');
        boxes.push(box);
        host.add(box);
        if (!still) box.animate(PULSE, { duration: FLASH_MS / 3, iterations: 3 });
      }
      putAt(box, { left: left - 5, top: top - 5, right: right + 5, bottom: bottom + 5 });
    });
    if (at.length > 0) requestAnimationFrame(draw);
  };
  draw();
}

const PULSE: Keyframe[] = [{ opacity: 0.25 }, { opacity: 1, offset: 0.3 }, { opacity: 0.25 }];
