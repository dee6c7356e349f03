import { expect, test, vi } from 'vitest';
import { longOut } from '../../../components/options/long-out';
import { tableOut } from '../../../components/options/table-out';
import { longCsv, longTsv, longWorkbook } from '../../../entrypoints/options/bank/send-long';
import type { TableWorker } from '../../../entrypoints/options/table-worker';
import { readGrids } from '../../../lib/transfer/tables/read-grids';
import {
  WorkbookSession,
  type WorkbookRequest,
} from '../../../lib/transfer/workbook/workbook-session';

const words = (count: number) =>
  longOut(['关键词', '搜索人气'], count, (at) => [
    `防晒衣${at}`,
    at % 3 === 0 ? `${at} ~ ${at * 2}` : { text: `${at}`, figure: at },
  ]);
const whole = (count: number) => {
  const table = words(count);
  return Array.from({ length: table.length }, (_, at) => table.row(at));
};

/** The worker's session without the worker; `slices` are the rows of each message. */
function session(broken = false) {
  const own = new WorkbookSession();
  const slices: number[] = [];
  const ask = async (request: WorkbookRequest) => {
    if (request.ask === 'rows') slices.push(request.rows.length);
    return broken
      ? { is: 'fault', fault: { code: 'too-slow' } }
      : own.answer(structuredClone(request));
  };
  return { slices, worker: { ask } as unknown as TableWorker };
}

test('a long table leaves whole, in order, as what it would be in one piece', async () => {
  const csv = tableOut(whole(20_000), 'csv');
  expect(csv.form === 'csv' && csv.text === `\ufeff${await (await longCsv(words(20_000))).text()}`)
    // A blob's text is without its mark.
    .toBe(true);
  const tsv = tableOut(whole(20_000), 'tsv');
  expect(tsv.form === 'tsv' && tsv.text === (await longTsv(words(20_000)))).toBe(true);

  const { slices, worker } = session();
  const file = await longWorkbook(words(20_000), '关键词库', worker);
  const read = await readGrids(new Uint8Array(await file!.arrayBuffer()));
  if (!read.ok) throw new Error(read.fault.code);
  expect(slices.length).toBeGreaterThan(1);
  expect(read.grids[0]?.name).toBe('关键词库');
  expect(read.grids[0]?.rows).toHaveLength(20_001);
  const texts = (at: number) => read.grids[0]?.rows[at]?.cells;
  expect([texts(0), texts(4), texts(20_000)]).toEqual([
    ['关键词', '搜索人气'],
    ['防晒衣3', '3 ~ 6'],
    ['防晒衣19999', 19_999],
  ]);
});

test('rows are made for some milliseconds at a time, and the page has its turn between', async () => {
  let clockMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clockMs);
  const made = longOut(['词'], 1000, (at) => {
    clockMs += 1;
    return [`${at}`];
  });
  let turns = 0;
  const turn = setInterval(() => (turns += 1), 0);
  const { slices, worker } = session();
  await longWorkbook(made, '词', worker);
  clearInterval(turn);
  expect(Math.max(...slices)).toBeLessThanOrEqual(26);
  expect(turns).toBeGreaterThan(5);
});

test('a worker that breaks down leaves no file', async () => {
  expect(await longWorkbook(words(10), '词', session(true).worker)).toBeNull();
});
