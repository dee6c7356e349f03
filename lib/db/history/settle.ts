import type { Database } from '../database';
import { checkWriter } from '../operator-write';
import type { LatestRow, QuarantineRow } from '../rows';
import { bookPage, putPage } from './book';
import { addLine, type Content, emptyContent, isOut, type Marks } from './content';
import {
  digestOfListing,
  digestOfRow,
  type HistoryRow,
  type Line,
  lineOf,
  rowOf,
  soundRow,
} from './line';
import { type LyingRow, mergeMonth } from './merge';
import { LATEST, type Month, monthRange } from './month';
import { digestOf } from './tally';

/** What settling a month did, and all that the month now has. */
export type SettledMonth = { given: number; quarantined: number; unread: number; content: Content };

/**
 * Gives the database what the sealed files have of a month and it has not, sets aside what can't be
 * believed, takes out what was taken out elsewhere, and rewrites the page of its book: one
 * transaction. Answers with what the month's one file is to hold afterwards.
 */
export function settleMonth(
  database: Database,
  month: Month,
  sealed: Content,
  nowMs: number,
): Promise<SettledMonth> {
  const { observations, changes, latest, chunks, quarantine, meta } = database;
  const tables = [observations, changes, latest, chunks, quarantine, meta];
  return database.transaction('rw', tables, async () => {
    await checkWriter(database);
    const page = await bookPage(database, month);
    const merge = mergeMonth(await lyingRows(database, month), page, sealed);
    const snapshots =
      month === LATEST
        ? await takenOut(database, merge.marks)
        : await settleLatest(database, month, sealed);
    const asides = [
      ...merge.setAside.map(({ table, key, row, why }) => asideOf(table, key, row, why, nowMs)),
      ...merge.unread.map((line) => unreadOf(line, nowMs)),
      ...snapshots.setAside.map((row) =>
        asideOf('latest', row.listingId, row, 'does-not-parse', nowMs),
      ),
    ];
    await quarantine.bulkPut(asides);
    for (const { table, key } of [...merge.setAside, ...merge.takeOut]) {
      await database.table(table).delete(key as string);
    }
    for (const name of ['observations', 'changes'] as const) {
      const rows = merge.add.filter(({ table }) => table === name).map(({ row }) => row);
      // A key that is taken after all fails the transaction whole.
      await database.table(name).bulkAdd(rows);
    }
    await latest.bulkPut(snapshots.given);
    await latest.bulkDelete(snapshots.takeOut);
    await putPage(database, { month, tally: merge.tally, marks: merge.marks }, nowMs);
    return {
      given: merge.add.length + snapshots.given.length,
      quarantined: asides.length,
      unread: merge.unread.length,
      content: { lines: merge.lines, marks: merge.marks, latest: snapshots.content.latest },
    };
  });
}

/** The rows of a month as they lie in their tables, unchecked. */
export async function lyingRows(
  database: Pick<Database, 'observations' | 'changes'>,
  month: Month,
): Promise<LyingRow[]> {
  const { fromMs, toMs } = monthRange(month);
  const { observations, changes } = database;
  const seen = await observations.where('atMs').between(fromMs, toMs).toArray();
  const sets = await changes.where('atMs').between(fromMs, toMs).toArray();
  return [
    ...seen.map((row) => ({ table: 'observations' as const, key: [row.series, row.atMs], row })),
    ...sets.map((row) => ({ table: 'changes' as const, key: [row.listingId, row.atMs], row })),
  ];
}

/** What settling does to newest snapshots. */
type Snapshots = {
  content: Content;
  given: LatestRow[];
  setAside: LatestRow[];
  takeOut: string[];
};

/** The listings whose newest snapshot is here and was taken out. */
async function takenOut(database: Database, marks: Marks): Promise<Snapshots> {
  const ids = marks.size === 0 ? [] : await database.latest.toCollection().primaryKeys();
  const takeOut = ids.filter((id) => isOut(marks, digestOfListing(id)));
  return { content: emptyContent(), given: [], setAside: [], takeOut };
}

/** The newest snapshots of a month: those of the files that the database has not are given to it. */
async function settleLatest(database: Database, month: Month, sealed: Content): Promise<Snapshots> {
  const { fromMs, toMs } = monthRange(month);
  const { marks } = await bookPage(database, LATEST);
  const content = emptyContent();
  const given: LatestRow[] = [];
  const setAside: LatestRow[] = [];
  const takeOut: string[] = [];
  for (const { line } of sealed.latest.values()) {
    const read = rowOf(line);
    if (read?.table !== 'latest' || isOut(marks, digestOfRow(read))) continue;
    const known = await database.latest.get(read.row.listingId);
    const isSound = known !== undefined && soundRow('latest', known) !== null;
    if (known !== undefined && !isSound) setAside.push(known);
    if (!isSound || known.seenAtMs < read.row.seenAtMs) given.push(read.row);
    addLine(content, line);
  }
  const ours = await database.latest.where('seenAtMs').between(fromMs, toMs).toArray();
  for (const row of ours) {
    if (soundRow('latest', row) === null) continue;
    if (isOut(marks, digestOfRow({ table: 'latest', row }))) takeOut.push(row.listingId);
    else addLine(content, lineOf('latest', row));
  }
  return { content, given, setAside, takeOut };
}

/** A row of a history table as it is set aside: once for what it is, however often it is met. */
export function asideOf(
  table: HistoryRow['table'],
  key: unknown,
  row: unknown,
  why: 'does-not-parse' | 'wrong-checksum',
  nowMs: number,
): QuarantineRow {
  const name = `${table}/${JSON.stringify(key)}`;
  const id = `database:${name}:${digestOf(textOfAny(row))}`;
  return { id, key: name, from: 'database', why, atMs: nowMs, row };
}

// A damaged row may hold what no JSON can.
function textOfAny(row: unknown): string {
  try {
    return JSON.stringify(row) ?? '';
  } catch {
    return '';
  }
}

function unreadOf(line: Line, nowMs: number): QuarantineRow {
  const key = `line/${digestOf(line)}`;
  return {
    id: `sealed-file:${key}`,
    key,
    from: 'sealed-file',
    why: 'does-not-parse',
    atMs: nowMs,
    row: line,
  };
}
