import type { Database } from '../database';
import { bookPage } from './book';
import { isOut, type Marks, tallyOf } from './content';
import { type HistoryFolder, tallyOfFiles } from './folder';
import { digestOfListing } from './line';
import { type LyingRow, tallyOfLying } from './merge';
import { LATEST, type Month } from './month';
import { lyingRows } from './settle';
import { sameTally, sumOf, type Tally } from './tally';

/**
 * Reads all rows and all files of a month: true when each holds what its manifest says, and both
 * the same. A row that is what it was when it was written needs no other check.
 */
export async function isMonthWhole(
  database: Database,
  folder: HistoryFolder,
  month: Month,
): Promise<boolean> {
  const listed = await folder.listOf(month);
  const read = listed.ok ? await folder.read(listed.value) : listed;
  if (!listed.ok || !read.ok || read.value.damaged.length > 0) return false;
  const { observations, changes, chunks } = database;
  const { page, lying } = await database.transaction(
    'r',
    [observations, changes, chunks],
    async () => ({
      page: await bookPage(database, month),
      lying: await lyingRows(database, month),
    }),
  );
  const tallies = [
    await tallyInSlices(lying, page.marks),
    tallyOf(read.value.content),
    tallyOfFiles(listed.value),
  ];
  if (!tallies.every((tally) => sameTally(tally, page.tally))) return false;
  const sealed = [...read.value.content.latest];
  const known = await database.latest.bulkGet(sealed.map(([listingId]) => listingId));
  const { marks } = await bookPage(database, LATEST);
  return sealed.every(([listingId, { seenAtMs }], index) => {
    const row = known[index];
    if (row !== undefined && row.seenAtMs >= seenAtMs) return true;
    return isOut(marks, digestOfListing(listingId));
  });
}

/** Rows tallied in one go: some 5 ms. */
const SLICE = 300;

/** The tally of many rows, with turns for others in between. */
async function tallyInSlices(lying: LyingRow[], marks: Marks): Promise<Tally> {
  let tally = tallyOfLying([], marks);
  for (let from = 0; from < lying.length; from += SLICE) {
    tally = sumOf(tally, tallyOfLying(lying.slice(from, from + SLICE), new Map()));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return tally;
}
