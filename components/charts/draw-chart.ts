import uPlot from 'uplot';
import { axisText, FONT, markEnds, nameLadder, withLadder, type LadderLine } from './chart-parts';
import { drawLadder, drawWindows, type ChartWindow } from './draw-windows';
import type { Palette } from './palette';
import type { AlignedPlots, Plot } from './plots';

/** Least room of a sight for its dot, px. */
const DOT_ROOM = 6;

/** What is drawn: the lines, what lies under them, and the ends of the time in ms. */
export type ChartContent = {
  plots: readonly Plot[];
  aligned: AlignedPlots;
  windows: readonly ChartWindow[];
  ladder: readonly LadderLine[];
  fromMs: number;
  toMs: number;
  /** A day below the chart. */
  dayLabel: (atSeconds: number) => string;
};

/** What the marks at the lines' ends take of the width, in px. */
const MARK_ROOM = 16;

/**
 * Draws the prices as steps with gaps, a range as a band, the ladder as dashed lines, promotions as a
 * ground. `size` in px.
 */
export function drawChart(
  element: HTMLElement,
  content: ChartContent,
  color: Palette,
  size: { width: number; height: number },
  hooks: uPlot.Hooks.Arrays = {},
): uPlot {
  const { plots, aligned, ladder, windows } = content;
  const steps = uPlot.paths.stepped?.({ align: 1 });
  const line = (plot: Plot, dots: boolean): uPlot.Series => ({
    stroke: color(plot.color),
    width: plot.width,
    dash: [...plot.dash],
    ...(steps === undefined ? {} : { paths: steps }),
    points: {
      // Dots that touch say nothing that the line does not, and take most of the time.
      show: (chart, _series, from, to) => dots && (to - from) * DOT_ROOM <= chart.width,
      size: 5,
      width: 0,
      fill: color(plot.color),
    },
    spanGaps: false,
  });
  const axis = {
    stroke: color('--ink-3'),
    font: `11px ${FONT}`,
    grid: { stroke: color('--line'), width: 1 },
    ticks: { show: false },
  };
  const beside = plots.some(({ mark }) => mark !== '') ? MARK_ROOM : 0;
  const scale = devicePixelRatio;
  // Prices without ranges are one line: its upper end, and what lies between, need no drawing.
  const isRange = (index: number) => {
    const { min, max } = aligned.columns[index]!;
    return max.some((price, at) => price !== min[at]);
  };
  return new uPlot(
    {
      ...size,
      legend: { show: false },
      // Room for the ladder's names and the lines' marks, so that they hide no price.
      padding: [8, namesWidth(ladder) + beside, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: true, range: [content.fromMs / 1000, content.toMs / 1000] },
        y: { range: (_, low, high) => withLadder(low, high, ladder) },
      },
      axes: [
        { ...axis, grid: { show: false }, size: 26, values: (_, at) => at.map(content.dayLabel) },
        { ...axis, size: 52, values: (_, at) => at.map(axisText) },
      ],
      series: [
        {},
        ...plots.flatMap((plot, index) => [
          line(plot, plot.dots),
          { ...line(plot, false), show: isRange(index) },
        ]),
      ],
      bands: plots.map((plot, index) => ({
        show: isRange(index),
        series: [2 * index + 2, 2 * index + 1] as uPlot.Band.Bounds,
        fill: `${color(plot.color)}22`,
      })),
      hooks: {
        ...hooks,
        drawClear: [
          (chart) => drawWindows(chart, windows, color, scale),
          (chart) => drawLadder(chart, ladder, color, scale),
        ],
        draw: [
          (chart) => nameLadder(chart, ladder, color, scale, beside),
          (chart) => markEnds(chart, plots, aligned, color, scale),
          ...(hooks.draw ?? []),
        ],
      },
    },
    [
      aligned.at,
      ...aligned.columns.flatMap(({ min, max }) => [min, max]),
    ] as unknown as uPlot.AlignedData,
    element,
  );
}

/** What the ladder's names take at the right, in px; a little air where there is none. */
function namesWidth(ladder: readonly LadderLine[]): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null || ladder.length === 0) return 12;
  context.font = `11px ${FONT}`;
  return Math.max(...ladder.map(({ name }) => context.measureText(name).width)) + 14;
}
