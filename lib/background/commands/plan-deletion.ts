import { recordKey, recordKindOf } from '../../benchmark/record';
import type { Plan, RecordWrite } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';
import type { Store } from '../../db/store';
import { benchmarkKeys } from './plan-benchmark';

/*
 * What is deleted waits among the staged parts for a day, which the next verification clears: an
 * undo needs verdicts and imports too, and those are more than a page can send back.
 */
const staged = (deletionId: string) => `deleted-${deletionId}`;

/**
 * Deletes a benchmark with its keywords, imports and verdicts, in one operation. Deleting what is
 * gone already is done.
 */
export async function planDeleteBenchmark(
  store: Store,
  reader: Reader,
  { benchmarkId, deletionId }: { benchmarkId: string; deletionId?: string | undefined },
  nowMs: number,
): Promise<Outcome<Plan>> {
  const keys = await benchmarkKeys(reader, benchmarkId);
  const rows = (await reader.recordsAt(keys)).filter((row) => row?.deleted === 0);
  if (deletionId !== undefined) {
    for (const [index, row] of rows.entries()) {
      const text = JSON.stringify({ key: row?.key, value: row?.value });
      const part = { restoreId: staged(deletionId), index, atMs: nowMs, text };
      const kept = await store.stagePart(part);
      if (!kept.ok) return kept;
    }
  }
  return done({
    writes: keys.map((key) => ({ key, value: null })),
    answerKey: recordKey.benchmark(benchmarkId),
  });
}

/**
 * Brings a deleted benchmark back with all that was deleted with it; `gone` where it is too late.
 * Where one of its records was made anew since, it is a conflict.
 */
export async function planPutBack(store: Store, deletionId: string): Promise<Outcome<Plan>> {
  const writes: RecordWrite[] = [];
  for (let index = 0; ; index += 1) {
    const part = await store.stagedPart(staged(deletionId), index);
    if (!part.ok) return part;
    if (part.value === null) break;
    // Written here by us, from records that parsed; each is parsed again when it is written.
    const { key, value } = JSON.parse(part.value) as { key: string; value: unknown };
    writes.push({ key, value, base: null });
  }
  const benchmark = writes.find((write) => recordKindOf(write.key) === 'benchmark');
  if (benchmark === undefined) return failed('gone', 'deletionId');
  return done({ writes, answerKey: benchmark.key });
}
