import type uPlot from 'uplot';
import type { PromotionPhase } from '../../lib/listing/promotion-calendar';
import { FONT, type LadderLine } from './chart-parts';
import type { Palette } from './palette';

/**
 * A stretch of time in the ground of its phase; `toMs` null: a line at its beginning only. `name`
 * says the phase in words as well.
 */
export type ChartWindow = {
  name: string;
  phase: PromotionPhase | null;
  fromMs: number;
  toMs: number | null;
};

/** The ground of each phase. */
export function phaseColor(phase: PromotionPhase | null, color: Palette): string {
  switch (phase) {
    case 'presale':
      return `${color('--na')}20`;
    case 'warm-up':
      return `${color('--partial')}20`;
    case 'main':
      return `${color('--missing')}20`;
    case 'encore':
      return `${color('--manual')}20`;
    case 'whole':
    case null:
      return color('--promo-wash');
  }
}

/** Promotions as a ground under everything, with their names at the top, none upon another. */
export function drawWindows(
  chart: uPlot,
  windows: readonly ChartWindow[],
  color: Palette,
  scale: number,
): void {
  const { ctx, bbox } = chart;
  const right = bbox.left + bbox.width;
  const shown = windows
    .map(({ name, phase, fromMs, toMs }) => {
      const begun = chart.valToPos(fromMs / 1000, 'x', true);
      const end = toMs === null ? begun + scale : chart.valToPos(toMs / 1000, 'x', true);
      return {
        name,
        begun,
        end,
        ground: toMs === null ? color('--ink-2') : phaseColor(phase, color),
      };
    })
    // Not on this chart: over before its left end, or beginning after its right one.
    .filter(({ begun, end }) => end > bbox.left && begun < right)
    .map((each) => ({ ...each, from: Math.max(bbox.left, each.begun) }));
  ctx.save();
  for (const { from, end, ground } of shown) {
    ctx.fillStyle = ground;
    ctx.fillRect(from, bbox.top, Math.max(scale, Math.min(right, end) - from), bbox.height);
  }
  ctx.font = `${11 * scale}px ${FONT}`;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  ctx.fillStyle = color('--ink-2');
  let free = bbox.left;
  for (const { name, from, end } of shown) {
    const left = Math.max(from + 3 * scale, free);
    const width = ctx.measureText(name).width;
    // Pushed out of its own ground by the one before it, a name would be read as another's.
    const isElsewhere = left > from + 3 * scale && left >= end;
    if (isElsewhere || left + width > right) continue;
    ctx.fillText(name, left, bbox.top + 2 * scale);
    free = left + width + 6 * scale;
  }
  ctx.restore();
}

/** The ladder's dashed lines, under the prices. */
export function drawLadder(
  chart: uPlot,
  ladder: readonly LadderLine[],
  color: Palette,
  scale: number,
): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.setLineDash([3 * scale, 4 * scale]);
  ctx.lineWidth = scale;
  ctx.globalAlpha = 0.45;
  ctx.strokeStyle = color('--ink');
  for (const rung of ladder) {
    const y = Math.round(chart.valToPos(rung.fen / 100, 'y', true));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}
