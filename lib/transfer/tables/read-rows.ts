import type { Metric } from '../../benchmark/keyword';
import { normaliseText } from '../../listing/title-text';
import type { ColumnRole } from './column-names';
import { repeatsHeader, type Header } from './find-header';
import { cellText, type Cell, type Grid, type GridRow } from './grid';
import { isBareNumber, tableFigure, type FigureFault } from './table-figure';
import { dayIn } from './table-period';

/** A keyword with its figures as a table has them; `line` is that of its first row. */
export type TableKeyword = { line: number; word: string; metrics: Metric[] };

/**
 * Why a row is not imported; the others are.
 * - `no-word`, `long`: nothing to match, or more than 60 characters
 * - `damaged-word`: letters that were lost in another program's encoding, or a word that a
 *   spreadsheet made a date or a formula of
 * - `total`: a line of sums
 * - `item-id`: an id that a spreadsheet rounded (7.12E+11)
 * - `day`: no day in the column of days
 * - `contradicts`: the same word stands there with another figure of the same metric; none of these
 *   rows is believed
 * - `more-cells`: values beyond the last heading: a comma within a number split it
 */
export type RowFault =
  | FigureFault
  | 'no-word'
  | 'long'
  | 'damaged-word'
  | 'total'
  | 'item-id'
  | 'day'
  | 'contradicts'
  | 'more-cells';

/** A row that is not imported: its line, the text of the cell at fault and its heading. */
export type BadRow = { line: number; why: RowFault; column: string; text: string };

/** What a table reads as. `same` counts rows that say again what stood there before. */
export type TableRows = { keywords: TableKeyword[]; bad: BadRow[]; same: number };

const MAX_WORD = 60;
const TOTALS = new Set(['合计', '总计', '汇总', '小计', '全部', 'total']);

/** What identifies a word: one width and case, no spaces, no marks between Chinese characters. */
export function keywordKey(word: string): string {
  return normaliseText(word).text.replace(/\s+/g, '');
}

/**
 * Reads the rows below the headings. `of` is what the figures are of where the rows do not say.
 * Every row is accounted for: in a keyword, in `bad`, in `same`, or a repetition of the headings.
 */
export function readRows(
  grid: Grid,
  header: Header,
  of: { source: string; period: string },
): TableRows {
  const found = new Map<string, TableKeyword & { rows: BadRow[]; bad: boolean }>();
  const bad: BadRow[] = [];
  let same = 0;
  const rows = grid.rows.slice(header.at + 1).filter((row) => !repeatsHeader(row, header));
  const unclear = unclearColumns(rows, header.roles);
  for (const row of rows) {
    const read = readRow(row, header, unclear, of);
    if ('why' in read) {
      bad.push(read);
      continue;
    }
    const key = keywordKey(read.word);
    const told = { line: row.line, why: 'contradicts' as const, column: '', text: read.word };
    const known = found.get(key);
    if (known === undefined) {
      found.set(key, { ...read, rows: [told], bad: false });
      continue;
    }
    known.rows.push(told);
    const fresh = read.metrics.filter(
      (metric) => !known.metrics.some((old) => isSame(old, metric)),
    );
    if (fresh.some((metric) => known.metrics.some((old) => isOfSame(old, metric))))
      known.bad = true;
    if (fresh.length === 0) same += 1;
    else known.metrics.push(...fresh);
  }
  const keywords: TableKeyword[] = [];
  for (const { line, word, metrics, rows, bad: contradicts } of found.values()) {
    if (contradicts) bad.push(...rows);
    else keywords.push({ line, word, metrics });
  }
  bad.sort((a, b) => a.line - b.line);
  return { keywords, bad, same };
}

function isOfSame(a: Metric, b: Metric): boolean {
  return a.kind === b.kind && a.period === b.period && a.source === b.source;
}

function isSame(a: Metric, b: Metric): boolean {
  return isOfSame(a, b) && a.min === b.min && a.max === b.max;
}

/**
 * Columns of shares in which a plain number can't be one: 7.5 beside 0.5 are both in per cent, so
 * that 0.5 is no half. No plain number of such a column is believed; the operator can say what it is.
 */
function unclearColumns(rows: readonly GridRow[], roles: readonly ColumnRole[]): Set<number> {
  const columns = new Set<number>();
  for (const [index, role] of roles.entries()) {
    if (role.is !== 'metric' || role.unit !== 'share') continue;
    const isUnclear = ({ cells }: GridRow) =>
      isBareNumber(cells[index]) && tableFigure(cells[index], role.unit, role.kind) === 'unit';
    if (rows.some(isUnclear)) columns.add(index);
  }
  return columns;
}

function readRow(
  row: GridRow,
  { headings, roles }: Header,
  unclear: ReadonlySet<number>,
  of: { source: string; period: string },
): TableKeyword | BadRow {
  const fault = (why: RowFault, index: number): BadRow => ({
    line: row.line,
    why,
    column: headings[index] ?? '',
    text: cellText(row.cells[index]).slice(0, 100),
  });
  const last = headings.findLastIndex((heading) => heading !== '');
  const unheaded = roles.findIndex(
    (role, index) => role.is === 'none' && index > last && cellText(row.cells[index]).trim() !== '',
  );
  if (unheaded >= 0) return fault('more-cells', unheaded);

  const wordAt = roles.findIndex((role) => role.is === 'word');
  const { word, why } = wordOf(row.cells[wordAt]);
  if (why !== null) return fault(why, wordAt);
  let { period } = of;
  const dayAt = roles.findIndex((role) => role.is === 'day');
  if (dayAt >= 0) {
    const day = dayIn(cellText(row.cells[dayAt]));
    if (day === null) return fault('day', dayAt);
    period = day;
  }
  const metrics: Metric[] = [];
  for (const [index, role] of roles.entries()) {
    const cell = row.cells[index];
    if (role.is === 'item' && !isItemId(cell)) return fault('item-id', index);
    if (role.is !== 'metric') continue;
    const figure = tableFigure(cell, role.unit, role.kind);
    if (figure === 'none') continue;
    if (unclear.has(index) && isBareNumber(cell)) return fault('unit', index);
    if (typeof figure === 'string') return fault(figure, index);
    metrics.push({ source: of.source, kind: role.kind, period, ...figure });
  }
  return { line: row.line, word, metrics };
}

/** A spreadsheet keeps 15 digits of a number and shows long ones as 7.12E+11. */
function isItemId(cell: Cell | undefined): boolean {
  const text = cellText(cell).trim();
  if (text === '' || text === '-') return true;
  return /^\d{6,20}$/.test(text) && !(typeof cell === 'number' && text.length > 15);
}

function wordOf(cell: Cell | undefined): { word: string; why: RowFault | null } {
  const no = (why: RowFault) => ({ word: '', why });
  if (typeof cell === 'object' && cell !== null) {
    return no('not' in cell && cell.not === 'formula' ? 'formula' : 'damaged-word');
  }
  if (typeof cell === 'number' && !(Number.isSafeInteger(cell) && cell >= 0))
    return no('damaged-word');
  const raw = cellText(cell);
  if (raw.includes('\uFFFD')) return no('damaged-word');
  const seen = raw.replace(/\p{Cf}/gu, '').replace(/\p{Cc}/gu, ' ');
  const word = seen.trim().replace(/\s+/g, ' ');
  if (word === '' || keywordKey(word) === '') return no('no-word');
  if (TOTALS.has(word.toLowerCase())) return no('total');
  return word.length > MAX_WORD ? no('long') : { word, why: null };
}
