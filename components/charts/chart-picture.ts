import { FONT } from './chart-parts';
import { drawChart, type ChartContent } from './draw-chart';
import { LIGHT, type Palette } from './palette';
import type { Plot } from './plots';

/** Width of a picture in px of the page; the device's own pixels come on top. */
const WIDTH = 1120;
const HEIGHT = 380;
const EDGE = 20;
const LINE = 20;

/** What stands around the chart in its picture. */
export type PictureText = {
  title: string;
  /** Below the title: which price, over which time. */
  subtitle: string;
  /** At the bottom: where the figures are from, and the day. */
  source: string;
};

/**
 * A chart as a PNG: light, with its title, a legend, the source and the day in the picture. Null where
 * the browser makes no picture of it.
 */
export async function chartPicture(content: ChartContent, text: PictureText): Promise<Blob | null> {
  const color: Palette = (role) => LIGHT[role];
  const element = document.createElement('div');
  const drawn = await new Promise<HTMLCanvasElement>((resolve) => {
    const size = { width: WIDTH, height: HEIGHT };
    drawChart(element, content, color, size, { draw: [(chart) => resolve(chart.ctx.canvas)] });
  });
  const scale = devicePixelRatio;
  const rows = legendRows(content.plots);
  const top = EDGE + 26 + LINE + rows.length * LINE + 8;
  const canvas = document.createElement('canvas');
  canvas.width = (WIDTH + 2 * EDGE) * scale;
  canvas.height = (top + HEIGHT + LINE + EDGE) * scale;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.scale(scale, scale);
  context.fillStyle = LIGHT['--paper'];
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'alphabetic';
  const say = (words: string, y: number, style: string, role: keyof typeof LIGHT) => {
    context.font = `${style} ${FONT}`;
    context.fillStyle = LIGHT[role];
    context.fillText(fitted(context, words, WIDTH), EDGE, y);
  };
  say(text.title, EDGE + 16, '600 17px', '--ink');
  say(text.subtitle, EDGE + 26 + 12, '12px', '--ink-2');
  rows.forEach((row, at) => legendRow(context, row, EDGE + 26 + LINE + (at + 1) * LINE - 6));
  context.drawImage(drawn, EDGE, top, WIDTH, HEIGHT);
  say(text.source, top + HEIGHT + LINE, '11px', '--ink-3');
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

/** Two names to a row: a title of Tmall takes half the width. */
function legendRows(plots: readonly Plot[]): Plot[][] {
  return Array.from({ length: Math.ceil(plots.length / 2) }, (_, row) =>
    plots.slice(2 * row, 2 * row + 2),
  );
}

function legendRow(context: CanvasRenderingContext2D, plots: readonly Plot[], y: number): void {
  plots.forEach((plot, at) => {
    const left = EDGE + at * (WIDTH / 2);
    context.strokeStyle = LIGHT[plot.color];
    context.lineWidth = plot.width;
    context.setLineDash([...plot.dash]);
    context.beginPath();
    context.moveTo(left, y - 4);
    context.lineTo(left + 34, y - 4);
    context.stroke();
    context.setLineDash([]);
    context.font = `12px ${FONT}`;
    context.fillStyle = LIGHT['--ink'];
    const name = plot.mark === '' ? plot.name : `${plot.mark}  ${plot.name}`;
    context.fillText(fitted(context, name, WIDTH / 2 - 60), left + 42, y);
  });
}

/** A text that fits into a width, cut with an ellipsis where it does not. */
function fitted(context: CanvasRenderingContext2D, words: string, width: number): string {
  if (context.measureText(words).width <= width) return words;
  const letters = Array.from(words);
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > width)
    letters.pop();
  return `${letters.join('')}…`;
}
