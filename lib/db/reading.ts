import { backupTables } from './backup-tables';
import { foundDatabase } from './database';
import { createReader, type Reader } from './reader';

/** Reading on a page of the extension. */
export type Reading = {
  reader: Reader;
  /** All rows for the backup file: the source that `writeBackup` takes. */
  backupTables: ReturnType<typeof backupTables>;
  close(): void;
};

/**
 * Opens the database for reading on a page of the extension, after the background has answered
 * `ready`. No upgrade is declared: where the database is not there yet, this rejects and creates
 * nothing. It closes by itself when a newer version of the extension wants to migrate.
 */
export async function openReading(name?: string): Promise<Reading> {
  const database = await foundDatabase(name);
  await database.open();
  return {
    reader: createReader(database),
    backupTables: backupTables(database),
    close: () => database.close(),
  };
}
