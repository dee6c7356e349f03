/**
 * The rows of a long list that are drawn, `to` exclusive, and the space kept above and below. `slots`:
 * how many are drawn anywhere but near the ends, so that row `i` can take the elements of `i - slots`.
 */
export type RowWindow = { from: number; to: number; above: number; below: number; slots: number };

/** Rows drawn beyond the edge at least, so that fast scrolling shows no blank. */
const OVERSCAN = 6;
/** Rows come and go so many at a time: each time the browser lays out the whole table. */
const STEP = 8;
/** Lists up to this length are drawn whole. */
export const PLAIN_ROWS = 100;

/**
 * Which of `count` rows of equal `rowHeight` (px) stand in a box of `height` px scrolled by
 * `scrollTop` px. Short lists are whole.
 */
export function rowWindow(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): RowWindow {
  if (count <= PLAIN_ROWS) return { from: 0, to: count, above: 0, below: 0, slots: PLAIN_ROWS };
  const first = stepDown(Math.floor(scrollTop / rowHeight) - OVERSCAN);
  const from = Math.min(Math.max(0, first), Math.max(0, count - 1));
  // Both ends move at once: one laying out a step.
  const rows = Math.ceil(height / rowHeight) + 1 + 2 * OVERSCAN + STEP;
  const to = Math.min(count, first + rows);
  const last = Math.max(to, from + 1);
  const above = from * rowHeight;
  return { from, to: last, above, below: (count - last) * rowHeight, slots: rows };
}

function stepDown(row: number): number {
  return Math.floor(row / STEP) * STEP;
}

/**
 * The scroll position (px) at which row `index` is wholly inside the box below a sticky head of
 * `head` px; the position given where it already is.
 */
export function scrollToRow(
  index: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
  head: number,
): number {
  const top = index * rowHeight;
  const bottom = top + rowHeight;
  if (top < scrollTop) return top;
  if (bottom > scrollTop + height - head) return bottom - height + head;
  return scrollTop;
}
