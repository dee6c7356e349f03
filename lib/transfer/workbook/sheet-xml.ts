import { serialOf, widthOf, type WorkbookCell, type WorkbookSheet } from './cell';
import { STYLES } from './styles-xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Narrowest and widest column, in characters. */
const WIDTHS = { least: 8, most: 60 };
/** Rows that are looked at for how wide a column is. */
const MEASURED_ROWS = 500;
/** What a spreadsheet takes for a formula when somebody types it or edits the cell. */
const LIKE_FORMULA = /^[=+\-@]/;

/** Gives a text its place among the workbook's shared texts. */
export type SharedTexts = (text: string) => number;

/** The letters of a column, from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** The part of one sheet: its head kept in sight, its columns as wide as what stands in them. */
export function sheetXml({ rows, heads = 1 }: WorkbookSheet, shared: SharedTexts): string {
  const body = rows.map((row, at) => {
    const cells = row.map((cell, column) =>
      cellXmlAt(cell, `${columnName(column)}${at + 1}`, at < heads, shared),
    );
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane(heads)}</sheetView></sheetViews>` +
    `${columns(rows)}<sheetData>${body.join('')}</sheetData></worksheet>`
  );
}

function cellXmlAt(cell: WorkbookCell, at: string, isHead: boolean, shared: SharedTexts): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') {
    const style = isHead ? STYLES.head : textStyle(cell);
    return `<c r="${at}"${styled(style)} t="s"><v>${shared(cell)}</v></c>`;
  }
  const [value, style] = figureOf(cell);
  if (!Number.isFinite(value)) throw new RangeError(`no figure at ${at}: ${value}`);
  // −0 is no figure that anybody writes.
  return `<c r="${at}"${styled(style)}><v>${value === 0 ? 0 : value}</v></c>`;
}

function figureOf(cell: Exclude<WorkbookCell, string | null>): [value: number, style: number] {
  if (typeof cell === 'number') return [cell, STYLES.plain];
  if ('fen' in cell) return [cell.fen / 100, STYLES.yuan];
  if ('share' in cell) return [cell.share, STYLES.share];
  return [serialOf(cell.day, cell.clock), cell.clock === undefined ? STYLES.day : STYLES.moment];
}

function textStyle(text: string): number {
  if (LIKE_FORMULA.test(text)) return STYLES.quoted;
  return text.includes('\n') ? STYLES.lines : STYLES.plain;
}

function styled(style: number): string {
  return style === STYLES.plain ? '' : ` s="${style}"`;
}

function pane(heads: number): string {
  return heads === 0
    ? ''
    : `<pane ySplit="${heads}" topLeftCell="A${heads + 1}" activePane="bottomLeft" state="frozen"/>`;
}

function columns(rows: WorkbookSheet['rows']): string {
  const measured = rows.slice(0, MEASURED_ROWS);
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (count === 0) return '';
  const cols = Array.from({ length: count }, (_, column) => {
    const wide = measured.reduce((most, row) => Math.max(most, widthOf(row[column])), 0);
    const width = Math.min(WIDTHS.most, Math.max(WIDTHS.least, wide + 2));
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${cols.join('')}</cols>`;
}
