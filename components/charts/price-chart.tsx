import { useEffect, useMemo, useRef } from 'preact/hooks';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './charts.css';
import type { LadderLine } from './chart-parts';
import { drawChart } from './draw-chart';
import type { ChartWindow } from './draw-windows';
import { pagePalette } from './palette';
import { alignPlots, type Plot } from './plots';

export type PriceChartProps = {
  plots: readonly Plot[];
  windows: readonly ChartWindow[];
  ladder: readonly LadderLine[];
  /** Left and right end in ms. */
  fromMs: number;
  toMs: number;
  /** Height in px. */
  height: number;
  label: string;
  /** What is said of the time under the pointer (seconds, that of a sight), a line each. */
  describe: (at: number) => string[];
  /** A day below the chart. */
  dayLabel: (atSeconds: number) => string;
};

/**
 * The price history as steps with gaps; the figures of the sight under the pointer stand beside it. It
 * is drawn anew when the theme changes. For those who can't see it, a table of the same figures
 * stands below it.
 */
export default function PriceChart(props: PriceChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const aligned = useMemo(() => alignPlots(props.plots), [props.plots]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    let chart: uPlot | null = null;
    const draw = () => {
      chart?.destroy();
      const size = { width: Math.max(200, element.clientWidth), height: latest.current.height };
      const content = { ...latest.current, aligned };
      chart = drawChart(element, content, pagePalette(), size, {
        ready: [(drawn) => addTip(drawn, (at) => latest.current.describe(at))],
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
    };
  }, [aligned, props.windows, props.ladder, props.fromMs, props.toMs, props.height]);
  return <div class="price-chart" ref={box} role="img" aria-label={props.label} />;
}

function addTip(chart: uPlot, describe: (at: number) => string[]): void {
  const tip = document.createElement('div');
  tip.className = 'price-chart-tip';
  tip.hidden = true;
  chart.over.append(tip);
  const show = () => {
    const row = chart.cursor.idx;
    const at = row === null || row === undefined ? undefined : chart.data[0][row];
    tip.hidden = at === undefined || (chart.cursor.left ?? -1) < 0;
    if (at === undefined || row === null || row === undefined || tip.hidden) return;
    tip.replaceChildren(
      ...describe(at).map((text) => {
        const line = document.createElement('div');
        line.textContent = text;
        return line;
      }),
    );
    const left = chart.valToPos(at, 'x');
    const flip = left > chart.over.clientWidth / 2;
    tip.style.left = flip ? 'auto' : `${left + 10}px`;
    tip.style.right = flip ? `${chart.over.clientWidth - left + 10}px` : 'auto';
  };
  chart.over.addEventListener('mousemove', () => requestAnimationFrame(show));
  chart.over.addEventListener('mouseleave', () => {
    tip.hidden = true;
  });
}
