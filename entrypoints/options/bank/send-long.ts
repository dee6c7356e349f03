import type { LongOut } from '../../../components/options/long-out';
import { cellsOf, textsOf, type OutCell } from '../../../components/options/table-out';
import { CSV_MARK, csvLines, tsv } from '../../../components/options/table-text';
import { WORKBOOK_TYPE } from '../../../lib/transfer/workbook/write-workbook';
import type { TableWorker } from '../table-worker';

/** Longest that rows are made in one go, in ms: the page draws and hears between two goes. */
const GO_MS = 8;
/** Rows between two looks at the clock, few enough for rows of many cells. */
const LOOK = 25;
/** Most rows of one go: handing them on takes its time too. */
const MOST = 1000;

/** A table as tab-separated lines, made without holding up the page. */
export async function longTsv(table: LongOut): Promise<string> {
  const parts: string[] = [];
  await inSlices(table, (rows) => parts.push(tsv(textsOf(rows))));
  return parts.join('\n');
}

/** A table as a CSV file, made without holding up the page. */
export async function longCsv(table: LongOut): Promise<Blob> {
  const parts = [CSV_MARK];
  await inSlices(table, (rows) => parts.push(csvLines(textsOf(rows))));
  return new Blob(parts, { type: 'text/csv' });
}

/** A table as a workbook, written by the worker; null where that broke down. */
export async function longWorkbook(
  table: LongOut,
  sheet: string,
  worker: TableWorker,
): Promise<Blob | null> {
  let isKept = true;
  await inSlices(table, async (rows) => {
    isKept &&= (await worker.ask({ ask: 'rows', rows: cellsOf(rows) })).is === 'kept';
  });
  if (!isKept) return null;
  const answer = await worker.ask({ ask: 'workbook', sheet });
  return answer.is === 'workbook' ? new Blob([answer.bytes], { type: WORKBOOK_TYPE }) : null;
}

async function inSlices(table: LongOut, take: (rows: OutCell[][]) => unknown): Promise<void> {
  for (let at = 0; at < table.length;) {
    const rows: OutCell[][] = [];
    const untilMs = performance.now() + GO_MS;
    const end = Math.min(table.length, at + MOST);
    while (at < end && (rows.length % LOOK !== 0 || performance.now() < untilMs)) {
      rows.push(table.row(at));
      at += 1;
    }
    // oxlint-disable-next-line no-await-in-loop -- one after the other, with the page's turn between
    await take(rows);
    // oxlint-disable-next-line no-await-in-loop -- one after the other, with the page's turn between
    await pageTurn();
  }
}

/** Lets the page draw, and hear what the operator does. */
function pageTurn(): Promise<void> {
  return new Promise((go) => setTimeout(go, 0));
}
