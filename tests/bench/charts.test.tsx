import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { afterAll, expect, it } from 'vitest';
import { drawChart } from '../../components/charts/draw-chart';
import { LIGHT } from '../../components/charts/palette';
import { alignPlots, ownPlots } from '../../components/charts/plots';
import { priceLines } from '../../components/charts/price-lines';
import { sparklineShape } from '../../components/ui/sparkline-path';
import { FROM_MS, observationsOf } from './history-rows';
import { writeSection, type Row } from './results';
import { timeRatio, type Ratio } from './segmenter-alternate';

const POINTS = 2000;
const SIZE = { width: 600, height: 240 };
const observations = observationsOf(1, POINTS);
const last = observations.at(-1)!.atMs;
const lines = priceLines(observations, null, last);
const rows: Row[] = [];

Chart.register(LineController, LineElement, PointElement, LinearScale);

afterAll(() =>
  writeSection(
    'Charts',
    [
      `${POINTS} observations at 600×240, one public and one account price each, no GPU; JavaScript up to the drawn canvas.`,
    ],
    rows,
  ),
);

function record(figure: string, ratio: Ratio, limit: number, peer: string): void {
  rows.push({ target: 'P18', figure, value: '', ratio, limit, peer });
}

function canvas(): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = SIZE.width;
  element.height = SIZE.height;
  document.body.replaceChildren(element);
  return element.getContext('2d')!;
}

function steps(draw: CanvasRenderingContext2D, prices: readonly (number | null)[]): void {
  const xs = lines.at.map((at) => ((at - lines.at[0]!) / (lines.at.at(-1)! - lines.at[0]!)) * 600);
  draw.beginPath();
  prices.forEach((price, index) => {
    const y = 240 - ((price ?? 0) / 200) * 240;
    if (index > 0) draw.lineTo(xs[index]!, draw.canvas.height - y);
    draw.lineTo(xs[index]!, y);
  });
  draw.stroke();
}

/** The limit: the two lines as paths of a canvas, and nothing else. */
function rawCanvas(): void {
  const draw = canvas();
  steps(draw, lines.publicMin);
  steps(draw, lines.accountMin);
}

function ours(): void {
  const box = document.createElement('div');
  document.body.replaceChildren(box);
  const plots = ownPlots(lines, { public: '公开到手价', account: '本账号' });
  drawChart(
    box,
    {
      plots,
      aligned: alignPlots(plots),
      windows: [],
      ladder: [],
      fromMs: FROM_MS,
      toMs: last,
      dayLabel: (at) => String(at),
    },
    (role) => LIGHT[role],
    SIZE,
    // uPlot draws in a microtask of its own; an empty batch has it draw now.
  ).batch(() => {});
}

function chartJs(): void {
  const draw = canvas();
  const line = (prices: readonly (number | null)[]) => ({
    data: prices.map((y, index) => ({ x: lines.at[index]!, y })),
    stepped: true as const,
    pointRadius: 0,
  });
  const chart = new Chart(draw, {
    type: 'line',
    data: { datasets: [line(lines.publicMin), line(lines.accountMin)] },
    options: {
      animation: false,
      responsive: false,
      parsing: false,
      scales: { x: { type: 'linear' } },
    },
  });
  chart.destroy();
}

it('P18: draws the history chart', () => {
  expect(lines.at.length).toBe(POINTS);
  ours();
  const drawn = document.querySelector('canvas')!;
  const pixels = drawn.getContext('2d')!.getImageData(0, 0, drawn.width, drawn.height).data;
  expect(pixels.some((value) => value !== 0)).toBe(true);
  record('history chart', timeRatio(ours, rawCanvas, 15), 4, 'raw canvas path');
  record('history chart', timeRatio(ours, chartJs, 15), 0.8, 'Chart.js, line only');
});

it('P18: draws the sparkline', () => {
  const points = observations.map(({ atMs, publicPrice }) => ({
    atMs,
    fen: publicPrice?.minFen ?? null,
  }));
  const few = points.slice(0, 90);
  const svg = (list: typeof points) => () => {
    const shape = sparklineShape(list, 84, 22)!;
    const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', shape.path);
    element.append(path);
    document.body.replaceChildren(element);
  };
  const raw = (list: typeof points) => () => {
    const draw = canvas();
    draw.beginPath();
    list.forEach(({ fen }, index) => draw.lineTo((index / list.length) * 84, (fen ?? 0) / 1000));
    draw.stroke();
  };
  svg(few)();
  expect(document.querySelector('path')?.getAttribute('d')).toMatch(/^M.*H/);
  record('sparkline of 90 days', timeRatio(svg(few), raw(few), 15), 1.2, 'raw canvas path');
  record(
    'sparkline of 2000 points',
    timeRatio(svg(points), raw(points), 15),
    1.2,
    'raw canvas path',
  );
});
