import { sameFacts } from '../../listing/same-facts';
import { addMarks, type Content, digestOfMark, isOut, type Marks } from './content';
import type { BookPage } from './book';
import { type HistoryRow, type Line, lineOf, rowOf, soundRow, type TalliedTable } from './line';
import { monthRange } from './month';
import { digestOf, NOTHING, sameTally, type Tally, tallied } from './tally';

/** A row as it lies in a table, with its primary key. */
export type LyingRow = { table: TalliedTable; key: unknown; row: unknown };

/** What is to be done with the rows of a month so that the database has all of them. */
export type Merge = {
  /** To be added, at free keys. */
  add: HistoryRow[];
  /** To be taken from the table into quarantine. */
  setAside: (LyingRow & { why: 'does-not-parse' | 'wrong-checksum' })[];
  /** Rows that were taken out elsewhere. */
  takeOut: LyingRow[];
  /** Lines of the files that are no rows we know. */
  unread: Line[];
  /** All rows of the month afterwards. */
  lines: Map<string, Line>;
  marks: Marks;
  tally: Tally;
};

type Rows = Extract<HistoryRow, { table: TalliedTable }>;

/**
 * Merges what the database and the sealed files have of a month. Every row of a sound file is true,
 * and so are those of the database where they tally to what its book says. Where they do not, a row
 * that does not parse, or that stands at the key of a sealed row with another content, is set aside.
 * Two true rows at one key both stand, the sealed one at the next free millisecond. A row is out
 * where the higher mark says so. Nothing else is ever dropped.
 */
export function mergeMonth(lying: LyingRow[], page: BookPage, sealed: Content): Merge {
  const ours = new Map<string, { row: LyingRow; line: Line | null }>();
  for (const [index, row] of lying.entries()) {
    const line = lineOfLying(row);
    ours.set(line === null ? `no row ${index}` : digestOf(line), { row, line });
  }
  const marks = new Map(page.marks);
  addMarks(marks, sealed.marks);
  const merge: Merge = {
    add: [],
    setAside: [],
    takeOut: [],
    unread: [],
    lines: new Map(),
    marks,
    tally: NOTHING,
  };
  const fits =
    ours.size === lying.length && sameTally(tallyOfRows(ours.keys(), page.marks), page.tally);
  const missing = [...sealed.lines].filter(
    ([digest]) => !ours.has(digest) && !isOut(marks, digest),
  );
  const rows = missing.flatMap(([, line]) => readLine(line, merge));
  const sealedKeys = new Set(rows.map(placeOf));
  const taken = new Map<string, Rows['row']>();
  for (const [digest, { row, line }] of ours) {
    const why = fits ? null : faultOf(row, digest, sealed, sealedKeys);
    if (line === null || why !== null)
      merge.setAside.push({ ...row, why: why ?? 'does-not-parse' });
    else if (isOut(marks, digest)) merge.takeOut.push(row);
    else {
      // Asked of only where rows are to be placed among them: a month may have tens of thousands.
      if (rows.length > 0) taken.set(placeOf(row as Rows), (row as Rows).row);
      merge.lines.set(digest, line);
    }
  }
  for (const row of rows) place(row, taken, merge, page.month);
  merge.tally = tallyOfRows(merge.lines.keys(), marks);
  return merge;
}

/** What rows tally to as they lie, with the marks of the book. A value that is no row spoils it. */
export function tallyOfLying(lying: LyingRow[], marks: Marks): Tally {
  return tallyOfRows(
    lying.map((row) => {
      const line = lineOfLying(row);
      return line === null ? '0'.repeat(16) : digestOf(line);
    }),
    marks,
  );
}

/** The line of whatever lies there; null where it is a thing that no JSON can hold. */
function lineOfLying({ table, row }: LyingRow): Line | null {
  try {
    return lineOf(table, row);
  } catch {
    return null;
  }
}

function readLine(line: Line, merge: Merge): Rows[] {
  const read = rowOf(line);
  if (read !== null && read.table !== 'latest') return [read];
  merge.unread.push(line);
  return [];
}

/** Why a row of the database can't be believed; null where it can. */
function faultOf(row: LyingRow, digest: string, sealed: Content, sealedKeys: Set<string>) {
  if (soundRow(row.table, row.row) === null) return 'does-not-parse';
  const other =
    sealedKeys.size > 0 && !sealed.lines.has(digest) && sealedKeys.has(placeOf(row as Rows));
  return other ? 'wrong-checksum' : null;
}

/** Adds a row at its key, or at the nearest free one of its month where other facts hold it. */
function place(row: Rows, taken: Map<string, Rows['row']>, merge: Merge, month: string): void {
  const step = row.row.atMs + taken.size + 1 < monthRange(month).toMs ? 1 : -1;
  let at = row;
  for (;;) {
    const there = taken.get(placeOf(at));
    if (there === undefined) break;
    if (sameFacts(there, row.row)) return;
    at = { ...at, row: { ...at.row, atMs: at.row.atMs + step } } as Rows;
  }
  taken.set(placeOf(at), at.row);
  merge.add.push(at);
  const line = lineOf(at.table, at.row);
  merge.lines.set(digestOf(line), line);
}

function placeOf({ table, row }: Pick<Rows, 'table' | 'row'>): string {
  const first = 'series' in row ? row.series : row.listingId;
  return JSON.stringify([table, first, row.atMs]);
}

function tallyOfRows(digests: Iterable<string>, marks: Marks): Tally {
  const rows = [...digests];
  const ofMarks = [...marks].map(([digest, mark]) => digestOfMark(digest, mark));
  return tallied(NOTHING, { plus: [...rows, ...ofMarks], rows: rows.length });
}
