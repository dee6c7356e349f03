import { chooseBenchmark } from '../benchmark/fit';
import type { Reader } from '../db/reader';
import { changeNews, listsOf } from '../inspection/change-news';
import { isMine } from '../inspection/mine';
import {
  weeklyReport,
  type ReportInput,
  type ReportPeriod,
  type WeeklyReport,
} from '../inspection/weekly-report';
import type { Settings } from '../settings';
import type { CompiledCache } from './compiled-cache';

/** The weekly report of these listings, from what is stored. */
export async function lookUpReport(
  reader: Reader,
  asked: { listingIds: string[]; period: ReportPeriod },
  settings: Settings,
  deps: { compiled: CompiledCache; nowMs: () => number },
): Promise<WeeklyReport> {
  const { listingIds, period } = asked;
  const [latest, notes, stored, lists] = await Promise.all([
    reader.latestMany(listingIds),
    reader.notes(listingIds),
    reader.benchmarks(),
    reader.lists(),
  ]);
  const benchmarks = stored.map((one) => one.value);
  const allLists = lists.map((one) => one.value);
  const inputs: ReportInput[] = await Promise.all(
    listingIds.map(async (listingId, index) => {
      const snapshot = latest[index]?.snapshot ?? null;
      const choice = snapshot === null ? null : chooseBenchmark(snapshot, benchmarks);
      const benchmark = choice?.state === 'chosen' ? choice.benchmark : null;
      const [compiled, observations, sets] = await Promise.all([
        benchmark === null ? null : deps.compiled.of(reader, benchmark.id),
        reader.observationsOf(listingId, period.before.fromMs),
        reader.changesOfSince(listingId, period.fromMs),
      ]);
      const mine = snapshot !== null && isMine(snapshot, settings.myShops);
      const listing = { snapshot, mine, benchmark, compiled, lists: listsOf(listingId, allLists) };
      return {
        listingId,
        snapshot,
        mine,
        benchmark: benchmark === null ? null : { id: benchmark.id, name: benchmark.name },
        note: notes.get(listingId)?.value ?? null,
        observations,
        news: changeNews(sets, listing, settings.changeRules),
      };
    }),
  );
  return weeklyReport(inputs, period, deps.nowMs());
}
