import type { ChangeSet } from './change';

/** Since when all of a visit's changes are: the oldest visit that any of them is told against. */
export function allSinceMs({ sinceMs, changes }: ChangeSet): number {
  return changes.reduce((oldest, change) => Math.min(oldest, change.sinceMs ?? oldest), sinceMs);
}
