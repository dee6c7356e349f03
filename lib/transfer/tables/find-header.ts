import { isGrowthKind } from '../../benchmark/metric-kind';
import { headingKey, roleOf, type ColumnRole } from './column-names';
import { cellText, type Grid, type GridRow } from './grid';

/** How many rows from the top may stand before the headings. */
const SEARCHED = 50;

/** Where a table's headings stand and what its columns are. */
export type Header = {
  /** Position among the grid's rows; -1 where it has no headings, only words. */
  at: number;
  headings: string[];
  roles: ColumnRole[];
};

/**
 * Finds the headings: the first row that names a column of words and, unless it is all there is,
 * another column that is known; else the first that names a column of words at all. Where none
 * does, a table of one column is words without a heading; any other has no word column until
 * somebody names it, and its first row counts as headings.
 */
export function findHeader(grid: Grid): Header {
  const top = grid.rows.slice(0, SEARCHED);
  const named = top.map((row) => row.cells.map((cell) => roleOf(cellText(cell))));
  const hasWord = (roles: ColumnRole[]) => roles.some((role) => role.is === 'word');
  const known = (roles: ColumnRole[]) => roles.filter((role) => role.is !== 'none').length;
  const sure = named.findIndex(
    (roles, index) => hasWord(roles) && (known(roles) > 1 || filled(top[index] as GridRow) === 1),
  );
  const at = sure >= 0 ? sure : named.findIndex(hasWord);
  const width = Math.max(...grid.rows.map((row) => row.cells.length));
  if (at < 0 && width === 1) return { at: -1, headings: [''], roles: [{ is: 'word' }] };
  return headerAt(grid, Math.max(0, at), width);
}

function filled(row: GridRow): number {
  return row.cells.filter((cell) => cellText(cell).trim() !== '').length;
}

function headerAt(grid: Grid, at: number, width: number): Header {
  const cells = grid.rows[at]?.cells ?? [];
  const headings = Array.from({ length: width }, (_, index) =>
    cellText(cells[index])
      .replace(/[\p{Cf}\p{Cc}]/gu, '')
      .trim()
      .slice(0, 60),
  );
  const taken = new Set<string>();
  let left: ColumnRole | null = null;
  const roles = headings.map((heading): ColumnRole => {
    const role = roleOf(heading, left);
    // 环比 and 同比 of one figure stand side by side.
    if (role.is !== 'metric' || !isGrowthKind(role.kind)) left = role;
    const name = role.is === 'metric' ? role.kind : role.is;
    // The second column of a name is something else: the change on last week, another category.
    if (role.is === 'none' || taken.has(name)) return { is: 'none' };
    taken.add(name);
    return role;
  });
  return { at, headings, roles };
}

/** True for a row that repeats the headings, as pages copied one below the other do. */
export function repeatsHeader(row: GridRow, header: Header): boolean {
  if (header.at < 0) return false;
  return header.headings.every(
    (heading, index) => headingKey(cellText(row.cells[index])) === headingKey(heading),
  );
}
