const DAY = 86_400_000;

/** What is asked of a listing: when it was last seen, null for never. */
type Seen = { listingId: string; lastSeenMs: number | null };

/** When a listing is to be looked at again, in days of the operator's calendar. */
export type Due =
  | { state: 'never' } // watched and not seen once
  | { state: 'due'; days: number } // due since so many days, 0 is today
  | { state: 'later'; days: number };

/** Whether a listing is due when it is to be seen every so many days. */
export function dueOf(lastSeenMs: number | null, everyDays: number, nowMs: number): Due {
  if (lastSeenMs === null) return { state: 'never' };
  const waited = Math.round((startOfDay(nowMs) - startOfDay(lastSeenMs)) / DAY);
  return waited >= everyDays
    ? { state: 'due', days: waited - everyDays }
    : { state: 'later', days: everyDays - waited };
}

/** The rhythm of each listing: of several lists that hold it, the shortest. */
export function rhythms(
  lists: readonly { dueDays: number | null; listingIds: readonly string[] }[],
): Map<string, number> {
  const days = new Map<string, number>();
  for (const { dueDays, listingIds } of lists) {
    if (dueDays === null) continue;
    for (const id of listingIds) days.set(id, Math.min(dueDays, days.get(id) ?? dueDays));
  }
  return days;
}

/** The due listings, those never seen first, then the one that has waited longest. */
export function dueQueue<Row extends Seen>(
  rows: readonly Row[],
  everyDays: ReadonlyMap<string, number>,
  nowMs: number,
): Row[] {
  return rows
    .flatMap((row) => {
      const days = everyDays.get(row.listingId);
      const due = days === undefined ? null : dueOf(row.lastSeenMs, days, nowMs);
      if (due === null || due.state === 'later') return [];
      return [{ row, waited: due.state === 'never' ? Infinity : due.days }];
    })
    .toSorted((a, b) => (a.waited === b.waited ? 0 : b.waited - a.waited))
    .map(({ row }) => row);
}

/**
 * Those of the due listings that a round still has to open. One that was opened is passed over until
 * it was seen, so that a page which can't be read does not hold up the round; seen since, it has its
 * next turn when it is due again. `opened` holds when each was last seen before it was opened.
 */
export function waitingIn<Row extends Seen>(
  queue: readonly Row[],
  opened: ReadonlyMap<string, number | null>,
): Row[] {
  return queue.filter(({ listingId, lastSeenMs }) => opened.get(listingId) !== lastSeenMs);
}

/** Days until the next listing is due, null where none has a rhythm or all are due. */
export function nextDueDays(
  rows: readonly Seen[],
  everyDays: ReadonlyMap<string, number>,
  nowMs: number,
): number | null {
  const days = rows.flatMap((row) => {
    const every = everyDays.get(row.listingId);
    const due = every === undefined ? null : dueOf(row.lastSeenMs, every, nowMs);
    return due?.state === 'later' ? [due.days] : [];
  });
  return days.length === 0 ? null : Math.min(...days);
}

function startOfDay(atMs: number): number {
  const at = new Date(atMs);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
