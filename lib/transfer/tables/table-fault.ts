/** The bounds of a table file. A file beyond one of them is refused whole, with what the bound is. */
export const TABLE_LIMITS = {
  fileMb: 20,
  /** What one part of a workbook may be when unpacked. */
  partMb: 64,
  zipEntries: 1000,
  sheets: 50,
  rows: 100_000,
  columns: 200,
  cells: 2_000_000,
  cellChars: 10_000,
} as const;

/**
 * Why a file or a pasted table is not read at all; nothing of it is used then.
 * - `not-a-table`: a picture, an archive, a program …
 * - `html`: a page without a table
 * - `old-xls`: a workbook of before Excel 97
 * - `encrypted`: it asks for a password
 * - `damaged`: the file breaks its own format; `where` names the part
 * - `encoding`: text in none of the encodings that are read
 * - `quotes`: a quoted cell of a CSV is not closed, or text follows it; `line` counts from 1
 * - `too-large`, `too-many`: a bound of `TABLE_LIMITS`
 * - `too-slow`: the reader was ended by the clock, or broke down
 */
export type TableFault =
  | {
      code: 'not-a-table' | 'html' | 'old-xls' | 'encrypted' | 'encoding' | 'empty' | 'too-slow';
    }
  | { code: 'damaged'; where: string }
  | { code: 'quotes'; line: number }
  | { code: 'too-large'; maxMb: number }
  | {
      code: 'too-many';
      of: 'rows' | 'columns' | 'cells' | 'chars' | 'sheets' | 'parts';
      max: number;
    };

/** Carries a fault out of a reader; caught where the file is read, never seen outside. */
export class TableError extends Error {
  constructor(readonly fault: TableFault) {
    super(fault.code);
  }
}

/** Ends reading: the file breaks its own format in the named part. */
export function damaged(where: string): never {
  throw new TableError({ code: 'damaged', where: where.slice(0, 80) });
}

/** Ends reading: there is more of something than the bound. */
export function tooMany(of: (TableFault & { code: 'too-many' })['of'], max: number): never {
  throw new TableError({ code: 'too-many', of, max });
}
