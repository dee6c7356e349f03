import type { WorkbookCell } from './cell';
import { writeWorkbook } from './write-workbook';

/** What the page asks of the worker that writes a workbook: rows, a slice at a time, then the file. */
export type WorkbookRequest =
  | { ask: 'rows'; rows: WorkbookCell[][] }
  | { ask: 'workbook'; sheet: string };

export type WorkbookAnswer = { is: 'kept' } | { is: 'workbook'; bytes: Uint8Array<ArrayBuffer> };

/** One workbook of one sheet, from its first rows to the file. */
export class WorkbookSession {
  #rows: WorkbookCell[][] = [];

  async answer(request: WorkbookRequest): Promise<WorkbookAnswer> {
    if (request.ask === 'rows') {
      for (const row of request.rows) this.#rows.push(row);
      return { is: 'kept' };
    }
    const rows = this.#rows;
    this.#rows = [];
    return { is: 'workbook', bytes: await writeWorkbook([{ name: request.sheet, rows }]) };
  }
}
