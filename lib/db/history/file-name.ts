import type { Month } from './month';
import type { Tally } from './tally';

/**
 * The sealed files of a month. A visit's rows go into a file of their own at once (`s`); many of
 * those become one (`m`), and many of these the month's (`b`). Each says in its name what it holds,
 * so that a list of the names is the manifest of the folder.
 */
export type Level = 's' | 'm' | 'b';

/** A file of history, as its name has it: `2026-11.s.17.3.0123456789abcdef`. */
export type HistoryFile = {
  name: string;
  month: Month;
  level: Level;
  number: number;
  tally: Tally;
};

const NAME = /^(\d{4}-\d{2}|later|latest)\.([smb])\.(\d{1,12})\.(\d{1,9})\.([0-9a-f]{16})$/;

/** The file of a name, null where the name is not one of history. */
export function historyFileOf(name: string): HistoryFile | null {
  const found = NAME.exec(name);
  if (found === null) return null;
  const [, month = '', level = 's', number, rows, sum = ''] = found;
  return {
    name,
    month,
    level: level as Level,
    number: Number(number),
    tally: { rows: Number(rows), sum },
  };
}

/** The file that will hold that; no two have the same number. */
export function newHistoryFile(
  month: Month,
  level: Level,
  number: number,
  tally: Tally,
): HistoryFile {
  const name = [month, level, number, tally.rows, tally.sum].join('.');
  return { name, month, level, number, tally };
}
