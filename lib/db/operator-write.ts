import { parseRecord } from '../benchmark/record';
import { canonicalJson } from '../listing/canonical-json';
import type { Database } from './database';
import type { HistoryWork } from './history-rows';
import { failed, StoreAbort, done, type Outcome } from './outcome';
import { faultOf, sealRow } from './record-row';
import type { QuarantineRow, RecordRow } from './rows';
import { WRITER_VERSION } from './schema';

/** One record to be written; a null value deletes it. */
export type RecordWrite = {
  key: string;
  value: unknown;
  /**
   * The revision that the edit was based on, null for a new record; absent where the last save
   * wins. A repeat of the operation, and saving what is there already, are no conflict.
   */
  base?: number | null;
  /** At least this revision: that of a backup file. */
  revision?: number;
  /** Times of a backup file instead of now. */
  times?: { createdAtMs: number; updatedAtMs: number };
};

/**
 * What one operation wants to be written, worked out from the records as they are.
 * - `answerKey`: the record whose revision is the answer, null for none
 * - `keepReplaced`: set the versions that are overwritten aside, as a restore does
 * - `history`: what happens to observations, changes and latest in the same transaction
 */
export type Plan = {
  writes: RecordWrite[];
  answerKey: string | null;
  keepReplaced?: boolean;
  history?: HistoryWork[];
};

/** The rows before and after, keyed alike; a row without `before` is new. */
export type RowChange = { before: RecordRow | undefined; after: RecordRow };

/**
 * Turns writes into rows with the next revision. A write of what is there already is left out, so
 * that saving twice is one save. Fails with `invalid` where a value does not parse.
 */
export async function rowChanges(
  database: Database,
  writes: RecordWrite[],
  operation: { id: string; atMs: number },
): Promise<Outcome<RowChange[]>> {
  const befores = await database.records.bulkGet(writes.map((write) => write.key));
  const changes: RowChange[] = [];
  for (const [index, write] of writes.entries()) {
    const before = befores[index];
    const value = write.value === null ? null : parseRecord(write.key, write.value);
    if (write.value !== null && value === null) return failed('invalid', write.key);
    if (isSame(before, value) && (await isSoundOrNone(before))) continue;
    if (await isOwn(before, value, operation.id)) continue;
    const clash = clashOf(write, before);
    if (clash !== null) return failed(clash, write.key);
    const revision = Math.max(revisionOf(before) + 1, write.revision ?? 0);
    const after = await sealRow({
      key: write.key,
      revision,
      createdAtMs: write.times?.createdAtMs ?? before?.createdAtMs ?? operation.atMs,
      updatedAtMs: write.times?.updatedAtMs ?? operation.atMs,
      deleted: value === null ? 1 : 0,
      value,
      operationId: operation.id,
    });
    changes.push({ before, after });
  }
  return done(changes);
}

// Asked only where the content differs: a repeat after a crash finds its own save in place.
function clashOf(write: RecordWrite, before: RecordRow | undefined): 'conflict' | 'gone' | null {
  if (write.base === undefined) return null;
  const live = before !== undefined && before.deleted === 0;
  if (write.base === null) return live ? 'conflict' : null;
  if (!live) return 'gone';
  return before.revision === write.base ? null : 'conflict';
}

// A damaged row may hold anything; a save over it starts from what can be counted on.
function revisionOf(before: RecordRow | undefined): number {
  return Number.isSafeInteger(before?.revision) ? (before?.revision ?? 0) : 0;
}

// The repeat of an operation that a kill cut off, and that healing has finished: its records may
// hold the time of the save, which is not to count as another one.
async function isOwn(before: RecordRow | undefined, value: unknown, operationId: string) {
  if (before?.operationId !== operationId) return false;
  return (
    (before.deleted === 1) === (value === null) && (await faultOf(before.key, before)) === null
  );
}

// A damaged row that still reads is written anew: with a checksum that fits, and in both stores.
async function isSoundOrNone(before: RecordRow | undefined): Promise<boolean> {
  return before === undefined || (await faultOf(before.key, before)) === null;
}

function isSame(before: RecordRow | undefined, value: unknown): boolean {
  if (before === undefined || before.deleted === 1) return value === null;
  return value !== null && canonicalJson(before.value) === canonicalJson(value);
}

/** Aborts the transaction it runs in where a newer version of the code has written. */
export async function checkWriter(database: Database): Promise<void> {
  const minimum = await database.meta.get('minimumWriter');
  if (typeof minimum?.value === 'number' && minimum.value > WRITER_VERSION) {
    throw new StoreAbort('read-only');
  }
}

/** The rows of live records that a change replaces, as they are set aside. */
export function replacedRows(
  changes: RowChange[],
  operation: { id: string; atMs: number },
): QuarantineRow[] {
  return changes.flatMap(({ before }) =>
    before === undefined || before.deleted === 1
      ? []
      : {
          id: `restore:${operation.id}:${before.key}`,
          key: before.key,
          from: 'restore' as const,
          why: 'replaced' as const,
          atMs: operation.atMs,
          row: before,
        },
  );
}
