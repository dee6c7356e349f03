import { keywordWrites } from '../../../lib/background/commands/keyword-writes.ts';
import { recordKey } from '../../../lib/benchmark/record.ts';
import { CHUNK_KEYWORDS } from '../../../lib/benchmark/record.ts';
import { aBenchmark, aKeyword } from '../../unit/db/examples.ts';
import { contentOf } from './both-stores.ts';

/** One action of the operator: its command, and what each record it touches says afterwards. */
export type Action = { kind: string; command: object; after: Map<string, string> };

/** The two benchmarks that the actions of a lane work on; to be saved first. */
export function firstBenchmarks(lane = 'a') {
  return [aBenchmark(`${lane}-first`), aBenchmark(`${lane}-second`)];
}

/**
 * The actions of a campaign in turn: of one record, of two, and of three with 2,010 words. Lanes
 * have records of their own, so that what each is to say is known although they write at once.
 */
export async function actionAt(
  n: number,
  revisionOf: (key: string) => number | null,
  lane = 'a',
): Promise<Action> {
  const listing = (of: number) => `taobao:9${lane.charCodeAt(0)}${String(1_000_000 + of)}`;
  switch (n % 4) {
    case 0:
    case 1: {
      const listingId = listing(n % 8);
      const note = { listingId, text: `第 ${n} 次：到手价看到手`, tags: [`批次${n}`] };
      return {
        kind: 'note',
        command: { kind: 'save-note', ...note },
        after: new Map([[recordKey.note(listingId), contentOf({ ...note, updatedAtMs: 0 })]]),
      };
    }
    case 2: {
      const keywords = Array.from({ length: CHUNK_KEYWORDS + 10 }, (_, index) =>
        aKeyword(`词${n}号${index}`),
      );
      const key = recordKey.keywordSet(`${lane}-first`);
      const writes = await keywordWrites(`${lane}-first`, keywords, null);
      return {
        kind: 'keywords',
        command: {
          kind: 'save-keywords',
          benchmarkId: `${lane}-first`,
          keywords,
          baseRevision: revisionOf(key),
        },
        after: new Map(writes.map((write) => [write.key, contentOf(write.value)])),
      };
    }
    default: {
      // The pin goes from one benchmark to the other: two records that belong together.
      let [on, off] = [`${lane}-first`, `${lane}-second`];
      if (n % 8 !== 3) [on, off] = [off, on];
      const listingId = listing(99);
      return {
        kind: 'pin',
        command: { kind: 'pin-benchmark', listingId, benchmarkId: on },
        after: new Map([
          [recordKey.benchmark(on), contentOf(aBenchmark(on, { pinnedListingIds: [listingId] }))],
          [recordKey.benchmark(off), contentOf(aBenchmark(off))],
        ]),
      };
    }
  }
}
