import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './charts.css';
import { trendColumns, type TrendMark } from './trend-columns';

export type TrendChartProps = {
  points: readonly TrendMark[];
  /** Height in px. */
  height: number;
  label: string;
  /** What is said of the point under the pointer, a line each. */
  describe: (point: TrendMark) => string[];
  dayLabel: (atMs: number) => string;
  figureLabel: (figure: number) => string;
};

/**
 * A word's figures over the periods they are of, each at the end of its period. Ranges are bands; a
 * period without the word, or time without an import, is a gap. It is drawn anew when the theme
 * changes. For those who can't see it, a table of the same figures stands below it.
 */
export default function TrendChart(props: TrendChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    let chart: uPlot | null = null;
    const draw = () => {
      chart?.destroy();
      chart = drawn(element, latest.current);
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
  }, [props.points, props.height]);
  return <div class="price-chart" ref={box} role="img" aria-label={props.label} />;
}

function drawn(element: HTMLElement, props: TrendChartProps): uPlot {
  const style = getComputedStyle(document.documentElement);
  const color = (role: string) => style.getPropertyValue(role).trim();
  const accent = color('--accent');
  const { at, min, max, marks } = trendColumns(props.points);
  const line: uPlot.Series = {
    stroke: accent,
    width: 1.5,
    points: { show: true, size: 6, width: 0, fill: accent },
    spanGaps: false,
  };
  const axis = {
    stroke: color('--ink-3'),
    font: '11px system-ui, "Noto Sans CJK SC", sans-serif',
    grid: { stroke: color('--line'), width: 1 },
    ticks: { show: false },
  };
  return new uPlot(
    {
      width: Math.max(200, element.clientWidth),
      height: props.height,
      legend: { show: false },
      // Half of the last day's label stands right of its line.
      padding: [8, 34, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
      scales: {
        x: { time: true, range: (_, from, to) => wide(from, to) },
        y: { range: (_, low, high) => tall(low, high) },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: 26,
          space: 78,
          values: (_, marked) => marked.map((seconds) => props.dayLabel(seconds * 1000)),
        },
        { ...axis, size: 58, values: (_, marked) => marked.map(props.figureLabel) },
      ],
      series: [{}, line, line],
      bands: [{ series: [2, 1], fill: `${accent}33` }],
      hooks: { ready: [(chart) => addTip(chart, marks, props)] },
    },
    [at, min, max],
    element,
  );
}

/** Room on both sides, a day at least, so that a single point stands in the middle. */
function wide(from: number, to: number): [number, number] {
  const room = Math.max(86_400, (to - from) * 0.04);
  return [from - room, to + room];
}

function tall(low: number | null, high: number | null): [number, number] {
  if (low === null || high === null) return [0, 1];
  const room = Math.max((high - low) * 0.12, Math.abs(high) * 0.05) || 1;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

function addTip(chart: uPlot, marks: readonly (TrendMark | null)[], props: TrendChartProps): void {
  const tip = document.createElement('div');
  tip.className = 'price-chart-tip';
  tip.hidden = true;
  chart.over.append(tip);
  const show = () => {
    const index = chart.cursor.idx ?? null;
    const mark = index === null ? null : (marks[index] ?? null);
    tip.hidden = mark === null || index === null || (chart.cursor.left ?? -1) < 0;
    if (mark === null || index === null || tip.hidden) return;
    tip.replaceChildren(
      ...props.describe(mark).map((text) => {
        const line = document.createElement('div');
        line.textContent = text;
        return line;
      }),
    );
    const left = chart.valToPos(chart.data[0][index] ?? 0, 'x');
    const flip = left > chart.over.clientWidth / 2;
    tip.style.left = flip ? 'auto' : `${left + 10}px`;
    tip.style.right = flip ? `${chart.over.clientWidth - left + 10}px` : 'auto';
  };
  chart.over.addEventListener('mousemove', () => requestAnimationFrame(show));
  chart.over.addEventListener('mouseleave', () => {
    tip.hidden = true;
  });
}
