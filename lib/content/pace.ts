/** How long is waited, in ms; tests pass shorter ones. */
export type Pace = {
  /** After the last change of the page, before it is read. */
  quietMs: number;
  /** How long the page must rest before a reading that is sent, or lie between two equal ones. */
  settleMs: number;
  /** After a move to another item, before the first reading. */
  movedMs: number;
  /** After a move, when the title is still the one of the item before but the page has changed. */
  sameTitleMs: number;
  /** Longest wait between changes and a reading on a page that never rests. */
  longestMs: number;
  /** Least time between two observations; doubles when a page keeps changing by itself. */
  spacingMs: number;
  /** Longest wait for the dock to be drawn, before the chips' frames are put in all the same. */
  chipsMs: number;
};

export const PACE: Pace = {
  quietMs: 150,
  settleMs: 150,
  movedMs: 500,
  sameTitleMs: 2500,
  longestMs: 1200,
  spacingMs: 400,
  chipsMs: 1500,
};

/** Readings in a row that changed nothing, or observations without the operator's doing. */
const MOST_DOUBLINGS = 6;

/**
 * The wait before the next reading: `quietMs`, doubled for each reading in a row that found
 * nothing new, so that a page with a running countdown is read every few seconds and no more.
 */
export function quietFor(pace: Pace, unchangedReads: number): number {
  return pace.quietMs * 2 ** Math.min(Math.max(0, unchangedReads - 1), MOST_DOUBLINGS);
}

/** The least time between two observations after `sent` of them since the operator did something. */
export function spacingFor(pace: Pace, sent: number): number {
  return pace.spacingMs * 2 ** Math.min(Math.max(0, sent - 6), MOST_DOUBLINGS);
}
