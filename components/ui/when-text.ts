import type { Catalog } from '../../lib/locales/catalog';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const two = (n: number) => String(n).padStart(2, '0');

/** The time of day where the operator is, "14:32". */
export function clockText(atMs: number): string {
  const at = new Date(atMs);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The exact local time, "2026-11-22 14:32". */
export function exactTimeText(atMs: number, words: Catalog): string {
  const at = new Date(atMs);
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return words.common.time.exact(date, clockText(atMs));
}

/** Whole calendar days between two moments where the operator is, rounded over clock changes. */
function calendarDays(fromMs: number, toMs: number): number {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  return Math.round((midnight(toMs) - midnight(fromMs)) / DAY);
}

/**
 * A past moment as operators say it: 刚刚, 5 分钟前, 今天 14:32, 昨天 09:10, 6 天前; after 60 days,
 * and for a time that lies ahead (a clock was set back), the exact time.
 */
export function whenText(atMs: number, nowMs: number, words: Catalog): string {
  const { time } = words.common;
  if (atMs > nowMs + MINUTE) return exactTimeText(atMs, words);
  const minutes = Math.floor((nowMs - atMs) / MINUTE);
  if (minutes < 1) return time.justNow;
  if (minutes < 60) return time.minutesAgo(minutes);
  const days = calendarDays(atMs, nowMs);
  if (days === 0) return time.today(clockText(atMs));
  if (days === 1) return time.yesterday(clockText(atMs));
  return days <= 60 ? time.daysAgo(days) : exactTimeText(atMs, words);
}
