import { decodeText } from './decode-text';
import { readDelimited } from './delimited';
import { fileKind } from './file-kind';
import { isBlank, type Grid } from './grid';
import { TABLE_LIMITS, TableError, type TableFault } from './table-fault';
import { readHtml } from './html-table';
import { openZip } from './unzip';
import { readXls } from './xls';
import { isWorkbook, readXlsx } from './xlsx';

/** What a file turned out to be. */
export type TableFormat = 'xlsx' | 'xls' | 'html' | 'text';

/** The sheets of a file as they stand in it, or why it is not read. */
export type GridsRead =
  | { ok: true; format: TableFormat; encoding: string | null; grids: Grid[] }
  | { ok: false; fault: TableFault };

/**
 * Reads a table file of any form that is known, told apart by its first bytes alone. Never throws:
 * whatever the bytes are, the answer is rows or a fault.
 */
export async function readGrids(
  bytes: Uint8Array,
  onShare: (share: number) => void = () => {},
): Promise<GridsRead> {
  try {
    if (bytes.length > TABLE_LIMITS.fileMb * 1024 * 1024) {
      throw new TableError({ code: 'too-large', maxMb: TABLE_LIMITS.fileMb });
    }
    const read = await readKind(bytes, onShare);
    const grids = read.grids
      .map((grid) => ({ ...grid, rows: grid.rows.filter((row) => !isBlank(row)) }))
      .filter((grid) => grid.rows.length > 0);
    if (grids.length === 0) throw new TableError({ code: 'empty' });
    return { ok: true, ...read, grids };
  } catch (error) {
    if (error instanceof TableError) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** The same for a text that was pasted. */
export function readPastedGrid(text: string): GridsRead {
  try {
    const rows = readDelimited(text).filter((row) => !isBlank(row));
    if (rows.length === 0) throw new TableError({ code: 'empty' });
    return { ok: true, format: 'text', encoding: null, grids: [{ name: '', rows }] };
  } catch (error) {
    if (error instanceof TableError) return { ok: false, fault: error.fault };
    throw error;
  }
}

async function readKind(
  bytes: Uint8Array,
  onShare: (share: number) => void,
): Promise<{ format: TableFormat; encoding: string | null; grids: Grid[] }> {
  switch (fileKind(bytes)) {
    case 'zip':
      if (!isWorkbook(openZip(bytes))) throw new TableError({ code: 'not-a-table' });
      return { format: 'xlsx', encoding: null, grids: await readXlsx(bytes, onShare) };
    case 'old-xls':
      throw new TableError({ code: 'old-xls' });
    case 'ole':
      return { format: 'xls', encoding: null, grids: readXls(bytes, onShare) };
    case 'html': {
      const { text, encoding } = decodeText(bytes);
      return { format: 'html', encoding, grids: readHtml(text, onShare) };
    }
    case 'text': {
      const { text, encoding } = decodeText(bytes);
      return {
        format: 'text',
        encoding,
        grids: [{ name: '', rows: readDelimited(text, onShare) }],
      };
    }
    default:
      throw new TableError({ code: 'not-a-table' });
  }
}
