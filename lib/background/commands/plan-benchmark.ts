import type { Keyword } from '../../benchmark/keyword';
import type { Benchmark } from '../../benchmark/benchmark';
import type { ImportHead } from '../../benchmark/keyword-import';
import { recordKey } from '../../benchmark/record';
import type { Plan, RecordWrite } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';
import { keywordWrites } from './keyword-writes';

/** Saves a benchmark; `base` null makes a new one, or brings a deleted one back. */
export function planSaveBenchmark(benchmark: Benchmark, base: number | null): Outcome<Plan> {
  const key = recordKey.benchmark(benchmark.id);
  return done({ writes: [{ key, value: benchmark, base }], answerKey: key });
}

/** The keys of a benchmark and of all that is kept about it. */
export async function benchmarkKeys(reader: Reader, id: string): Promise<string[]> {
  const set = await reader.keywordSet(id);
  const chunks = set?.value.chunks ?? [];
  const verdicts = await reader.verdictsBy(id);
  const imports = (await reader.imports(id)).map((stored) => stored.value);
  return [
    recordKey.benchmark(id),
    ...(set === null ? [] : [recordKey.keywordSet(id)]),
    ...chunks.map((_, index) => recordKey.keywordChunk(id, index)),
    ...verdicts.map((verdict) => recordKey.verdict(verdict.value)),
    ...imports.flatMap((head) => importKeys(head)),
  ];
}

/** The keys of an import: its head and the parts of its rows. */
export function importKeys({ id, parts }: ImportHead): string[] {
  return [
    recordKey.import(id),
    ...Array.from({ length: parts }, (_, index) => recordKey.importPart(id, index)),
  ];
}

/** Saves the keywords of a benchmark that is there; only chunks that change are written. */
export async function planSaveKeywords(
  reader: Reader,
  benchmarkId: string,
  keywords: Keyword[],
  base: number | null,
): Promise<Outcome<Plan>> {
  const key = recordKey.keywordSet(benchmarkId);
  if ((await reader.benchmark(benchmarkId)) === null) return failed('gone', 'benchmarkId');
  const now = await reader.keywordSet(benchmarkId);
  const writes = await keywordWrites(benchmarkId, keywords, now?.value ?? null);
  return done({
    writes: writes.map((write) => (write.key === key ? { ...write, base } : write)),
    answerKey: key,
  });
}

/** Pins a listing to one benchmark and takes its pin from all others. */
export async function planPin(
  reader: Reader,
  listingId: string,
  benchmarkId: string,
): Promise<Outcome<Plan>> {
  const benchmarks = (await reader.benchmarks()).map((stored) => stored.value);
  if (!benchmarks.some((benchmark) => benchmark.id === benchmarkId)) {
    return failed('gone', 'benchmarkId');
  }
  const writes: RecordWrite[] = [];
  for (const benchmark of benchmarks) {
    const others = benchmark.pinnedListingIds.filter((pinned) => pinned !== listingId);
    const had = others.length < benchmark.pinnedListingIds.length;
    const wanted = benchmark.id === benchmarkId;
    if (had === wanted) continue;
    const pinnedListingIds = wanted ? [...others, listingId] : others;
    const key = recordKey.benchmark(benchmark.id);
    writes.push({ key, value: { ...benchmark, pinnedListingIds } });
  }
  return done({ writes, answerKey: recordKey.benchmark(benchmarkId) });
}
