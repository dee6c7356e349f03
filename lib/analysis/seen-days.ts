/**
 * On how many days of a period a listing was seen. `passed` counts the days that have begun;
 * `longestGap` is the longest run of them without a sight, the newest of equal ones.
 */
export type SeenDays = {
  seen: number;
  passed: number;
  longestGap: Gap | null;
};

type Gap = { days: number; fromMs: number };

/**
 * Counts the days of a period with a sight. `dayStartsMs` are the beginnings of its days in the
 * operator's calendar, ascending; `endMs` is where the last one ends.
 */
export function seenDays(
  sightsMs: readonly number[],
  dayStartsMs: readonly number[],
  endMs: number,
  nowMs: number,
): SeenDays {
  const days = dayStartsMs
    .map((fromMs, index) => ({ fromMs, toMs: dayStartsMs[index + 1] ?? endMs }))
    .filter(({ fromMs }) => fromMs <= nowMs);
  const gaps: Gap[] = [];
  let isOpen = false;
  for (const { fromMs, toMs } of days) {
    const isSeen = sightsMs.some((atMs) => atMs >= fromMs && atMs < toMs);
    const last = gaps.at(-1);
    if (!isSeen && isOpen && last !== undefined) last.days += 1;
    else if (!isSeen) gaps.push({ days: 1, fromMs });
    isOpen = !isSeen;
  }
  const unseen = gaps.reduce((sum, gap) => sum + gap.days, 0);
  const longestGap = gaps.reduce<Gap | null>(
    (most, gap) => (most === null || gap.days >= most.days ? gap : most),
    null,
  );
  return { seen: days.length - unseen, passed: days.length, longestGap };
}
