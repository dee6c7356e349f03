import type { Catalog, Language } from '../../lib/locales/catalog';

const DAY = 86_400_000;

/** A moment as date and clock in the language's own form. */
export function exactTime(language: Language, atMs: number): string {
  const at = new Date(atMs);
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at);
}

/** A day in the language's own form. */
export function dayText(language: Language, atMs: number): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(atMs));
}

/**
 * A moment as seen from now: 今天 14:02, 昨天 09:10, 6 天前 (calendar days of the operator). A day that
 * lies ahead, where a clock was wrong, is named in full.
 */
export function seenText(words: Catalog, language: Language, atMs: number, nowMs: number): string {
  const { time } = words.common;
  const days = Math.round((startOfDay(nowMs) - startOfDay(atMs)) / DAY);
  const clock = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(atMs));
  if (days < 0) return exactTime(language, atMs);
  if (days === 0) return time.today(clock);
  return days === 1 ? time.yesterday(clock) : time.daysAgo(days);
}

function startOfDay(atMs: number): number {
  const at = new Date(atMs);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
