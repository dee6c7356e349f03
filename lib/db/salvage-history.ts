import { backupTables } from './backup-tables';
import type { Database } from './database';
import { type BookPage, bookPages } from './history/book';
import {
  addContent,
  addMarks,
  type Content,
  emptyContent,
  isOut,
  type Marks,
} from './history/content';
import { type HistoryFile, historyFileOf } from './history/file-name';
import { readFiles } from './history/folder';
import { digestOfListing, type Line, lineOf, rowOf, soundRow } from './history/line';
import { mergeMonth } from './history/merge';
import { LATEST, type Month } from './history/month';
import { allMonths } from './history/months';
import { lyingRows } from './history/settle';
import { digestOf, NOTHING } from './history/tally';
import type { LatestRow } from './rows';
import type { ReadableFiles } from './sealed-files';

type Tables = Pick<Database, 'observations' | 'changes' | 'latest' | 'chunks'>;

/**
 * The history that can still be read: of each month what healing would come to if it could write,
 * from the database as far as it reads and from every sound sealed file. Nothing is written.
 */
export function salvageHistory(database: Database | null, files: ReadableFiles | null) {
  const tables = database === null ? null : named(database);

  async function* rowsOf(table: 'observations' | 'changes') {
    const { listed, pages } = await manifests(tables, files);
    const given = new Set<string>();
    let isWhole = true;
    for (const month of await monthsOf(tables, listed)) {
      const lying = await (tables === null ? [] : lyingRows(tables, month).catch(() => null));
      isWhole &&= lying !== null;
      const page = pages.get(month) ?? { month, tally: NOTHING, marks: new Map() };
      const merged = mergeMonth(lying ?? [], page, await sealedOf(files, listed, month));
      const rows = [...merged.lines]
        .map(([digest, line]) => ({ digest, read: rowOf(line) }))
        .filter(({ read }) => read?.table === table);
      for (const { digest } of rows) given.add(digest);
      yield rows.map(({ read }) => read?.row);
    }
    if (isWhole || database === null) return;
    // A month that does not read as one: whatever comes before the place that does not.
    for await (const batch of untilItFails(backupTables(database)[table]())) {
      yield batch.filter((row) => !given.has(digestOf(lineOf(table, row))));
    }
  }

  /** Of each listing the newest snapshot, from the files where the database has none as new. */
  async function* latest() {
    const { listed, pages } = await manifests(tables, files);
    const out: Marks = new Map(pages.get(LATEST)?.marks ?? []);
    const sealed = new Map<string, { seenAtMs: number; line: Line }>();
    for (const month of new Set(listed.map((file) => file.month))) {
      const content = await sealedOf(files, listed, month);
      if (month === LATEST) addMarks(out, content.marks);
      for (const [id, own] of content.latest) {
        if ((sealed.get(id)?.seenAtMs ?? -1) < own.seenAtMs) sealed.set(id, own);
      }
    }
    const batches = database === null ? none() : untilItFails(backupTables(database).latest());
    for await (const batch of batches) {
      const sound = (batch as LatestRow[]).filter((row) => soundRow('latest', row) !== null);
      const own = sound.filter(
        (row) => (sealed.get(row.listingId)?.seenAtMs ?? -1) <= row.seenAtMs,
      );
      for (const row of own) sealed.delete(row.listingId);
      yield own;
    }
    const left = [...sealed].filter(([id]) => !isOut(out, digestOfListing(id)));
    yield left.map(([, { line }]) => rowOf(line)?.row);
  }

  return {
    latest,
    observations: () => rowsOf('observations'),
    changes: () => rowsOf('changes'),
  };
}

/** The batches up to the first that can't be read. */
export async function* untilItFails(batches: AsyncIterable<unknown[]>) {
  try {
    yield* batches;
  } catch {
    // The rest of this table is not readable; what came before it is.
  }
}

async function* none(): AsyncGenerator<unknown[]> {}

/** What the names of the files and the database's book say, as far as they can be read. */
async function manifests(
  tables: Tables | null,
  files: ReadableFiles | null,
): Promise<{ listed: HistoryFile[]; pages: Map<Month, BookPage> }> {
  const names = await files?.names();
  const listed = names?.ok === true ? names.value.map(historyFileOf) : [];
  const pages = tables === null ? null : await bookPages(tables).catch(() => null);
  return { listed: listed.filter((file) => file !== null), pages: pages ?? new Map() };
}

/** The months of the files and of the database, the oldest first. */
async function monthsOf(tables: Tables | null, listed: HistoryFile[]): Promise<Month[]> {
  const known = tables === null ? null : await allMonths(tables, listed).catch(() => null);
  const months = known ?? [...new Set(listed.map((file) => file.month))].toSorted().toReversed();
  return months.toReversed();
}

async function sealedOf(
  files: ReadableFiles | null,
  listed: HistoryFile[],
  month: Month,
): Promise<Content> {
  const own = listed.filter((file) => file.month === month);
  const read = files === null || own.length === 0 ? null : await readFiles(files, own);
  if (read?.ok === true) return read.value.content;
  // One file that can't be read at all takes no other one with it.
  const content = emptyContent();
  for (const file of read === null ? [] : own) {
    const alone = files === null ? null : await readFiles(files, [file]);
    if (alone?.ok === true) addContent(content, alone.value.content);
  }
  return content;
}

// A page's database is opened without declared tables: its table properties come by name only.
function named(database: Database): Tables {
  return {
    observations: database.table('observations'),
    changes: database.table('changes'),
    latest: database.table('latest'),
    chunks: database.table('chunks'),
  };
}
