import { biffRecords, PieceReader, rkNumber, type BiffRecord } from './biff';
import { GridBounds, type Cell, type Grid, type GridRow } from './grid';
import { formatted, numberFormat, type NumberFormat } from './number-format';
import { openOle } from './ole-file';
import { damaged, TABLE_LIMITS, TableError, tooMany } from './table-fault';

const WHERE = 'Workbook';
const BOF = 0x0809;
const EOF = 0x0a;

type Book = {
  strings: string[];
  /** Number formats by cell format. */
  formats: NumberFormat[];
  sheets: { name: string; at: number }[];
  is1904: boolean;
};

/**
 * Reads a binary workbook of Excel 97 to 2003 (BIFF8): its visible sheets in order. The format has
 * no checksum: what breaks its structure ends reading, a digit that was changed can't be seen.
 */
export function readXls(bytes: Uint8Array, onShare: (share: number) => void = () => {}): Grid[] {
  const file = openOle(bytes);
  if (file.has('EncryptedPackage')) throw new TableError({ code: 'encrypted' });
  if (file.has('Book') && !file.has('Workbook')) throw new TableError({ code: 'old-xls' });
  if (!file.has('Workbook')) throw new TableError({ code: 'not-a-table' });
  const stream = file.read('Workbook');
  const book = readBook(stream);
  const bounds = new GridBounds();
  return book.sheets.map(({ name, at }, index) => {
    onShare(index / book.sheets.length);
    return { name, rows: readSheet(stream, at, book, bounds) };
  });
}

/** The first record of a part; an older version is refused. */
function checkStart(record: BiffRecord | undefined, kind: number): void {
  if (record?.type !== BOF || record.data.byteLength < 4) return damaged(WHERE);
  if (record.data.getUint16(0, true) !== 0x0600) throw new TableError({ code: 'old-xls' });
  if (record.data.getUint16(2, true) !== kind) damaged(WHERE);
}

function readBook(stream: Uint8Array): Book {
  const book: Book = { strings: [], formats: [], sheets: [], is1904: false };
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let isFirst = true;
  for (const record of biffRecords(stream, 0)) {
    const { type, data, pieces } = record;
    if (isFirst) checkStart(record, 5);
    isFirst = false;
    if (type === 0x2f) throw new TableError({ code: 'encrypted' });
    if (type === 0x22) book.is1904 = new PieceReader(pieces).number(2) === 1;
    if (type === 0x041e) {
      const reader = new PieceReader(pieces);
      const id = reader.number(2);
      codes.set(id, reader.richText(reader.number(2)));
    }
    if (type === 0xe0) formatIds.push(new PieceReader(pieces, 2).number(2));
    if (type === 0xfc) book.strings = sharedStrings(pieces);
    if (type === 0x85) {
      const reader = new PieceReader(pieces);
      const at = reader.number(4);
      const [hidden, kind] = [reader.byte() & 3, reader.byte()];
      const name = reader.richText(reader.byte());
      if (kind === 0 && hidden === 0) book.sheets.push({ name, at });
      if (book.sheets.length > TABLE_LIMITS.sheets) tooMany('sheets', TABLE_LIMITS.sheets);
    }
    if (type !== EOF) continue;
    if (data.byteLength > 0 || book.sheets.length === 0) damaged(WHERE);
    book.formats = formatIds.map((id) => numberFormat(id, codes.get(id) ?? null));
    return book;
  }
  return damaged(WHERE);
}

function sharedStrings(pieces: DataView[]): string[] {
  const reader = new PieceReader(pieces, 4);
  const count = reader.number(4);
  if (count > TABLE_LIMITS.cells) tooMany('cells', TABLE_LIMITS.cells);
  return Array.from({ length: count }, () => {
    const length = reader.number(2);
    if (length > TABLE_LIMITS.cellChars) tooMany('chars', TABLE_LIMITS.cellChars);
    return reader.richText(length);
  });
}

function readSheet(stream: Uint8Array, from: number, book: Book, bounds: GridBounds): GridRow[] {
  const rows = new Map<number, Cell[]>();
  /** Charts and the like stand within a sheet as parts of their own. */
  let depth = 0;
  for (const record of biffRecords(stream, from)) {
    if (depth === 0) checkStart(record, 0x10);
    if (record.type === BOF) depth += 1;
    if (record.type === EOF) depth -= 1;
    if (depth === 0) {
      return [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => ({ line: row + 1, cells }));
    }
    if (depth > 1) continue;
    for (const { row, column, cell } of cellsOf(record, book)) {
      const cells = rows.get(row) ?? [];
      if (cells.length === 0) {
        bounds.row();
        rows.set(row, cells);
      }
      if (column < cells.length) damaged(WHERE);
      bounds.cell(column, typeof cell === 'string' ? cell.length : 0, column - cells.length);
      while (cells.length < column) cells.push(null);
      cells.push(cell);
    }
  }
  return damaged(WHERE);
}

type PlacedCell = { row: number; column: number; cell: Cell };

/** How long the data of a record with one cell must be. */
const LENGTHS: Record<number, number> = { 0xfd: 10, 0x0203: 14, 0x027e: 10, 0x0205: 8 };

/** The cells that a record holds, none where it is about something else. */
function cellsOf({ type, data, pieces }: BiffRecord, book: Book): PlacedCell[] {
  const length = LENGTHS[type];
  if (length !== undefined && data.byteLength !== length) damaged(WHERE);
  const place = () => ({ row: data.getUint16(0, true), column: data.getUint16(2, true) });
  const number = (value: number, styleAt: number): Cell => {
    const format = book.formats[data.getUint16(styleAt, true)] ?? damaged(WHERE);
    return Number.isFinite(value) ? formatted(value, format, book.is1904) : damaged(WHERE);
  };
  switch (type) {
    case 0xfd: // a shared text
      return [{ ...place(), cell: book.strings[data.getUint32(6, true)] ?? damaged(WHERE) }];
    case 0x0204: {
      // a text of its own
      if (data.byteLength < 9) damaged(WHERE);
      const reader = new PieceReader(pieces, 6);
      return [{ ...place(), cell: reader.richText(reader.number(2)) }];
    }
    case 0x0203: // a number
      return [{ ...place(), cell: number(data.getFloat64(6, true), 4) }];
    case 0x027e: // a number in short
      return [{ ...place(), cell: number(rkNumber(data, 6), 4) }];
    case 0xbd: {
      // several of them
      const count = (data.byteLength - 6) / 6;
      const first = place();
      const last = count >= 1 ? data.getUint16(data.byteLength - 2, true) : -1;
      if (!Number.isInteger(count) || first.column + count - 1 !== last) damaged(WHERE);
      return Array.from({ length: count }, (_, index) => ({
        row: first.row,
        column: first.column + index,
        cell: number(rkNumber(data, 6 + 6 * index), 4 + 6 * index),
      }));
    }
    case 0x0205: {
      // true, false, or an error
      if (data.getUint8(7) === 1) return [{ ...place(), cell: { not: 'error' } }];
      return [{ ...place(), cell: data.getUint8(6) === 1 ? 'TRUE' : 'FALSE' }];
    }
    case 0x06: // a formula
      if (data.byteLength < 20) damaged(WHERE);
      return [{ ...place(), cell: { not: 'formula' } }];
    default:
      return [];
  }
}
