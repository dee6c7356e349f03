import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { rowWindow, scrollToRow, type RowWindow } from './windowing';

/**
 * Draws only the rows of a long table that stand in its scrolling box. `rowHeight` and `head` (the
 * sticky head) are px; `show` scrolls a row into the box, and always draws again: whoever asks for a row
 * has something to do with it once it is there.
 */
export function useRowWindow(
  count: number,
  rowHeight: number,
  head: number,
): {
  box: RefObject<HTMLDivElement | null>;
  window: RowWindow;
  /** Width of the box, px; 0 until it is known. */
  width: number;
  show: (index: number) => void;
} {
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef({ top: 0, height: 800 });
  const [width, setWidth] = useState(0);
  const [, drawAgain] = useState(0);
  const window = rowWindow(count, rowHeight, seen.current.top, seen.current.height);
  const lookAgain = useRef(() => {});
  // Drawn again only when other rows come into sight, not at each scroll event.
  lookAgain.current = () => {
    const element = box.current;
    if (element === null) return;
    const { height } = seen.current;
    const top = element.scrollTop;
    seen.current.top = top;
    const { from, to } = rowWindow(count, rowHeight, top, height);
    if (from !== window.from || to !== window.to) drawAgain((times) => times + 1);
  };
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = () => lookAgain.current();
    // Measured when its size changes only: scrolling asks for nothing that has to be laid out first.
    const measure = () => {
      seen.current.height = element.clientHeight;
      setWidth(element.clientWidth);
      look();
    };
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    measure();
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const show = useCallback(
    (index: number) => {
      const element = box.current;
      if (element === null) return;
      element.scrollTop = scrollToRow(
        index,
        rowHeight,
        element.scrollTop,
        element.clientHeight,
        head,
      );
      seen.current = { top: element.scrollTop, height: element.clientHeight };
      drawAgain((times) => times + 1);
    },
    [rowHeight, head],
  );
  return { box, window, width, show };
}
