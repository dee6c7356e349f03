import type { ColumnRole } from './column-names';
import { findHeader, type Header } from './find-header';
import { cellText, type Grid } from './grid';
import { periodIn } from './table-period';
import { sourceOf, type TableSource } from './table-source';

/** How a table is to be read: what was recognised, and what the operator made of it. */
export type TableMapping = {
  /** Which sheet, from 0. */
  sheet: number;
  roles: ColumnRole[];
  source: TableSource;
  /**
   * `7d`, `30d`, `2026-11-21`, `2026-11-15~2026-11-21`, '' where the operator does not know it;
   * null: the file does not say, and the operator is to be asked.
   */
  period: string | null;
};

/** What a table is before its rows are read: its columns with a few of their cells. */
export type TableView = {
  sheetName: string;
  mapping: TableMapping;
  headings: string[];
  /** The first cells of each column, to see what it is. */
  samples: string[][];
  rows: number;
};

const SAMPLES = 3;

/**
 * Recognises the table in a file: the first sheet that has a column of words, else the first. A
 * period is looked for in the lines above the headings, the sheet's name and the file's name.
 */
export function viewOf(grids: readonly Grid[], fileName: string): TableView {
  const headers = grids.map(findHeader);
  const isWords = (header: Header) => header.roles.some((role) => role.is === 'word');
  // A sheet with headings goes before one that is a mere column of text, a title perhaps.
  const named = headers.findIndex((header) => header.at >= 0 && isWords(header));
  const sheet = Math.max(0, named >= 0 ? named : headers.findIndex(isWords));
  const grid = grids[sheet] as Grid;
  const header = headers[sheet] as Header;
  const above = grid.rows
    .slice(0, Math.max(0, header.at))
    .map((row) => row.cells.map(cellText).join(' '));
  const period = [...above, grid.name, fileName].map(periodIn).find((found) => found !== null);
  const below = grid.rows.slice(header.at + 1);
  return {
    sheetName: grid.name,
    mapping: {
      sheet,
      roles: header.roles,
      source: sourceOf(header.headings, header.roles),
      period: period ?? null,
    },
    headings: header.headings,
    samples: header.headings.map((_, column) =>
      below.slice(0, SAMPLES).map((row) => cellText(row.cells[column]).slice(0, 30)),
    ),
    rows: below.length,
  };
}
