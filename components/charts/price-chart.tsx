import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './charts.css';
import type { PriceLines } from './price-lines';

/** One of the operator's price lines, drawn across the chart. */
export type LadderLine = { name: string; fen: number };

/** A stretch of time in a colour of its own; `toMs` null: a line at its beginning only. */
export type ChartWindow = { name: string; fromMs: number; toMs: number | null };

export type PriceChartProps = {
  lines: PriceLines;
  windows: readonly ChartWindow[];
  ladder: readonly LadderLine[];
  /** Left and right end in ms. */
  fromMs: number;
  toMs: number;
  /** Height in px. */
  height: number;
  label: string;
  /** What is said of the point under the pointer, a line each. */
  describe: (index: number) => string[];
  /** A day below the chart. */
  dayLabel: (atSeconds: number) => string;
};

/**
 * The price history as steps with gaps: the public price in the accent colour, the account's price
 * thinner beside it, ranges as a band, the ladder as dashed lines. It is drawn anew when the theme
 * changes. For those who can't see it, a table of the same figures stands below it.
 */
export default function PriceChart(props: PriceChartProps) {
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
  }, [props.lines, props.windows, props.ladder, props.fromMs, props.toMs, props.height]);
  return <div class="price-chart" ref={box} role="img" aria-label={props.label} />;
}

const ACCOUNT = 3;

function drawn(element: HTMLElement, props: PriceChartProps): uPlot {
  const style = getComputedStyle(document.documentElement);
  const color = (role: string) => style.getPropertyValue(role).trim();
  const { lines, ladder, windows } = props;
  const steps = uPlot.paths.stepped?.({ align: 1 });
  const line = (stroke: string, width: number, dots: boolean): uPlot.Series => ({
    stroke,
    width,
    ...(steps === undefined ? {} : { paths: steps }),
    points: { show: dots, size: 5, width: 0, fill: stroke },
    spanGaps: false,
  });
  const accent = color('--accent');
  const account = color('--partial');
  const axis = {
    stroke: color('--ink-3'),
    font: '11px system-ui, "Noto Sans CJK SC", sans-serif',
    grid: { stroke: color('--line'), width: 1 },
    ticks: { show: false },
  };
  const data: uPlot.AlignedData = [
    lines.at,
    lines.publicMin,
    lines.publicMax,
    lines.accountMin,
    lines.accountMax,
  ];
  return new uPlot(
    {
      width: Math.max(200, element.clientWidth),
      height: props.height,
      legend: { show: false },
      // Room for the ladder's names, so that they hide no price.
      padding: [8, ladder.length > 0 ? 92 : 12, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: true, range: [props.fromMs / 1000, props.toMs / 1000] },
        y: { range: (_, low, high) => withLadder(low, high, ladder) },
      },
      axes: [
        { ...axis, grid: { show: false }, size: 26, values: (_, at) => at.map(props.dayLabel) },
        { ...axis, size: 52, values: (_, at) => at.map(axisText) },
      ],
      series: [
        {},
        line(accent, 2, true),
        line(accent, 2, false),
        line(account, 1.4, false),
        line(account, 1.4, false),
      ],
      bands: [
        { series: [2, 1], fill: `${accent}22` },
        { series: [ACCOUNT + 1, ACCOUNT], fill: `${account}22` },
      ],
      hooks: {
        drawClear: [
          (chart) => drawWindows(chart, windows, color('--promo-wash'), color('--ink-2')),
          (chart) => drawLadder(chart, ladder, color('--ink')),
        ],
        draw: [(chart) => nameLadder(chart, ladder, color('--ink-2'), color('--paper'))],
        ready: [(chart) => addTip(chart, props)],
      },
    },
    data,
    element,
  );
}

/** The y range, wide enough for the ladder's lines and never flat. */
function withLadder(
  low: number | null,
  high: number | null,
  ladder: readonly LadderLine[],
): [number, number] {
  const all = [
    ...(low === null || high === null ? [] : [low, high]),
    ...ladder.map((rung) => rung.fen / 100),
  ];
  if (all.length === 0) return [0, 1];
  const min = Math.min(...all);
  const max = Math.max(...all);
  const room = Math.max((max - min) * 0.12, max * 0.02, 0.5);
  return [Math.max(0, min - room), max + room];
}

function axisText(yuan: number): string {
  const rounded = Math.round(yuan * 100) / 100;
  return String(rounded).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

/** Promotions as a ground under everything, with their names at the top, none upon another. */
function drawWindows(
  chart: uPlot,
  windows: readonly ChartWindow[],
  ground: string,
  text: string,
): void {
  const { ctx, bbox } = chart;
  const scale = devicePixelRatio;
  const right = bbox.left + bbox.width;
  const shown = windows
    .map(({ name, fromMs, toMs }) => {
      const begun = chart.valToPos(fromMs / 1000, 'x', true);
      const end = toMs === null ? begun + scale : chart.valToPos(toMs / 1000, 'x', true);
      return { name, begun, end, isOpen: toMs === null };
    })
    // Not on this chart: over before its left end, or beginning after its right one.
    .filter(({ begun, end }) => end > bbox.left && begun < right)
    .map((each) => ({ ...each, from: Math.max(bbox.left, each.begun) }));
  ctx.save();
  for (const { from, end, isOpen } of shown) {
    ctx.fillStyle = isOpen ? text : ground;
    ctx.fillRect(from, bbox.top, Math.max(scale, Math.min(right, end) - from), bbox.height);
  }
  ctx.font = `${11 * scale}px system-ui, "Noto Sans CJK SC", sans-serif`;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  ctx.fillStyle = text;
  let free = bbox.left;
  for (const { name, from } of shown) {
    const left = Math.max(from + 3 * scale, free);
    const width = ctx.measureText(name).width;
    if (left + width > right) continue;
    ctx.fillText(name, left, bbox.top + 2 * scale);
    free = left + width + 6 * scale;
  }
  ctx.restore();
}

/** The ladder's dashed lines, under the prices. */
function drawLadder(chart: uPlot, ladder: readonly LadderLine[], stroke: string): void {
  const { ctx, bbox } = chart;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.setLineDash([3 * scale, 4 * scale]);
  ctx.lineWidth = scale;
  ctx.globalAlpha = 0.45;
  ctx.strokeStyle = stroke;
  for (const rung of ladder) {
    const y = Math.round(chart.valToPos(rung.fen / 100, 'y', true));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}

/** The ladder's names at the right end, over the prices, none upon another. */
function nameLadder(
  chart: uPlot,
  ladder: readonly LadderLine[],
  text: string,
  ground: string,
): void {
  const { ctx, bbox } = chart;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.font = `${11 * scale}px system-ui, "Noto Sans CJK SC", sans-serif`;
  ctx.textBaseline = 'middle';
  // The axes leave it at the right.
  ctx.textAlign = 'left';
  const height = 14 * scale;
  const high = ladder.toSorted((a, b) => b.fen - a.fen);
  let free = -Infinity;
  for (const rung of high) {
    const line = Math.round(chart.valToPos(rung.fen / 100, 'y', true));
    const y = Math.max(line, free);
    free = y + height;
    const width = ctx.measureText(rung.name).width + 8 * scale;
    const left = bbox.left + bbox.width + 2 * scale;
    ctx.fillStyle = ground;
    ctx.fillRect(left, y - height / 2, width, height);
    ctx.fillStyle = text;
    ctx.fillText(rung.name, left + 4 * scale, y);
  }
  ctx.restore();
}

function addTip(chart: uPlot, props: PriceChartProps): void {
  const tip = document.createElement('div');
  tip.className = 'price-chart-tip';
  tip.hidden = true;
  chart.over.append(tip);
  const show = () => {
    const index = chart.cursor.idx;
    const at = index === null || index === undefined ? undefined : chart.data[0][index];
    tip.hidden = at === undefined || (chart.cursor.left ?? -1) < 0;
    if (at === undefined || index === null || index === undefined || tip.hidden) return;
    tip.replaceChildren(
      ...props.describe(index).map((text) => {
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
