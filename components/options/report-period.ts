import type { ReportPeriod } from '../../lib/messaging/weekly-report';

/** Which days a report speaks of. */
export type PeriodChoice =
  | { kind: 'this-week' | 'last-week' }
  | { kind: 'custom'; from: string; to: string };

/** Longest period of a report, in days. */
export const MAX_DAYS = 92;

/**
 * The days chosen, in the operator's calendar; weeks begin on Monday. The period before has as many
 * days and ends where this one begins. Null for days that are none, in the wrong order or too many.
 */
export function reportPeriod(choice: PeriodChoice, nowMs: number): ReportPeriod | null {
  if (choice.kind !== 'custom') {
    const today = new Date(nowMs);
    const sinceMonday = (today.getDay() + 6) % 7;
    const monday = -sinceMonday - (choice.kind === 'last-week' ? 7 : 0);
    return periodOf(today, monday, 7);
  }
  const [from, to] = [dayOf(choice.from), dayOf(choice.to)];
  if (from === null || to === null) return null;
  // Noon to noon: a change of the clocks is no day more or less.
  const days = Math.round((atNoon(to) - atNoon(from)) / 86_400_000) + 1;
  return days >= 1 && days <= MAX_DAYS ? periodOf(from, 0, days) : null;
}

/** The period's last day, for a heading. */
export function lastDayMs({ dayStartsMs, fromMs }: ReportPeriod): number {
  return dayStartsMs.at(-1) ?? fromMs;
}

/** A day as an `<input type="date">` has it: `2026-11-22`. */
export function dayValue(atMs: number): string {
  const at = new Date(atMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Days as a part of the report's address, both ends within: `2026-11-16~2026-11-22`. */
export function daysPart(fromMs: number, toMs: number): string {
  return `${dayValue(fromMs)}~${dayValue(toMs)}`;
}

/** The days that the report's address asks for; this week where it asks for none. */
export function choiceOf(part: string | null): PeriodChoice {
  const days = /^(\d{4}-\d\d-\d\d)~(\d{4}-\d\d-\d\d)$/.exec(part ?? '');
  const [, from, to] = days ?? [];
  if (from === undefined || to === undefined) return { kind: 'this-week' };
  return { kind: 'custom', from, to };
}

function periodOf(day: Date, first: number, days: number): ReportPeriod {
  const start = (offset: number) =>
    new Date(day.getFullYear(), day.getMonth(), day.getDate() + offset).getTime();
  const [fromMs, toMs] = [start(first), start(first + days)];
  return {
    fromMs,
    toMs,
    dayStartsMs: Array.from({ length: days }, (_, index) => start(first + index)),
    before: { fromMs: start(first - days), toMs: fromMs },
  };
}

function atNoon(day: Date): number {
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate(), 12);
}

function dayOf(text: string): Date | null {
  const [, year = 0, month = 0, date = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(
    Number,
  );
  const day = new Date(year, month - 1, date);
  return year >= 2000 && day.getMonth() === month - 1 && day.getDate() === date ? day : null;
}
