import { BackupChecksum } from './backup-checksum';
import {
  parseBackupRow,
  PRODUCT,
  rowLine,
  SCHEMA_VERSION,
  TABLES,
  type TableName,
} from './backup-format';

/**
 * Where the rows of a backup come from: each table in batches, in the order of its primary key.
 */
export type BackupSource = { [T in TableName]: () => AsyncIterable<unknown[]> };

/** A finished backup. `leftOut` counts rows that do not parse and would spoil the file. */
export type WrittenBackup = { file: Blob; rows: number; leftOut: number };

const PIECE_CHARS = 1_000_000;

/**
 * Writes everything as one file. The same rows and the same clock give the same bytes. The pieces
 * go into a Blob as they come, so that a large file is not in memory as text.
 */
export async function writeBackup(
  source: BackupSource,
  createdAtMs: number,
): Promise<WrittenBackup> {
  const checksum = new BackupChecksum();
  const pieces: Blob[] = [];
  let rows = 0;
  let leftOut = 0;
  let piece = '';

  const flush = async () => {
    await checksum.add(piece);
    pieces.push(new Blob([piece]));
    piece = '';
  };

  for (const [index, table] of TABLES.entries()) {
    piece += `"${table}":[\n`;
    let comma = '';
    for await (const batch of source[table]()) {
      for (const value of batch) {
        const parsed = parseBackupRow(table, value);
        if (!parsed.ok) {
          leftOut += 1;
          continue;
        }
        piece += `${comma}${rowLine(parsed.row)}\n`;
        comma = ',';
        rows += 1;
      }
      if (piece.length >= PIECE_CHARS) await flush();
    }
    piece += index === TABLES.length - 1 ? ']}}\n' : '],\n';
  }
  await flush();
  const sum = await checksum.finish(SCHEMA_VERSION, createdAtMs);
  return { file: new Blob([headerLine(createdAtMs, sum), ...pieces]), rows, leftOut };
}

function headerLine(createdAtMs: number, checksum: string): string {
  const header = { product: PRODUCT, schemaVersion: SCHEMA_VERSION, createdAtMs, checksum };
  return `${JSON.stringify(header).slice(0, -1)},"tables":{\n`;
}

/** A source over rows in memory, for the demo file and for tests. */
export function rowsInMemory(rows: Partial<Record<TableName, unknown[]>>): BackupSource {
  const table = (name: TableName) =>
    async function* batches() {
      yield rows[name] ?? [];
    };
  return {
    records: table('records'),
    latest: table('latest'),
    observations: table('observations'),
    changes: table('changes'),
  };
}
