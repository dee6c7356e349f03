import { browser } from 'wxt/browser';
import { readableFiles } from '../../lib/db/private-files';
import { salvageTables } from '../../lib/db/salvage';
import { steadyArea } from '../../lib/db/steady-area';
import { writeBackup } from '../../lib/transfer/write-backup';

/**
 * A backup file of whatever can still be read: of both stores and the sealed files. Rejects where it
 * can't be written; it has 0 rows where nothing can be read.
 */
export async function readableBackup(atMs: number): ReturnType<typeof writeBackup> {
  const salvaged = await salvageTables({
    area: steadyArea(browser.storage.local),
    files: (folder) => readableFiles(() => navigator.storage.getDirectory(), folder),
  });
  try {
    return await writeBackup(salvaged.tables, atMs);
  } finally {
    salvaged.close();
  }
}
