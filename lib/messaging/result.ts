/** Why something could not be done; each code has a sentence in both languages. */
export const FAILURE_CODES = [
  'full', // the disk or the quota is full: nothing was saved
  'blocked', // another page of the extension holds the database
  'read-only', // a newer version has written here; this one only reads
  'broken', // both stores are damaged
  'conflict', // somebody else saved this record in between
  'invalid', // the payload does not parse
  'not-allowed', // the sender may not ask this
  'gone', // the record or the tab is not there any more
  'internal', // a bug: it is logged in the background
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export type Failure = { code: FailureCode; field?: string };

/** The answer of every message: a value or a failure, never a thrown error. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** A successful result. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failed result. */
export function fail<T>(code: FailureCode, field?: string): Result<T> {
  return { ok: false, failure: field === undefined ? { code } : { code, field } };
}
