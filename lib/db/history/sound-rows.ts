import type { ChangeSet } from '../../listing/change';
import type { Observation } from '../../listing/series';
import type { LatestRow } from '../rows';
import { soundRow } from './line';

/** Whether a row of `observations` is what it should be; one that is not is not shown. */
export function isSoundObservation(row: Observation): boolean {
  return soundRow('observations', row) !== null;
}

/** Whether a row of `changes` is what it should be. */
export function isSoundChangeSet(row: ChangeSet): boolean {
  return soundRow('changes', row) !== null;
}

/**
 * Newest snapshots that are what they should be. A snapshot is large: each is looked at once, and
 * again when there is a newer one.
 */
export function soundSnapshots() {
  const looked = new Map<string, { seenAtMs: number; isSound: boolean }>();
  return {
    /** The row, null where there is none or it is not sound. */
    sound(row: LatestRow | undefined): LatestRow | null {
      if (row === undefined) return null;
      const { listingId, seenAtMs } = row;
      const known = looked.get(listingId);
      const isSound =
        known?.seenAtMs === seenAtMs ? known.isSound : soundRow('latest', row) !== null;
      looked.set(listingId, { seenAtMs, isSound });
      return isSound ? row : null;
    },
  };
}
