import * as z from 'zod/mini';
import { parseRecord } from '../benchmark/record';
import { canonicalJson } from '../listing/canonical-json';
import { changeSetSchema } from '../listing/change';
import { shownBeforeSchema } from '../listing/facets';
import { observationSchema } from '../listing/series';
import { snapshotSchema } from '../listing/snapshot';

/*
 * The backup file is JSON with one row per line, so that 300,000 rows are written and read as a
 * stream:
 *
 *   {"product":"yardstick","schemaVersion":1,"createdAtMs":…,"checksum":"…","tables":{
 *   "records":[
 *   {…}
 *   ,{…}
 *   ],
 *   "latest":[
 *   …
 *   ]}}
 *
 * A row's line is its canonical text; a row with a member that this version does not know is
 * refused, so a version that adds a member raises `schemaVersion`. The checksum is that of
 * `backup-checksum.ts`, over every byte after the first line.
 */

export const PRODUCT = 'yardstick';
export const SCHEMA_VERSION = 1;
/** The tables in the order in which they stand in the file. */
export const TABLES = ['records', 'latest', 'observations', 'changes'] as const;
export type TableName = (typeof TABLES)[number];

/** Largest file that is read: 300,000 observations and 5,000 snapshots take some 250 MB. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** Longest line; a snapshot with 2,000 SKUs takes about 1 MB. */
export const MAX_LINE_CHARS = 4_000_000;
/** Deepest nesting of a row; ours have 8. */
export const MAX_DEPTH = 24;

const timeMs = z.int().check(z.gte(0));

/** An operator's record in a backup; tombstones are not in it. */
export const backupRecordSchema = z.object({
  key: z.string().check(z.maxLength(200)),
  revision: z.int().check(z.gte(1)),
  createdAtMs: timeMs,
  updatedAtMs: timeMs,
  value: z.unknown(),
});
export const backupLatestSchema = z.object({
  listingId: z.string().check(z.maxLength(40)),
  seenAtMs: timeMs,
  snapshot: snapshotSchema,
  shownBefore: z.optional(shownBeforeSchema),
});

/** The row types of the tables. */
export type BackupRows = {
  records: z.infer<typeof backupRecordSchema>;
  latest: z.infer<typeof backupLatestSchema>;
  observations: z.infer<typeof observationSchema>;
  changes: z.infer<typeof changeSetSchema>;
};

/** The first line of a file, parsed. */
export const backupHeaderSchema = z.object({
  product: z.literal(PRODUCT),
  schemaVersion: z.literal(SCHEMA_VERSION),
  createdAtMs: timeMs,
  checksum: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type BackupHeader = z.infer<typeof backupHeaderSchema>;

/**
 * What is wrong with a file; each has its own sentence. `row` counts from 1 within its table,
 * `path` names the member.
 */
export type BackupFault =
  | { code: 'too-large'; maxMb: number }
  | { code: 'not-a-backup' }
  | { code: 'other-product'; product: string }
  | { code: 'newer-schema'; schemaVersion: number }
  | { code: 'truncated' }
  | { code: 'wrong-checksum' }
  | { code: 'bad-row'; table: TableName; row: number; path: string };

/** A row of a table, or where it does not parse. */
export function parseBackupRow<T extends TableName>(
  table: T,
  value: unknown,
): { ok: true; row: BackupRows[T] } | { ok: false; path: string } {
  const shape = shapeFault(value, 0);
  if (shape !== null) return { ok: false, path: shape };
  const parsed = rowSchemas[table].safeParse(value);
  if (!parsed.success) return { ok: false, path: parsed.error.issues[0]?.path.join('.') ?? '' };
  const row = parsed.data;
  if ('key' in row) {
    const record = parseRecord(row.key, row.value);
    if (record === null) return { ok: false, path: row.key };
    return { ok: true, row: { ...row, value: record } as BackupRows[T] };
  }
  if ('snapshot' in row && row.snapshot.listingId !== row.listingId)
    return { ok: false, path: 'snapshot.listingId' };
  return { ok: true, row: row as BackupRows[T] };
}

const rowSchemas = {
  records: backupRecordSchema,
  latest: backupLatestSchema,
  observations: observationSchema,
  changes: changeSetSchema,
};

const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

// Before any schema: some members are free-form, and recursion must not meet 200,000 levels.
function shapeFault(value: unknown, depth: number): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > MAX_DEPTH) return '…';
  for (const [key, member] of Object.entries(value)) {
    if (PROTOTYPE_KEYS.has(key)) return key;
    const fault = shapeFault(member, depth + 1);
    if (fault !== null) return `${key}.${fault}`;
  }
  return null;
}

/** The line of a row, without what separates it from the one before. */
export function rowLine(row: BackupRows[TableName]): string {
  return canonicalJson(row);
}
