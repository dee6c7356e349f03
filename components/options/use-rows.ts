import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { rowWindow, scrollToRow, type RowWindow } from './windowing';

/**
 * Draws only the rows of a long table that stand in its scrolling box. `rowHeight` and `head` (the
 * sticky head) are px; `show` scrolls a row into the box.
 */
export function useRowWindow(
  count: number,
  rowHeight: number,
  head: number,
): { box: RefObject<HTMLDivElement | null>; window: RowWindow; show: (index: number) => void } {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => {
      setView((old) =>
        old.top === element.scrollTop && old.height === element.clientHeight
          ? old
          : { top: element.scrollTop, height: element.clientHeight },
      );
    };
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', measure);
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
      setView({ top: element.scrollTop, height: element.clientHeight });
    },
    [rowHeight, head],
  );
  return { box, window: rowWindow(count, rowHeight, view.top, view.height), show };
}
