/**
 * A cell of a workbook to be written. A text is never a formula, whatever it begins with.
 * - a number: a count, as it is
 * - `fen`: money in fen, shown and summed in yuan
 * - `share`: −0.072 is shown as −7.2%
 * - `day`: `2026-11-22`, with `clock` (`14:05`) a moment; both as the operator's clock has them
 * - `null`: nothing there
 */
export type WorkbookCell =
  | string
  | number
  | null
  | { fen: number }
  | { share: number }
  | { day: string; clock?: string };

/** A sheet: the first `heads` rows (1 where not given) are its bold head and stay in sight. */
export type WorkbookSheet = {
  name: string;
  rows: readonly (readonly WorkbookCell[])[];
  heads?: number;
};

/** What a column of text needs, in characters of Latin width; Chinese takes two. */
export function widthOf(cell: WorkbookCell | undefined): number {
  if (cell === null || cell === undefined) return 0;
  if (typeof cell === 'object') return 'day' in cell ? (cell.clock === undefined ? 10 : 16) : 10;
  const longest = String(cell)
    .split('\n')
    .map((line) => line.length + (line.match(/[\u2e80-\uffff]/g)?.length ?? 0));
  return Math.max(...longest);
}

/** The serial number of a day and clock, as spreadsheets count: day 1 is 1 January 1900. */
export function serialOf(day: string, clock = '00:00'): number {
  const ms = Date.parse(`${day}T${clock}:00Z`);
  if (Number.isNaN(ms)) throw new RangeError(`no day: ${day} ${clock}`);
  return (ms - Date.UTC(1899, 11, 30)) / 86_400_000;
}
