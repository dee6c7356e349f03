/**
 * Why the store could not do something. The names are those of the messages' failure codes.
 * - `full`: disk or quota; nothing was saved
 * - `blocked`: another page of the extension holds the database
 * - `read-only`: a newer version has written here
 * - `broken`: the database can't be opened, or both stores are damaged
 * - `conflict`: the record was saved by somebody else in between
 */
export type StoreFailure =
  | 'full'
  | 'blocked'
  | 'read-only'
  | 'broken'
  | 'conflict'
  | 'invalid'
  | 'gone'
  | 'internal';

/** A value, or why there is none; the store throws for bugs only, and never across a message. */
export type Outcome<T> =
  | { ok: true; value: T }
  | { ok: false; why: StoreFailure; field?: string | undefined };

/** A successful outcome. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A failed outcome; `field` names the record or field it is about. */
export function failed<T>(why: StoreFailure, field?: string): Outcome<T> {
  return { ok: false, why, field };
}

/** Thrown inside a transaction to abort it with that outcome. */
export class StoreAbort extends Error {
  constructor(readonly why: StoreFailure) {
    super(why);
  }
}

/** The failure that an error of Dexie, IndexedDB or `storage.local` stands for. */
export function failureOf(error: unknown): StoreFailure {
  // Dexie wraps the cause, several deep: QuotaExceededError arrives inside an AbortError.
  let at: unknown = error;
  for (let depth = 0; depth < 6 && typeof at === 'object' && at !== null; depth += 1) {
    if (at instanceof StoreAbort) return at.why;
    const { name, message } = at as { name?: string; message?: string };
    if (name === 'QuotaExceededError') return 'full';
    if (/quota|no space|disk full|FILE_ERROR_NO_SPACE/i.test(message ?? '')) return 'full';
    if (name === 'OpenFailedError' || name === 'MissingAPIError') return 'broken';
    at = (at as { inner?: unknown; cause?: unknown }).inner ?? (at as { cause?: unknown }).cause;
  }
  return 'internal';
}
