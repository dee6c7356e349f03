/**
 * A month of UTC, `2026-11`, or `later` for times past the year 9999, where a clock is wrong. `latest`
 * is no time: there stands which listings' newest snapshots were taken out.
 */
export type Month = string;

/** The page of listings that were taken out. It comes before every month in a list, newest first. */
export const LATEST: Month = 'latest';

/** The first millisecond of the year 10000. */
const LATER_MS = 253_402_300_800_000;

/** The month of a time; times are integers of 0 or more. */
export function monthOf(atMs: number): Month {
  return atMs >= LATER_MS ? 'later' : new Date(atMs).toISOString().slice(0, 7);
}

/** The times of a month: from the first (inclusive) to the one after the last (exclusive). */
export function monthRange(month: Month): { fromMs: number; toMs: number } {
  if (month === LATEST) return { fromMs: 0, toMs: 0 };
  if (month === 'later') return { fromMs: LATER_MS, toMs: Infinity };
  const [year = 0, number = 1] = month.split('-').map(Number);
  return {
    fromMs: Date.UTC(year, number - 1),
    toMs: number === 12 ? Date.UTC(year + 1, 0) : Date.UTC(year, number),
  };
}
