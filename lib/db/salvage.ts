import type { backupTables } from './backup-tables';
import { foundDatabase, type Database } from './database';
import { faultOf, newerRow } from './record-row';
import type { RecordRow } from './rows';
import { salvageHistory } from './salvage-history';
import type { ReadableFiles, SealedFolder } from './sealed-files';
import { importsInFiles, unsealStubs } from './sealed-imports';
import type { StorageArea } from './second-store';

const ROW = 'r/';

/** How long a database that another page holds is waited for before the rest is saved without it. */
const OPEN_MS = 4000;

/** Where a salvage reads: the second store, the sealed files, and the database of that name. */
export type SalvagePlace = {
  area: Pick<StorageArea, 'get'>;
  /** None: there are no sealed files. */
  files?: (folder: SealedFolder) => ReadableFiles;
  name?: string;
};

/**
 * The rows of a backup of whatever can still be read, when the stores are not what they should be:
 * of each record the newer of the sound rows of both stores, imports with the rows from their sealed
 * files, and the history that database and sealed files hold together. Nothing is written and
 * nothing is deleted. `readable` is false where none of these can be read at all.
 */
export async function salvageTables({ area, files, name }: SalvagePlace): Promise<{
  tables: ReturnType<typeof backupTables>;
  readable: boolean;
  close(): void;
}> {
  const database = await opened(name);
  const kept = files?.('kept') ?? null;
  const history = files?.('history') ?? null;
  const second = await itemsOf(area, kept);
  const sealed = (await Promise.all([kept?.names(), history?.names()])).some(
    (names) => names?.ok === true && names.value.length > 0,
  );
  return {
    tables: {
      records: () => soundRecords(database, second ?? {}),
      ...salvageHistory(database, history),
    },
    readable: database !== null || second !== null || sealed,
    close: () => database?.close(),
  };
}

async function opened(name?: string): Promise<Database | null> {
  const database = await foundDatabase(name);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), OPEN_MS);
  });
  const open = database.open().then(
    () => true,
    () => false,
  );
  const isOpen = await Promise.race([open, late]);
  clearTimeout(timer);
  if (isOpen) return database;
  database.close();
  return null;
}

/**
 * The items of the second store with the rows that lie in files. Where it can't be read, or says
 * nothing, whatever the files hold is the last copy.
 */
async function itemsOf(
  area: Pick<StorageArea, 'get'>,
  kept: ReadableFiles | null,
): Promise<Record<string, unknown> | null> {
  const items = await area.get(null).catch(() => null);
  if (kept === null) return items;
  const saysAnything = Object.keys(items ?? {}).some((key) => key.startsWith(ROW));
  if (items !== null && saysAnything) return unsealStubs(items, kept).catch(() => items);
  const left = await importsInFiles(kept);
  return items === null && Object.keys(left).length === 0 ? null : left;
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
