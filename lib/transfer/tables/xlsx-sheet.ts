import type { Cell, GridBounds, GridRow } from './grid';
import { formatted, type NumberFormat } from './number-format';
import { damaged } from './table-fault';
import { readXml, type XmlAttributes } from './xml';
import { workbookText } from './xlsx-parts';

/** What the sheets of a workbook share: texts, number formats by style, and how days count. */
export type Workbook = { strings: string[]; formats: NumberFormat[]; is1904: boolean };

const WHERE = 'sheet.xml';
const MAX_ROW = 1_048_576;
const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,6})$/;
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** Which elements may stand in which; a sheet with others inside a cell is not believed. */
const INSIDE: Record<string, string[]> = {
  sheetData: ['row'],
  row: ['c', 'extLst'],
  c: ['f', 'v', 'is', 'extLst'],
  is: ['t', 'r', 'rPh', 'phoneticPr'],
  r: ['t', 'rPr'],
  rPh: ['t'],
  v: [],
  f: [],
  t: [],
};

/**
 * Reads the rows of a sheet that are written in it; how far it claims to reach is ignored. Rows and
 * cells must stand in order, each once, where their reference says. A formula is no value: what it
 * came to may be of long ago.
 */
export function readSheet(
  text: string,
  book: Workbook,
  bounds: GridBounds,
  share?: (share: number) => void,
): GridRow[] {
  const rows: GridRow[] = [];
  const path: string[] = [];
  let sheetDatas = 0;
  let row: GridRow = { line: 0, cells: [] };
  let cell: OpenCell | null = null;

  readXml(
    text,
    {
      open(name, attribute) {
        const parent = path.at(-1);
        if (parent === undefined && name !== 'worksheet') damaged(WHERE);
        const allowed = parent === undefined ? undefined : INSIDE[parent];
        if (allowed !== undefined && !allowed.includes(name)) damaged(WHERE);
        path.push(name);
        if (name === 'sheetData' && (sheetDatas += 1) > 1) damaged(WHERE);
        if (name === 'row' && parent === 'sheetData') {
          row = { line: lineOf(attribute, row.line), cells: [] };
          bounds.row();
          rows.push(row);
        }
        if (name === 'c' && parent === 'row') cell = openCell(attribute, row);
        if (cell !== null && parent === 'c' && name !== 'extLst') {
          if (cell.has.includes(name)) damaged(WHERE);
          cell.has.push(name);
        }
      },
      close(name) {
        path.pop();
        if (name !== 'c' || cell === null) return;
        bounds.cell(cell.column, cell.value.length, cell.column - row.cells.length);
        while (row.cells.length < cell.column) row.cells.push(null);
        row.cells.push(cellOf(cell, book));
        cell = null;
      },
      text(piece) {
        const at = path.at(-1);
        if (cell !== null && (at === 'v' || (at === 't' && !path.includes('rPh')))) {
          cell.value += piece;
        } else if (piece.trim() !== '' && path.includes('sheetData')) {
          if (at !== 'f' && !path.includes('rPh') && !path.includes('extLst')) damaged(WHERE);
        }
      },
      ...(share === undefined ? {} : { share }),
    },
    WHERE,
  );
  if (sheetDatas !== 1) damaged(WHERE);
  return rows;
}

type OpenCell = { column: number; type: string; style: number; value: string; has: string[] };

function lineOf(attribute: XmlAttributes, before: number): number {
  const given = attribute('r');
  if (given !== null && !/^[1-9]\d{0,6}$/.test(given)) damaged(WHERE);
  const line = given === null ? before + 1 : Number(given);
  return line > before && line <= MAX_ROW ? line : damaged(WHERE);
}

function openCell(attribute: XmlAttributes, row: GridRow): OpenCell {
  const reference = attribute('r');
  let column = row.cells.length;
  if (reference !== null) {
    const [, letters = '', line] = REFERENCE.exec(reference) ?? damaged(WHERE);
    if (Number(line) !== row.line) damaged(WHERE);
    column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    column -= 1;
    if (column < row.cells.length) damaged(WHERE);
  }
  const style = Number(attribute('s') ?? '0');
  if (!Number.isInteger(style) || style < 0) damaged(WHERE);
  return { column, type: attribute('t') ?? 'n', style, value: '', has: [] };
}

function cellOf({ type, style, value, has }: OpenCell, book: Workbook): Cell {
  if (has.includes('f')) return { not: 'formula' };
  if (has.includes('is') !== (type === 'inlineStr') && has.length > 0) damaged(WHERE);
  if (has.length > 1) damaged(WHERE);
  switch (type) {
    case 's': {
      if (value === '' && has.length === 0) return null;
      const index = /^\d{1,7}$/.test(value.trim()) ? Number(value) : -1;
      return book.strings[index] ?? damaged(WHERE);
    }
    case 'inlineStr':
    case 'str':
      return has.length === 0 ? null : workbookText(value);
    case 'b':
      if (has.length === 0) return null;
      return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : damaged(WHERE);
    case 'e':
      return { not: 'error' };
    case 'd': {
      const date = /^\d{4}-\d\d-\d\d/.exec(value)?.[0];
      return date === undefined ? damaged(WHERE) : { date };
    }
    case 'n':
      return numberCell(value.trim(), style, book);
    default:
      return damaged(WHERE);
  }
}

function numberCell(text: string, style: number, book: Workbook): Cell {
  if (text === '') return null;
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) damaged(WHERE);
  const format = book.formats[style];
  // A style that the workbook does not have could have been any format.
  if (format === undefined && (style > 0 || book.formats.length > 0)) damaged(WHERE);
  return formatted(value, format ?? 'plain', book.is1904);
}
