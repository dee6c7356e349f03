import { TABLE_LIMITS, tooMany } from './table-fault';

/**
 * What stands in a cell: text, a number, nothing, a date (as `2026-11-21`), a share that the
 * spreadsheet shows in per cent, or what can't be taken for a value: a formula or an error.
 */
export type Cell =
  | string
  | number
  | null
  | { date: string }
  | { share: number }
  | { not: 'formula' | 'error' };

/** A row with the line it stands at in the file, as the operator's spreadsheet counts it, from 1. */
export type GridRow = { line: number; cells: Cell[] };

/** One sheet of a file; `name` is '' where the file has none. */
export type Grid = { name: string; rows: GridRow[] };

/** Counts rows and cells over all sheets of a file, and ends reading beyond the bounds. */
export class GridBounds {
  #rows = 0;
  #cells = 0;

  row(): void {
    this.#rows += 1;
    if (this.#rows > TABLE_LIMITS.rows) tooMany('rows', TABLE_LIMITS.rows);
  }

  /** A cell in a column (from 0) with this many characters, and the empty ones left out before it. */
  cell(column: number, chars: number, leftOut = 0): void {
    this.#cells += 1 + leftOut;
    if (column >= TABLE_LIMITS.columns) tooMany('columns', TABLE_LIMITS.columns);
    if (this.#cells > TABLE_LIMITS.cells) tooMany('cells', TABLE_LIMITS.cells);
    if (chars > TABLE_LIMITS.cellChars) tooMany('chars', TABLE_LIMITS.cellChars);
  }
}

/** A cell as a person would type it; '' for none and for what is no value. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if ('date' in cell) return cell.date;
  return 'share' in cell ? `${Number((cell.share * 100).toPrecision(12))}%` : '';
}

/** True where a row has nothing in it. */
export function isBlank(row: GridRow): boolean {
  return row.cells.every(
    (cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''),
  );
}
