import { backupTables } from './backup-tables';
import { existingDatabase, type Database } from './database';
import { faultOf, newerRow } from './record-row';
import type { RecordRow } from './rows';
import type { StorageArea } from './second-store';

const ROW = 'r/';

/**
 * The rows of a backup of whatever can still be read, when the stores are not what they should be:
 * of each record the newer of the sound rows of both stores, and of the history every batch that the
 * database gives. Nothing is written and nothing is deleted. `readable` is false where neither
 * store can be read at all.
 */
export async function salvageTables(
  area: Pick<StorageArea, 'get'>,
  name?: string,
): Promise<{ tables: ReturnType<typeof backupTables>; readable: boolean; close(): void }> {
  const database = await opened(name);
  const second = await area.get(null).catch(() => null);
  const rest = database === null ? null : backupTables(database);
  const part = (table: 'latest' | 'observations' | 'changes') => () =>
    rest === null ? none() : untilItFails(rest[table]());
  return {
    tables: {
      records: () => soundRecords(database, second ?? {}),
      latest: part('latest'),
      observations: part('observations'),
      changes: part('changes'),
    },
    readable: database !== null || second !== null,
    close: () => database?.close(),
  };
}

async function opened(name?: string): Promise<Database | null> {
  const database = existingDatabase(name);
  try {
    await database.open();
    return database;
  } catch {
    return null;
  }
}

async function* soundRecords(database: Database | null, items: Record<string, unknown>) {
  const sound = new Map<string, RecordRow>();
  const take = async (key: string, row: unknown) => {
    if ((await faultOf(key, row)) !== null) return;
    const other = sound.get(key);
    sound.set(key, other === undefined ? (row as RecordRow) : newerRow(other, row as RecordRow));
  };
  for (const [key, row] of Object.entries(items)) {
    if (key.startsWith(ROW)) await take(key.slice(ROW.length), row);
  }
  for (const row of await inDatabase(database)) await take(row.key, row);
  const keys = [...sound.keys()].toSorted();
  yield keys
    .map((key) => sound.get(key))
    .filter((row) => row?.deleted === 0)
    .map((row) => {
      const { key, revision, createdAtMs, updatedAtMs, value } = row as RecordRow;
      return { key, revision, createdAtMs, updatedAtMs, value };
    });
}

async function inDatabase(database: Database | null): Promise<RecordRow[]> {
  if (database === null) return [];
  try {
    return await database.table<RecordRow, string>('records').toArray();
  } catch {
    return [];
  }
}

/** The batches up to the first that can't be read. */
async function* untilItFails(batches: AsyncIterable<unknown[]>) {
  try {
    yield* batches;
  } catch {
    // The rest of this table is not readable; what came before it is.
  }
}

async function* none(): AsyncGenerator<unknown[]> {}
