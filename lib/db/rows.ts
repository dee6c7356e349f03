import type { LastSeen } from '../listing/facets';

/**
 * One record that the operator wrote, as both stores hold it. A deleted record stays as a tombstone
 * (`deleted: 1`, value null): without it, healing from the other store would bring it back.
 */
export type RecordRow = {
  key: string;
  /** 1 for a new record, one more with each save and with the deletion. */
  revision: number;
  createdAtMs: number;
  updatedAtMs: number;
  deleted: 0 | 1;
  value: unknown;
  /** The operation that wrote it, to tell apart what belongs together. */
  operationId: string;
  /** SHA-256, cut to 32 hex digits, of the canonical text of all of the above. */
  checksum: string;
};

/** Record key → [revision, checksum]: all that a worker start has to compare. */
export type ManifestEntries = Record<string, [revision: number, checksum: string]>;

/** The manifest of one kind of records. */
export type ManifestRow = { kind: string; entries: ManifestEntries };

/**
 * The newest full reading of a listing, one per listing, and, of what it lacks, what was shown last
 * (`shownBefore`).
 */
export type LatestRow = LastSeen & { listingId: string; seenAtMs: number };

/** An operation that is done, with its answer; a repeat is answered with it. */
export type OperationRow = { id: string; atMs: number; answer: number | null };

/**
 * What was set aside instead of shown or overwritten: a row that does not parse or whose checksum
 * is wrong, or the version of a record that a restore replaced.
 */
export type QuarantineRow = {
  id: string;
  key: string;
  from: 'database' | 'second-store' | 'sealed-file' | 'restore';
  why: 'does-not-parse' | 'wrong-checksum' | 'replaced';
  atMs: number;
  row: unknown;
};

/** A part of a file that is being restored. */
export type StagingRow = { restoreId: string; index: number; atMs: number; text: string };

/** Facts of the database itself, by name. */
export type MetaRow = { name: string; value: unknown };

/**
 * What the history of a month (`name`, `2026-11`) should be: how many observations and changes, the
 * sum of their digests, and when that was last compared with all of them. `marks`: which rows were
 * taken out, by digest (`history/content.ts`).
 */
export type ChunkRow = {
  name: string;
  checksum: string;
  rows: number;
  sealedAtMs: number;
  marks?: Record<string, number>;
};

/** The result of a full verification of both stores. */
export type Verification = {
  atMs: number;
  /** How many records were read and compared. */
  checked: number;
  /** How many of them one store had to give to the other. */
  healed: number;
  /** How many rows were set aside as damaged. */
  quarantined: number;
  /** The same of the history and its sealed files; absent where they were not looked at. */
  history?: VerifiedHistory;
};

/**
 * What was found of the history: months looked at, rows that the sealed files gave to the database,
 * rows set aside, months whose files were written anew, and months that could not be sealed.
 */
export type VerifiedHistory = {
  months: number;
  given: number;
  quarantined: number;
  resealed: number;
  unsealed: number;
};

/**
 * That both stores were found empty while sealed files were not: when, how many months of history the
 * files held, and how many imports.
 */
export type Loss = { atMs: number; months: number; imports: number };
