import * as z from 'zod/mini';
import { canonicalJson } from '../../listing/canonical-json';
import { changeSetSchema, type ChangeSet } from '../../listing/change';
import { shownBeforeSchema } from '../../listing/facets';
import { observationSchema, type Observation } from '../../listing/series';
import { snapshotSchema } from '../../listing/snapshot';
import type { LatestRow } from '../rows';
import { digestOf } from './tally';

/**
 * A row of history as a line of a sealed file: a letter for its table and its canonical text.
 * `o` an observation, `c` changes, `l` the newest snapshot of a listing.
 */
export type Line = string;

/** A row with the table that it is of. */
export type HistoryRow =
  | { table: 'observations'; row: Observation }
  | { table: 'changes'; row: ChangeSet }
  | { table: 'latest'; row: LatestRow };

/** The tables whose rows are tallied: rows that never change. `latest` is replaced by each visit. */
export type TalliedTable = 'observations' | 'changes';

const LETTER = { observations: 'o', changes: 'c', latest: 'l' } as const;

const latestSchema = z.object({
  listingId: z.string().check(z.maxLength(40)),
  seenAtMs: z.int().check(z.gte(0)),
  snapshot: snapshotSchema,
  shownBefore: z.optional(shownBeforeSchema),
});

/** A row's line; the row may be any value that lies in the table. */
export function lineOf(table: HistoryRow['table'], row: unknown): Line {
  return LETTER[table] + canonicalJson(row);
}

/** The row of a line, null where it does not parse. */
export function rowOf(line: Line): HistoryRow | null {
  try {
    return soundRow(tableOf(line), JSON.parse(line.slice(1)));
  } catch {
    return null;
  }
}

/** A row of a table as it lies there, null where it does not parse. */
export function soundRow(table: HistoryRow['table'] | null, row: unknown): HistoryRow | null {
  if (table === null) return null;
  if (!schemas[table].safeParse(row).success) return null;
  // The row itself, not what the schema makes of it: a member that it does not know is kept.
  const sound = { table, row } as HistoryRow;
  if (sound.table !== 'latest') return sound;
  const { listingId, snapshot } = sound.row;
  return snapshot.listingId === listingId ? sound : null;
}

/** A row that was set aside under that key (`<table>/…` or `line/…`), null where it does not parse. */
export function historyRowOf(key: string, row: unknown): HistoryRow | null {
  if (key.startsWith('line/')) return typeof row === 'string' ? rowOf(row) : null;
  const table = key.split('/')[0];
  const known = table === 'observations' || table === 'changes' || table === 'latest';
  return known ? soundRow(table, row) : null;
}

/** The table of a line, null where it is of none. */
export function tableOf(line: Line): HistoryRow['table'] | null {
  switch (line[0]) {
    case 'o':
      return 'observations';
    case 'c':
      return 'changes';
    case 'l':
      return 'latest';
    default:
      return null;
  }
}

/** What a row is known by where the stores are compared: its whole content; a snapshot's listing. */
export function digestOfRow({ table, row }: HistoryRow): string {
  return table === 'latest' ? digestOfListing(row.listingId) : digestOf(lineOf(table, row));
}

/** What a listing's newest snapshot is known by, whichever it is. */
export function digestOfListing(listingId: string): string {
  return digestOf(`l${listingId}`);
}

const schemas = { observations: observationSchema, changes: changeSetSchema, latest: latestSchema };
