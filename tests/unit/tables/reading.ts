import { findHeader } from '../../../lib/transfer/tables/find-header';
import { readGrids, readPastedGrid, type GridsRead } from '../../../lib/transfer/tables/read-grids';
import { readRows, type TableKeyword } from '../../../lib/transfer/tables/read-rows';
import { SOURCE_NAMES } from '../../../lib/transfer/tables/table-source';
import { viewOf } from '../../../lib/transfer/tables/table-view';

/** A file as it is read to the end, with the mapping that was recognised. */
export async function readFile(bytes: Uint8Array, name = '') {
  return finish(await readGrids(bytes), name);
}

/** The same for a pasted text. */
export function readPaste(text: string) {
  return finish(readPastedGrid(text), '');
}

function finish(read: GridsRead, name: string) {
  if (!read.ok) return { fault: read.fault, view: null, keywords: [], bad: [], same: 0 };
  const view = viewOf(read.grids, name);
  const { sheet, roles, source, period } = view.mapping;
  const grid = read.grids[sheet]!;
  const header = { ...findHeader(grid), roles };
  const rows = readRows(grid, header, { source: SOURCE_NAMES[source], period: period ?? '' });
  return { fault: null, view, ...rows };
}

/** Keywords in short: word, then kind and figures. */
export function short(read: { keywords: TableKeyword[] }) {
  return read.keywords.map(({ word, metrics }) => [
    word,
    Object.fromEntries(metrics.map(({ kind, min, max }) => [kind, min === max ? min : [min, max]])),
  ]);
}

export const utf8 = (text: string) => new TextEncoder().encode(text);
