import { chooseBenchmark } from '../../../lib/benchmark/fit';
import type { Reader } from '../../../lib/db/reader';
import { isMine } from '../../../lib/inspection/mine';
import { settingsFrom } from '../../../lib/settings';
import type { TitleChoice } from './bank-messages';

/** Of the listings seen, so many of the newest are looked through for mine. */
const NEWEST = 1000;

/** My listings that were seen, and everything on a watchlist; mine first, then what fits, newest first. */
export async function titleChoices(reader: Reader, benchmarkId: string): Promise<TitleChoice[]> {
  const [lists, newest, stored, benchmarks] = await Promise.all([
    reader.lists(),
    reader.newest(NEWEST),
    reader.settings(),
    reader.benchmarks(),
  ]);
  const { myShops } = settingsFrom(stored?.value);
  const watched = new Set(
    lists.flatMap(({ value }) => value.entries.map(({ listingId }) => listingId)),
  );
  const rows = new Map(
    newest
      .filter((row) => watched.has(row.listingId) || isMine(row.snapshot, myShops))
      .map((row) => [row.listingId, row]),
  );
  const others = [...watched].filter((id) => !rows.has(id));
  for (const row of await reader.latestMany(others)) if (row !== null) rows.set(row.listingId, row);
  const all = benchmarks.map(({ value }) => value);
  return Array.from(rows.values(), ({ listingId, seenAtMs, snapshot }): TitleChoice => {
    const choice = chooseBenchmark(snapshot, all);
    return {
      listingId,
      title: snapshot.title.value,
      shopName: snapshot.shopName.value,
      mine: isMine(snapshot, myShops),
      watched: watched.has(listingId),
      fits: choice.state === 'chosen' && choice.benchmark.id === benchmarkId,
      seenAtMs,
    };
  }).sort(
    (a, b) =>
      Number(b.mine) - Number(a.mine) || Number(b.fits) - Number(a.fits) || b.seenAtMs - a.seenAtMs,
  );
}
