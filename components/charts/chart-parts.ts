import type uPlot from 'uplot';
import type { Palette } from './palette';
import type { AlignedPlots, Plot } from './plots';

export const FONT = 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** One of the operator's price lines, drawn across the chart. */
export type LadderLine = { name: string; fen: number };

/** The y range, wide enough for the ladder's lines and never flat. */
export function withLadder(
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

/** A price of the axis. */
export function axisText(yuan: number): string {
  const rounded = Math.round(yuan * 100) / 100;
  return String(rounded).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

/** The ladder's names at the right end, over the prices, none upon another. */
export function nameLadder(
  chart: uPlot,
  ladder: readonly LadderLine[],
  color: Palette,
  scale: number,
  /** Room that the lines' marks take there, in px. */
  beside: number,
): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.font = `${11 * scale}px ${FONT}`;
  ctx.textBaseline = 'middle';
  // The axes leave it at the right.
  ctx.textAlign = 'left';
  const height = 14 * scale;
  let free = -Infinity;
  for (const rung of ladder.toSorted((a, b) => b.fen - a.fen)) {
    const line = Math.round(chart.valToPos(rung.fen / 100, 'y', true));
    const y = Math.max(line, free);
    free = y + height;
    const width = ctx.measureText(rung.name).width + 8 * scale;
    const left = bbox.left + bbox.width + (2 + beside) * scale;
    ctx.fillStyle = color('--paper');
    ctx.fillRect(left, y - height / 2, width, height);
    ctx.fillStyle = color('--ink-2');
    ctx.fillText(rung.name, left + 4 * scale, y);
  }
  ctx.restore();
}

/** Each line's mark in a disc at its last price, as in the legend; neighbours make way. */
export function markEnds(
  chart: uPlot,
  plots: readonly Plot[],
  { at, columns }: AlignedPlots,
  color: Palette,
  scale: number,
): void {
  const { ctx, bbox } = chart;
  const ends = plots.flatMap((plot, index) => {
    const column = columns[index];
    const row = column?.min.findLastIndex((price) => price !== null && price !== undefined) ?? -1;
    const price = column?.min[row];
    const time = at[row];
    if (plot.mark === '' || typeof price !== 'number' || time === undefined) return [];
    const x = chart.valToPos(time, 'x', true);
    if (x < bbox.left) return [];
    return [{ plot, x: Math.min(x, bbox.left + bbox.width), y: chart.valToPos(price, 'y', true) }];
  });
  ctx.save();
  ctx.font = `600 ${10 * scale}px ${FONT}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const radius = 7 * scale;
  let free = -Infinity;
  for (const { plot, x, y } of ends.toSorted((a, b) => a.y - b.y)) {
    const top = Math.max(y, free);
    free = top + 2 * radius + scale;
    ctx.fillStyle = color(plot.color);
    ctx.beginPath();
    ctx.arc(x + radius + 2 * scale, top, radius, 0, 2 * Math.PI);
    ctx.fill();
    ctx.fillStyle = color('--paper');
    ctx.fillText(plot.mark, x + radius + 2 * scale, top + scale / 2);
  }
  ctx.restore();
}
