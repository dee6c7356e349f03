import { browser } from 'wxt/browser';
import { movableArea } from '../../lib/db/bucket-area';
import { browserBuckets, placeOf } from '../../lib/db/buckets';
import { readableFiles } from '../../lib/db/private-files';
import { salvageTables } from '../../lib/db/salvage';
import { sealedRoot } from '../../lib/db/sealed-place';
import { steadyArea } from '../../lib/db/steady-area';
import { writeBackup } from '../../lib/transfer/write-backup';

/**
 * A backup file of whatever can still be read: of both stores and the sealed files. Rejects where it
 * can't be written; it has 0 rows where nothing can be read.
 */
export async function readableBackup(atMs: number): ReturnType<typeof writeBackup> {
  const buckets = browserBuckets();
  const second = placeOf('second', buckets);
  const root = () => sealedRoot(() => navigator.storage.getDirectory(), buckets);
  const salvaged = await salvageTables({
    area: steadyArea(movableArea(browser.storage.local, second)),
    files: (folder) => readableFiles(root, folder),
  });
  try {
    return await writeBackup(salvaged.tables, atMs);
  } finally {
    salvaged.close();
  }
}
