import type { Outcome } from '../db/outcome';
import { fail, ok, type Result } from '../messaging/result';

/** The answer that a message gets for what the store said; the failures have the same names. */
export function resultOf<T>(outcome: Outcome<T>): Result<T> {
  return outcome.ok ? ok(outcome.value) : fail(outcome.why, outcome.field);
}
