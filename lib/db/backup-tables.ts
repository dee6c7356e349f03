import { parseRecord } from '../benchmark/record';
import type { Database } from './database';
import type { RecordRow } from './rows';

/** Rows read at once for a backup. */
const BATCH = 1000;

/**
 * The rows of a backup, each table in batches in the order of its primary key: the operator's
 * records without tombstones, and the whole history. Works on a page's database too.
 */
export function backupTables(database: Database) {
  return {
    async *records() {
      // One read: keywords must not be of two saves.
      const rows = await database.table<RecordRow, string>('records').toArray();
      yield rows
        .filter((row) => row.deleted === 0 && parseRecord(row.key, row.value) !== null)
        .map(({ key, revision, createdAtMs, updatedAtMs, value }) => ({
          key,
          revision,
          createdAtMs,
          updatedAtMs,
          value,
        }));
    },
    latest: () => inBatches(database, 'latest', 'listingId'),
    observations: () => inBatches(database, 'observations', '[series+atMs]'),
    changes: () => inBatches(database, 'changes', '[listingId+atMs]'),
  };
}

async function* inBatches(database: Database, table: string, keyPath: string) {
  const rows = database.table<unknown, unknown>(table);
  const members = keyPath.replace(/[[\]]/g, '').split('+');
  let batch = await rows.orderBy(':id').limit(BATCH).toArray();
  while (batch.length > 0) {
    yield batch;
    const last = batch[batch.length - 1] as Record<string, unknown>;
    const key = members.map((member) => last[member]);
    batch = await rows
      .where(':id')
      .above(key.length === 1 ? key[0] : key)
      .limit(BATCH)
      .toArray();
  }
}
