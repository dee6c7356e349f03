import type { Observation } from './series';

/** How far ahead of the clock a row may lie: a tab's answer is under way for moments. */
const SLACK_MS = 60_000;
/** A row may lie this much after the time that its visit has (two of one millisecond). */
const BUMP_MS = 1000;

/**
 * What speaks against the time of a row, by the clock that was set back or forward.
 * - `behind`: it came after a visit whose time is later (`otherMs`)
 * - `contradicted`: a visit that has an earlier time (`otherMs`) came after it
 * - `ahead`: it lies in the future
 *
 * Of two rows that contradict each other one is wrong; which, nobody can tell.
 */
export type SuspectTime =
  | { why: 'behind'; otherMs: number }
  | { why: 'contradicted'; otherMs: number }
  | { why: 'ahead' };

/** The rows of one series, oldest first, whose time can't be relied on. Nothing is left out or moved. */
export function suspectTimes(
  rows: readonly Observation[],
  nowMs: number,
): Map<Observation, SuspectTime> {
  const found = new Map<Observation, SuspectTime>();
  for (const row of rows) {
    const { atMs, cameAfterMs } = row;
    if (cameAfterMs === undefined) continue;
    const other = rows.findLast((each) => each.atMs <= cameAfterMs + BUMP_MS);
    if (other !== undefined && other.atMs > atMs && !found.has(other)) {
      found.set(other, { why: 'contradicted', otherMs: atMs });
    }
    found.set(row, { why: 'behind', otherMs: cameAfterMs });
  }
  for (const row of rows) {
    if (row.atMs > nowMs + SLACK_MS && !found.has(row)) found.set(row, { why: 'ahead' });
  }
  return found;
}
