import type { Database } from '../database';
import { type BookPage, bookPages } from './book';
import { type HistoryFile } from './file-name';
import { tallyOfFiles } from './folder';
import { type Month, monthOf, monthRange } from './month';
import { NOTHING, sameTally } from './tally';

/** Name of the fact in `meta` that every month of this database has been compared with its files. */
const SETTLED = 'historySettled';

/** Whether every month has been settled since this database is there. */
export async function isSettled(database: Database): Promise<boolean> {
  return (await database.meta.get(SETTLED))?.value === true;
}

/** Notes that. */
export async function noteSettled(database: Database): Promise<void> {
  await database.meta.put({ name: SETTLED, value: true });
}

/**
 * The months in which the database's book and the names of the sealed files do not say the same, the
 * newest first. Reads no row and no file.
 */
export function differingMonths(pages: Map<Month, BookPage>, files: HistoryFile[]): Month[] {
  const byMonth = Map.groupBy(files, (file) => file.month);
  const months = new Set([...byMonth.keys(), ...pages.keys()]);
  return newestFirst(
    [...months].filter((month) => {
      const ours = pages.get(month)?.tally ?? NOTHING;
      return !sameTally(ours, tallyOfFiles(byMonth.get(month) ?? []));
    }),
  );
}

/**
 * Whether the sealed files of some month hold fewer rows than the database's book says: they are
 * written right after the rows, so the browser has forgotten some, or the worker was killed in between.
 */
export function isForgetful(pages: Map<Month, BookPage>, files: HistoryFile[]): boolean {
  const byMonth = Map.groupBy(files, (file) => file.month);
  return [...pages.values()].some(
    ({ month, tally }) => tallyOfFiles(byMonth.get(month) ?? []).rows < tally.rows,
  );
}

/** Every month of which the database or a file holds anything, the newest first. */
export async function allMonths(
  database: Pick<Database, 'chunks' | 'observations' | 'changes' | 'latest'>,
  files: HistoryFile[],
): Promise<Month[]> {
  const months = new Set(files.map((file) => file.month));
  for (const month of (await bookPages(database)).keys()) months.add(month);
  const { observations, changes, latest } = database;
  for (const [table, index] of [
    [observations, 'atMs'],
    [changes, 'atMs'],
    [latest, 'seenAtMs'],
  ] as const) {
    let fromMs = 0;
    for (;;) {
      const [at] = await table.where(index).between(fromMs, Infinity).limit(1).keys();
      if (typeof at !== 'number') break;
      const month = monthOf(at);
      months.add(month);
      if (month === 'later') break;
      fromMs = monthRange(month).toMs;
    }
  }
  return newestFirst([...months]);
}

function newestFirst(months: Month[]): Month[] {
  return months.sort((a, b) => (a < b ? 1 : -1));
}
