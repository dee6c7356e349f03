import type { OutCell } from './table-out';

/** A table of any length on its way out, its head row 0: each row is made when it is asked for. */
export type LongOut = { length: number; row: (at: number) => OutCell[] };

/** A head, and below it a row for each of so many. */
export function longOut(
  head: OutCell[],
  count: number,
  row: (index: number) => OutCell[],
): LongOut {
  return { length: count + 1, row: (at) => (at === 0 ? head : row(at - 1)) };
}
