import { expect, it } from 'vitest';
import { anObservation, LISTING } from './examples';
import { DAY, HistoryPlace, START } from './history-place';

const { series } = anObservation(0, 0);

async function asked(place: HistoryPlace, sinceMs: number, beforeMs: number) {
  const [newest] = await place.read((reader) =>
    reader.newestOf([{ listingId: LISTING, series, sinceMs, beforeMs }]),
  );
  return newest!;
}

it('names the newest price before a time, passing over gated rows, and none before the window', async () => {
  const place = new HistoryPlace();
  await place.store.ready();
  await place.inDatabase(async (database) => {
    await database
      .table('observations')
      .bulkPut([
        anObservation(START, 9900),
        anObservation(START + DAY, 12900),
        { ...anObservation(START + 2 * DAY, 100), gated: true },
        { ...anObservation(START + 3 * DAY, 100), publicPrice: null },
        { ...anObservation(START + 3 * DAY + 1, 100), steps: 'none' },
        anObservation(START + 4 * DAY, 8800),
      ]);
  });
  const priceOf = async (sinceMs: number, beforeMs: number) =>
    (await asked(place, sinceMs, beforeMs)).priced?.publicPrice?.minFen;
  expect(await priceOf(START, START + 4 * DAY)).toBe(12900);
  expect(await priceOf(START, START + DAY)).toBe(9900);
  expect(await priceOf(START, START + 5 * DAY)).toBe(8800);
  expect(await priceOf(START + 2 * DAY, START + 4 * DAY)).toBeUndefined();
});

it('gives the newest changes with all rows of the same visit, however many, and no older visit', async () => {
  const place = new HistoryPlace();
  await place.store.ready();
  const row = (atMs: number, sinceMs: number) => ({
    listingId: LISTING,
    atMs,
    sinceMs,
    changes: [{ kind: 'title', added: [`${atMs}`], removed: [] }],
  });
  const reads = Array.from({ length: 12 }, (_, n) => row(START + 2 * DAY + n, START + DAY));
  await place.inDatabase(async (database) => {
    await database.table('changes').bulkPut([row(START + DAY - 1, START), ...reads]);
  });
  const { changes } = await asked(place, START, START + 9 * DAY);
  expect(changes.map(({ atMs }) => atMs)).toEqual(reads.map(({ atMs }) => atMs).toReversed());
});
