import type { StripPoint } from '../../lib/analysis/price-result';

/** Fewer prices than this are said to be too few rather than drawn as a trend. */
export const MIN_STRIP_POINTS = 2;

/**
 * The SVG path of a strip as steps in a box of `width` × `height` px with a margin of 2 px: a price
 * holds until the next was seen, a null point breaks the line. Null with fewer than
 * `MIN_STRIP_POINTS` prices. One flat price runs through the middle.
 */
export function stepPath(
  points: readonly StripPoint[],
  width: number,
  height: number,
): string | null {
  const seen = points.flatMap((point) => (point.fen === null ? [] : [point.fen]));
  const first = points[0];
  const last = points.at(-1);
  if (seen.length < MIN_STRIP_POINTS || first === undefined || last === undefined) return null;
  const low = Math.min(...seen);
  const spread = Math.max(...seen) - low;
  const time = last.atMs - first.atMs;
  const x = (atMs: number) => 2 + (time === 0 ? 0 : (atMs - first.atMs) / time) * (width - 4);
  const y = (fen: number) =>
    spread === 0 ? height / 2 : height - 2 - ((fen - low) / spread) * (height - 4);
  let path = '';
  let open = false;
  for (const point of points) {
    if (point.fen === null) {
      // A price seen once between two gaps is a short dash: it must not vanish.
      open = false;
      continue;
    }
    const at = `${round(x(point.atMs))}`;
    path += open ? `H${at}V${round(y(point.fen))}` : `M${at} ${round(y(point.fen))}h1`;
    open = true;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
