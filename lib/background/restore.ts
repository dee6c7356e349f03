import { recordKey, recordKindOf, type KeywordSet } from '../benchmark/record';
import type { HistoryRows } from '../db/history-rows';
import type { Plan, RecordWrite } from '../db/operator-write';
import { done, failed, StoreAbort, type Outcome } from '../db/outcome';
import type { Reader } from '../db/reader';
import type { Store } from '../db/store';
import { ok, type Result } from '../messaging/result';
import type { BackupRows } from '../transfer/backup-format';
import { BackupParser, type TableRow } from '../transfer/backup-parser';
import { checkBackup } from '../transfer/read-backup';
import { resultOf } from './store-result';

/** Keeps one part of a file that an options page has checked; nothing of it is believed yet. */
export async function restorePart(
  store: Store,
  part: { restoreId: string; index: number; text: string },
  nowMs: number,
): Promise<Result<null>> {
  return resultOf(await store.stagePart({ ...part, atMs: nowMs }));
}

/**
 * Restores the staged file: checks all of it again, then merges it in one transaction under one
 * operation id, and answers when both stores hold it. A file that is not sound changes nothing:
 * `invalid`, with the fault's code. A part that is not there is `gone`.
 *
 * The merge: a record of the file takes the place of the one here (the operator has seen the dry
 * run; what it replaces is set aside, not lost), deleted ones come back, records that the file does
 * not have stay. History is a union. Of two snapshots the newer one stands.
 */
export async function restoreCommit(
  store: Store,
  commit: { restoreId: string; parts: number; operationId: string },
  nowMs: number,
): Promise<Result<null>> {
  const written = await store.write({ id: commit.operationId, atMs: nowMs }, (reader) =>
    planCommit(store, reader, commit),
  );
  if (!written.ok) return resultOf(written);
  await store.dropStaged(commit.restoreId);
  return ok(null);
}

async function planCommit(
  store: Store,
  reader: Reader,
  { restoreId, parts }: { restoreId: string; parts: number },
): Promise<Outcome<Plan>> {
  const records: BackupRows['records'][] = [];
  try {
    const checked = await checkBackup(stagedText(store, restoreId, parts), 0, (rows) => {
      for (const row of rows) if (row.table === 'records') records.push(row.row);
    });
    if (!checked.ok) return failed('invalid', checked.fault.code);
  } catch (error) {
    if (error instanceof StoreAbort) return failed(error.why, 'parts');
    throw error;
  }
  const parser = new BackupParser('trusted');
  const read = (text: string) => historyOf(parser.push(text));
  const history = { kind: 'add-staged' as const, restoreId, parts, read };
  const writes = await restoreWrites(reader, records);
  return done({ writes, answerKey: null, keepReplaced: true, history: [history] });
}

function stagedText(store: Store, restoreId: string, parts: number) {
  return async function* text() {
    for (let index = 0; index < parts; index += 1) {
      const part = await store.stagedPart(restoreId, index);
      if (!part.ok) throw new StoreAbort(part.why);
      if (part.value === null) throw new StoreAbort('gone');
      yield part.value;
    }
  };
}

/** The history rows among the rows of a file. */
export function historyOf(rows: TableRow[]): HistoryRows {
  const history: HistoryRows = { latest: [], observations: [], changes: [] };
  for (const row of rows) {
    if (row.table === 'latest') history.latest.push(row.row);
    if (row.table === 'observations') history.observations.push(row.row);
    if (row.table === 'changes') history.changes.push(row.row);
  }
  return history;
}

async function restoreWrites(
  reader: Reader,
  records: BackupRows['records'][],
): Promise<RecordWrite[]> {
  const writes: RecordWrite[] = records.map(recordWrite);
  for (const record of records) {
    if (recordKindOf(record.key) !== 'keyword-set') continue;
    const set = record.value as KeywordSet;
    const now = await reader.keywordSet(set.benchmarkId);
    // Chunks that only the longer set here has belong to no set afterwards.
    for (let index = set.chunks.length; index < (now?.value.chunks.length ?? 0); index += 1) {
      writes.push({ key: recordKey.keywordChunk(set.benchmarkId, index), value: null });
    }
  }
  return writes;
}

/** The write of a record of a file: with its revision and times, so that a round trip is exact. */
export function recordWrite(record: BackupRows['records']): RecordWrite {
  const { key, value, revision, createdAtMs, updatedAtMs } = record;
  return { key, value, revision, times: { createdAtMs, updatedAtMs } };
}
