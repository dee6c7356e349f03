import type { Database } from '../database';
import type { ChunkRow } from '../rows';
import { digestOfMark, isOut, type Marks } from './content';
import { digestOfRow, type HistoryRow } from './line';
import { LATEST, monthOf, type Month } from './month';
import { NOTHING, type Tally, tallied } from './tally';

/*
 * The database's own account of its history: for each month what its rows tally to and which rows
 * were taken out. It is written in the transaction that changes the rows, so it says what the rows
 * should be, also when they no longer are.
 */

/** A month as the database accounts for it. */
export type BookPage = { month: Month; tally: Tally; marks: Marks };

/** What a transaction did to the history. */
export type HistoryDone = { added: HistoryRow[]; removed: HistoryRow[] };

/** The pages of all months that the database accounts for. */
export async function bookPages(database: Pick<Database, 'chunks'>): Promise<Map<Month, BookPage>> {
  const rows = await database.chunks.toArray();
  return new Map(rows.map((row) => [row.name, pageOf(row.name, row)]));
}

/** The page of a month; an empty one where there is none. */
export async function bookPage(database: Database, month: Month): Promise<BookPage> {
  return pageOf(month, await database.chunks.get(month));
}

/** Writes a page, within the caller's transaction. */
export async function putPage(database: Database, page: BookPage, nowMs: number): Promise<void> {
  const { month, tally, marks } = page;
  const row: ChunkRow = { name: month, checksum: tally.sum, rows: tally.rows, sealedAtMs: nowMs };
  await database.chunks.put(marks.size === 0 ? row : { ...row, marks: Object.fromEntries(marks) });
}

/**
 * Accounts for rows that were added and taken out, within the caller's transaction over `chunks`.
 * A row that comes back after it was taken out is marked as back.
 */
export async function enterInBook(database: Database, work: HistoryDone): Promise<void> {
  const months = new Map<Month, HistoryDone>();
  for (const kind of ['added', 'removed'] as const) {
    for (const row of work[kind]) {
      const month = row.table === 'latest' ? LATEST : monthOf(row.row.atMs);
      const own = months.get(month) ?? { added: [], removed: [] };
      own[kind].push(row);
      months.set(month, own);
    }
  }
  const names = [...months.keys()];
  const pages = await database.chunks.bulkGet(names);
  for (const [index, month] of names.entries()) {
    const page = pageOf(month, pages[index]);
    const turned = turnPage(page, months.get(month) ?? { added: [], removed: [] });
    if (turned !== page) await putPage(database, turned, 0);
  }
}

/** The page after rows of its month were taken out and added, the same where nothing changes. */
export function turnPage(page: BookPage, { added, removed }: HistoryDone): BookPage {
  const marks = new Map(page.marks);
  const plus: string[] = [];
  const minus: string[] = [];
  let rows = 0;
  const mark = (digest: string) => {
    const was = marks.get(digest) ?? 0;
    if (was > 0) minus.push(digestOfMark(digest, was));
    plus.push(digestOfMark(digest, was + 1));
    marks.set(digest, was + 1);
  };
  for (const row of removed) {
    const digest = digestOfRow(row);
    // Named twice, it is out only once.
    if (isOut(marks, digest)) continue;
    mark(digest);
    if (row.table === 'latest') continue;
    minus.push(digest);
    rows -= 1;
  }
  for (const row of added) {
    const digest = digestOfRow(row);
    if (isOut(marks, digest)) mark(digest);
    if (row.table === 'latest') continue;
    plus.push(digest);
    rows += 1;
  }
  if (plus.length + minus.length === 0) return page;
  return { month: page.month, tally: tallied(page.tally, { plus, minus, rows }), marks };
}

// A damaged page is none: then every row is looked at.
function pageOf(month: Month, row: Partial<ChunkRow> | undefined): BookPage {
  const isSound = Number.isSafeInteger(row?.rows) && /^[0-9a-f]{16}$/.test(row?.checksum ?? '');
  if (row === undefined || !isSound) return { month, tally: NOTHING, marks: new Map() };
  const marks = Object.entries(row.marks ?? {}).filter(([, mark]) => Number.isSafeInteger(mark));
  return {
    month,
    tally: { rows: row.rows ?? 0, sum: row.checksum ?? '' },
    marks: new Map(marks),
  };
}
