import { recordKindOf, RECORD_KINDS, type RecordKind } from '../benchmark/record';
import { canonicalJson } from '../listing/canonical-json';
import type { ChangeSet } from '../listing/change';
import { sameFacts } from '../listing/same-facts';
import type { Observation } from '../listing/series';
import { type BackupRows, type TableName } from './backup-format';
import type { TableRow } from './backup-parser';
import { checkBackup, type CheckedBackup, type OpenText } from './read-backup';

/**
 * What a restore would do with the rows of a table.
 * - `added`: not here, or deleted here · `changed`: here with other content: the file's stands
 *   afterwards · `newerHere`: of the changed ones, how many were saved here later than in the file
 * - `same`: here already, left alone
 */
export type Counts = { added: number; changed: number; newerHere: number; same: number };

/** What a restore would do. Nothing that is here and not in the file is touched. */
export type RestorePreview = {
  createdAtMs: number;
  records: Record<RecordKind, Counts>;
  latest: Counts;
  observations: Counts;
  changes: Counts;
};

/** The rows that are here now, in the order asked, undefined where there is none. */
export type RowsHere = {
  recordsAt(
    keys: string[],
  ): Promise<({ deleted: 0 | 1; updatedAtMs: number; value: unknown } | undefined)[]>;
  latestMany(listingIds: string[]): Promise<({ seenAtMs: number } | null)[]>;
  observationsAt(keys: [series: string, atMs: number][]): Promise<(Observation | undefined)[]>;
  changesAt(keys: [listingId: string, atMs: number][]): Promise<(ChangeSet | undefined)[]>;
};

/** Checks a file and says what restoring it would change. Changes nothing. */
export async function previewRestore(
  open: OpenText,
  bytes: number,
  here: RowsHere,
): Promise<(CheckedBackup & { ok: false }) | { ok: true; preview: RestorePreview }> {
  const records = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, none()])) as Record<
    RecordKind,
    Counts
  >;
  const [latest, observations, changes] = [none(), none(), none()];
  const checked = await checkBackup(open, bytes, async (rows) => {
    for (const row of await compareRecords(of(rows, 'records'), here)) {
      const kind = recordKindOf(row.key);
      if (kind !== null) count(records[kind], row.what);
    }
    for (const what of await compareLatest(of(rows, 'latest'), here)) count(latest, what);
    const seen = of(rows, 'observations');
    const seenHere = await here.observationsAt(seen.map((row) => [row.series, row.atMs]));
    seen.forEach((row, index) => count(observations, compareFacts(row, seenHere[index])));
    const sets = of(rows, 'changes');
    const setsHere = await here.changesAt(sets.map((row) => [row.listingId, row.atMs]));
    sets.forEach((row, index) => count(changes, compareFacts(row, setsHere[index])));
  });
  if (!checked.ok) return checked;
  const { createdAtMs } = checked.header;
  return { ok: true, preview: { createdAtMs, records, latest, observations, changes } };
}

type What = keyof Counts;

function none(): Counts {
  return { added: 0, changed: 0, newerHere: 0, same: 0 };
}

function count(counts: Counts, what: What): void {
  counts[what] += 1;
  if (what === 'newerHere') counts.changed += 1;
}

function of<T extends TableName>(rows: TableRow[], table: T): BackupRows[T][] {
  return rows.filter((row) => row.table === table).map((row) => row.row as BackupRows[T]);
}

async function compareRecords(rows: BackupRows['records'][], here: RowsHere) {
  const known = await here.recordsAt(rows.map((row) => row.key));
  return rows.map((row, index): { key: string; what: What } => {
    const now = known[index];
    if (now === undefined || now.deleted === 1) return { key: row.key, what: 'added' };
    if (canonicalJson(now.value) === canonicalJson(row.value))
      return { key: row.key, what: 'same' };
    return { key: row.key, what: now.updatedAtMs > row.updatedAtMs ? 'newerHere' : 'changed' };
  });
}

// The newest snapshot stands, whichever side has it; that is no loss and no choice.
async function compareLatest(rows: BackupRows['latest'][], here: RowsHere): Promise<What[]> {
  const known = await here.latestMany(rows.map((row) => row.listingId));
  return rows.map((row, index): What => {
    const now = known[index] ?? null;
    if (now === null) return 'added';
    return now.seenAtMs >= row.seenAtMs ? 'same' : 'changed';
  });
}

// History is a union: a row of the file never takes the place of another.
function compareFacts(row: Observation | ChangeSet, now: Observation | ChangeSet | undefined) {
  return now !== undefined && sameFacts(now, row) ? 'same' : 'added';
}
