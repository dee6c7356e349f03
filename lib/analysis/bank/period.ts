const DAY_MS = 86_400_000;
const RELATIVE: Record<string, number> = { '1d': 1, '7d': 7, '30d': 30 };
const SPAN = /^(\d{4}-\d{2}-\d{2})(?:~(\d{4}-\d{2}-\d{2}))?$/;

/**
 * What a period's text says: how many days, and where they stand. A relative one (近 7 天) has no
 * days of its own: its figures are of the days before they were imported. Null where the text says
 * nothing: figures of an unknown period are comparable with none, not even with each other.
 */
export type PeriodSpan = { days: number; fromMs: number | null; toMs: number | null };

/** Reads `7d`, `2026-11-20` and `2026-11-15~2026-11-21`; days are local calendar days. */
export function periodSpan(period: string): PeriodSpan | null {
  const relative = Object.hasOwn(RELATIVE, period) ? RELATIVE[period] : undefined;
  if (relative !== undefined) return { days: relative, fromMs: null, toMs: null };
  const [, first, last = first] = SPAN.exec(period) ?? [];
  if (first === undefined || last === undefined) return null;
  const from = dayOf(first);
  const to = dayOf(last);
  if (from === null || to === null || from > to) return null;
  // By rounding, for a day of a clock change is not 24 hours long.
  const days = Math.round((to - from) / DAY_MS) + 1;
  return { days, fromMs: from, toMs: to + DAY_MS };
}

/** Where figures of that period stand in time: those of a relative one end when they were imported. */
export function spanInTime(
  period: string,
  importedAtMs: number,
): { days: number; fromMs: number; toMs: number } | null {
  const span = periodSpan(period);
  if (span === null) return null;
  const toMs = span.toMs ?? importedAtMs;
  return { days: span.days, fromMs: span.fromMs ?? toMs - span.days * DAY_MS, toMs };
}

function dayOf(text: string): number | null {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const at = new Date(year, month - 1, day);
  return at.getMonth() === month - 1 && at.getDate() === day ? at.getTime() : null;
}
