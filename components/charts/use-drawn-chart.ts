import { useEffect, useRef, type Inputs } from 'preact/hooks';
import type { RefObject } from 'preact';
import type uPlot from 'uplot';
import { addTip, tipStep, type ChartRows } from './chart-tip';

type Tip = ReturnType<typeof addTip>;

/**
 * A chart in an element: drawn anew when what it is drawn from (`of`) or the theme changes, as wide as
 * its element at any time, with a box that pointer and arrow keys lead from sight to sight.
 */
export function useDrawnChart(
  props: {
    /** Height in px. */
    height: number;
    /** Draws the chart into the element, in that width. */
    draw: (element: HTMLElement, width: number) => uPlot;
    rows: ChartRows;
  },
  of: Inputs,
): {
  box: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
} {
  const box = useRef<HTMLDivElement>(null);
  const tip = useRef<Tip | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    let chart: uPlot | null = null;
    const draw = () => {
      chart?.destroy();
      chart = latest.current.draw(element, Math.max(200, element.clientWidth));
      tip.current = addTip(chart, {
        sightOf: (row) => latest.current.rows.sightOf(row),
        linesOf: (row) => latest.current.rows.linesOf(row),
      });
    };
    draw();
    const resized = new ResizeObserver(() => {
      if (chart !== null && element.clientWidth > 0 && chart.width !== element.clientWidth) {
        chart.setSize({ width: element.clientWidth, height: latest.current.height });
      }
    });
    resized.observe(element);
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      resized.disconnect();
      themed.disconnect();
      chart?.destroy();
      tip.current = null;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the caller says what it is drawn from
  }, of);
  return {
    box,
    onKeyDown: (event) => {
      const step = tipStep(event);
      if (step === null) return;
      event.preventDefault();
      tip.current?.step(step);
    },
    onBlur: () => tip.current?.hide(),
  };
}
