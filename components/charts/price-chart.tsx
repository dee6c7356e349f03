import { useMemo } from 'preact/hooks';
import 'uplot/dist/uPlot.min.css';
import { ChartBox } from './chart-box';
import type { LadderLine } from './chart-parts';
import { drawChart } from './draw-chart';
import type { ChartWindow } from './draw-windows';
import { pagePalette } from './palette';
import { alignPlots, sightOf, type Plot } from './plots';
import { useDrawnChart } from './use-drawn-chart';

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
  /** What is said of the sight under the pointer (its time in seconds), a line each. */
  describe: (at: number) => string[];
  /** A day below the chart. */
  dayLabel: (atSeconds: number) => string;
};

/**
 * The price history as steps with gaps; the figures of the sight under the pointer stand beside it, and
 * so do those of the sight that the arrow keys have come to. For those who can't see it, a table of
 * the same figures stands below it.
 */
export default function PriceChart(props: PriceChartProps) {
  const { plots, windows, ladder, fromMs, toMs, height } = props;
  const aligned = useMemo(() => alignPlots(plots), [plots]);
  const chart = useDrawnChart(
    {
      height,
      draw: (element, width) =>
        drawChart(element, { ...props, aligned }, pagePalette(), { width, height }),
      rows: {
        sightOf: (row) => sightOf(aligned, row),
        linesOf: (row) => props.describe(aligned.at[row] ?? 0),
      },
    },
    [aligned, windows, ladder, fromMs, toMs, height],
  );
  return <ChartBox chart={chart} label={props.label} />;
}
