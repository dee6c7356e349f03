import type { Basis } from './basis';
import { wordKey } from './bank-words';
import { figuresOf, type DatedTable, type ImportTable } from './import-table';
import { spanInTime } from './period';

const DAY_MS = 86_400_000;
/** Periods that lie farther apart than this, and than their own length, are not joined. */
const APART_MS = 14 * DAY_MS;

/** A series: one kind, source and length of period. Figures of different ones never meet. */
export type TrendSeries = { source: string; kind: string; days: number };

/**
 * A point of a word's trend: the days that its figure is of. `figure` null: the table of these days
 * does not have the word, or has no figure for it.
 */
export type TrendPoint = {
  fromMs: number;
  toMs: number;
  figure: { min: number; max: number } | null;
  /** True where the days before this point are not known: nothing joins it to the one before. */
  apart: boolean;
};

/** The series that a dated table belongs to; null where the length of its period is not known. */
export function seriesOf(basis: Basis, kind: string): TrendSeries | null {
  const span = spanInTime(basis.period, 0);
  return span === null ? null : { source: basis.source, kind, days: span.days };
}

/**
 * A word's figures over all tables of a series, oldest first. Of tables of the same days the one
 * imported last counts that has a figure for the word, for a day's words often come in several
 * tables. 近 7 天 of two imports on one day are the same days: the platform's figures change once
 * a day.
 */
export function trendOf(
  word: string,
  series: TrendSeries,
  tables: readonly { table: ImportTable; dated: DatedTable }[],
): TrendPoint[] {
  const key = wordKey(word);
  const byLastDay = new Map<number, { importedAtMs: number; point: TrendPoint }>();
  for (const { table, dated } of tables) {
    const { basis, importedAtMs } = dated;
    const span = spanInTime(basis.period, importedAtMs);
    if (span === null || span.days !== series.days || basis.source !== series.source) continue;
    const { fromMs, toMs } = span;
    // All of a series are equally long: those that end on one day are of the same days.
    const lastDay = new Date(toMs).setHours(0, 0, 0, 0);
    const row = table.rows[table.at.get(key) ?? -1];
    const one = row === undefined ? null : figuresOf({ ...table, rows: [row] }, basis, series.kind);
    const figure = one?.get(key)?.figure ?? null;
    const known = byLastDay.get(lastDay);
    const isFirst = known === undefined || (known.point.figure === null && figure !== null);
    if (!isFirst && (figure === null || known.importedAtMs >= importedAtMs)) continue;
    byLastDay.set(lastDay, { importedAtMs, point: { fromMs, toMs, figure, apart: false } });
  }
  const points = Array.from(byLastDay.values(), ({ point }) => point);
  points.sort((a, b) => a.toMs - b.toMs || a.fromMs - b.fromMs);
  const far = Math.max(APART_MS, series.days * DAY_MS);
  return points.map((point, index) => {
    const last = points[index - 1];
    return { ...point, apart: last === undefined || point.fromMs - last.toMs > far };
  });
}
