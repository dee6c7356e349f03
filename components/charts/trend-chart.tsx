import { useMemo } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { ChartBox } from './chart-box';
import { pagePalette } from './palette';
import { trendColumns, type TrendColumns, type TrendMark } from './trend-columns';
import { useDrawnChart } from './use-drawn-chart';

export type TrendChartProps = {
  points: readonly TrendMark[];
  /** Height in px. */
  height: number;
  label: string;
  /** What is said of the point under the pointer or the keyboard, a line each. */
  describe: (point: TrendMark) => string[];
  dayLabel: (atMs: number) => string;
  figureLabel: (figure: number) => string;
};

/**
 * A word's figures over the periods they are of, each at the end of its period. Ranges are bands; a
 * period without the word, or time without an import, is a gap. For those who can't see it, a table
 * of the same figures stands below it.
 */
export default function TrendChart(props: TrendChartProps) {
  const { points, height } = props;
  const columns = useMemo(() => trendColumns(points), [points]);
  const { marks } = columns;
  const chart = useDrawnChart(
    {
      height,
      draw: (element, width) => drawn(element, width, columns, props),
      rows: {
        sightOf: (row) => (marks[row] === null ? row - 1 : row),
        linesOf: (row) => {
          const mark = marks[row];
          return mark === null || mark === undefined ? [] : props.describe(mark);
        },
      },
    },
    [columns, height],
  );
  return <ChartBox chart={chart} label={props.label} />;
}

function drawn(
  element: HTMLElement,
  width: number,
  { at, min, max }: TrendColumns,
  props: TrendChartProps,
): uPlot {
  const color = pagePalette();
  const accent = color('--accent');
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
      width,
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
