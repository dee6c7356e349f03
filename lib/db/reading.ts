import { existingDatabase } from './database';
import { createReader, type Reader } from './reader';

/**
 * Opens the database for reading on a page of the extension, after the background has answered
 * `ready`. No upgrade is declared: where the database is not there yet, this rejects and creates
 * nothing. It closes by itself when a newer version of the extension wants to migrate.
 */
export async function openReading(name?: string): Promise<Reader> {
  const database = existingDatabase(name);
  await database.open();
  return createReader(database);
}
