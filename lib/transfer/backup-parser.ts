import * as z from 'zod/mini';
import {
  backupHeaderSchema,
  MAX_LINE_CHARS,
  parseBackupRow,
  PRODUCT,
  rowLine,
  SCHEMA_VERSION,
  TABLES,
  type BackupFault,
  type BackupHeader,
  type BackupRows,
  type TableName,
} from './backup-format';

/** A row with the table it belongs to. */
export type TableRow = { [T in TableName]: { table: T; row: BackupRows[T] } }[TableName];

/** Longest first line. */
export const MAX_HEADER_CHARS = 1000;

/**
 * Reads the text of a backup as it comes, in pieces of any size. It is synchronous, so that it can
 * run inside a database transaction. After a fault it reads no further.
 *
 * `values: 'checked'` parses every row with its schema and holds it to its canonical text;
 * `'trusted'` is for text that was checked before.
 */
export class BackupParser {
  header: BackupHeader | null = null;
  fault: BackupFault | null = null;
  #rest = '';
  #table = -1;
  #rows = 0;
  #inTable = false;
  #ended = false;

  constructor(readonly values: 'checked' | 'trusted') {}

  /** The rows that this piece completes; none after a fault. */
  push(text: string): TableRow[] {
    const rows: TableRow[] = [];
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      if (this.fault !== null) return [];
      const row = this.#line(line);
      if (row !== null) rows.push(row);
    }
    const most = this.header === null ? MAX_HEADER_CHARS : MAX_LINE_CHARS;
    if (this.fault === null && this.#rest.length > most) this.fault = this.#damaged('…');
    return this.fault === null ? rows : [];
  }

  /** To be called when there is no more text. */
  end(): void {
    if (this.fault === null && this.header === null) this.#header(this.#rest);
    if (this.fault === null && (!this.#ended || this.#rest !== '')) {
      this.fault = { code: 'truncated' };
    }
  }

  #line(line: string): TableRow | null {
    if (this.header === null) return this.#header(line);
    if (this.#ended) return this.#fail('');
    if (!this.#inTable) return this.#openTable(line);
    if (line === '],' || line === ']}}') return this.#closeTable(line);
    return this.#row(line);
  }

  #header(line: string): null {
    const start = headerStart(line);
    const schema = z.object({ product: z.string(), schemaVersion: z.int() });
    const known = schema.safeParse(start);
    if (!known.success) this.fault = { code: 'not-a-backup' };
    else if (known.data.product !== PRODUCT) {
      this.fault = { code: 'other-product', product: known.data.product.slice(0, 100) };
    } else if (known.data.schemaVersion > SCHEMA_VERSION) {
      this.fault = { code: 'newer-schema', schemaVersion: known.data.schemaVersion };
    } else {
      const header = backupHeaderSchema.safeParse(start);
      if (header.success) this.header = header.data;
      else this.fault = { code: 'not-a-backup' };
    }
    return null;
  }

  #openTable(line: string): null {
    const table = TABLES[this.#table + 1];
    if (table === undefined || line !== `"${table}":[`) return this.#fail('');
    this.#table += 1;
    this.#rows = 0;
    this.#inTable = true;
    return null;
  }

  #closeTable(line: string): null {
    const last = this.#table === TABLES.length - 1;
    if (last !== (line === ']}}')) return this.#fail('');
    this.#inTable = false;
    this.#ended = last;
    return null;
  }

  #row(line: string): TableRow | null {
    const table = TABLES[this.#table] as TableName;
    this.#rows += 1;
    const comma = this.#rows > 1 ? ',' : '';
    const text = line.slice(comma.length);
    if (!line.startsWith(comma) || line.length > MAX_LINE_CHARS) return this.#fail('');
    const value = parseJson(text);
    if (value === undefined) return this.#fail('');
    if (this.values === 'trusted') return { table, row: value } as TableRow;
    const parsed = parseBackupRow(table, value);
    if (!parsed.ok) return this.#fail(parsed.path);
    // A member that we do not know would be lost in the restore, and the round trip with it.
    if (rowLine(parsed.row) !== text) return this.#fail('');
    return { table, row: parsed.row } as TableRow;
  }

  #fail(path: string): null {
    this.fault = this.#damaged(path);
    return null;
  }

  #damaged(path: string): BackupFault {
    if (this.header === null) return { code: 'not-a-backup' };
    const table = TABLES[Math.max(this.#table, 0)] as TableName;
    return { code: 'bad-row', table, row: this.#rows, path: path.slice(0, 200) };
  }
}

function headerStart(line: string): unknown {
  if (line.length > MAX_HEADER_CHARS) return undefined;
  // The first line of one of ours ends in the opening of its tables; another product's file may
  // be JSON of one line.
  return parseJson(line.endsWith('"tables":{') ? `${line}}}` : line);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
