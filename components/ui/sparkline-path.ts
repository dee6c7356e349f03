import type { StripPoint } from '../../lib/analysis/price-result';

/** Geometry of a sparkline: SVG path data of its steps, and its last point, null where unread. */
export type SparklineShape = { path: string; last: { x: number; y: number } | null };

const EDGE = 3;
const round = (n: number) => Math.round(n * 100) / 100;

/**
 * A step line through the points by time: each price holds until the next one, and a null point
 * ends the line, so that what nobody saw is a gap. Null where fewer than two prices were seen.
 */
export function sparklineShape(
  points: readonly StripPoint[],
  width: number,
  height: number,
): SparklineShape | null {
  const seen = points.flatMap((point) => (point.fen === null ? [] : [point.fen]));
  const first = points[0];
  const end = points.at(-1);
  if (seen.length < 2 || first === undefined || end === undefined) return null;
  const low = Math.min(...seen);
  const high = Math.max(...seen);
  const spanMs = Math.max(1, end.atMs - first.atMs);
  const x = (atMs: number) => round(EDGE + ((atMs - first.atMs) / spanMs) * (width - 2 * EDGE));
  const y = (fen: number) =>
    high === low
      ? round(height / 2)
      : round(EDGE + ((high - fen) / (high - low)) * (height - 2 * EDGE));
  let path = '';
  let drawing = false;
  for (const { atMs, fen } of points) {
    if (fen !== null) {
      path += drawing ? `H${x(atMs)}V${y(fen)}` : `M${x(atMs)} ${y(fen)}h0`;
    } else if (drawing) {
      path += `H${x(atMs)}`;
    }
    drawing = fen !== null;
  }
  return { path, last: end.fen === null ? null : { x: x(end.atMs), y: y(end.fen) } };
}
