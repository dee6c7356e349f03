import type { Settings } from '../../lib/settings';

const DAY_MS = 24 * 3600_000;
/** A backup file is asked for after this many days, or this many saves, whichever is first. */
export const DUE_DAYS = 7;
export const DUE_SAVES = 200;

/** What is known of the operator's saves: the first one, and how many since the last backup file. */
export type SavesKnown = { firstMs: number | null; since: number };

/** Why a backup file is due; `never` where none was ever saved. */
export type BackupDue = { why: 'days' | 'saves'; count: number; never: boolean };

/** Since when the saves are to be counted for the reminder; null where there is nothing to save. */
export function countedSince(
  { savedAtMs, laterAtMs }: Settings['backup'],
  firstMs: number | null,
): number | null {
  const from = savedAtMs ?? firstMs;
  if (from === null) return null;
  return laterAtMs === null ? from : Math.max(from, laterAtMs);
}

/**
 * Whether a backup file is due, null for no. Put off, it is due again only after as long, but
 * the days that are said count from the last file (or the first save).
 */
export function backupDue(
  backup: Settings['backup'],
  saves: SavesKnown,
  nowMs: number,
): BackupDue | null {
  const since = countedSince(backup, saves.firstMs);
  if (since === null) return null;
  const never = backup.savedAtMs === null;
  const days = Math.floor((nowMs - (backup.savedAtMs ?? saves.firstMs ?? nowMs)) / DAY_MS);
  if (nowMs - since >= DUE_DAYS * DAY_MS) return { why: 'days', count: days, never };
  if (saves.since >= DUE_SAVES) return { why: 'saves', count: saves.since, never };
  return null;
}
