import { keywordWrites } from '../../../lib/background/commands/keyword-writes.ts';
import { recordKey } from '../../../lib/benchmark/record.ts';
import { CHUNK_KEYWORDS } from '../../../lib/benchmark/record.ts';
import { aBenchmark, aKeyword } from '../../unit/db/examples.ts';
import { contentOf } from './both-stores.ts';

/** One action of the operator: its command, and what each record it touches says afterwards. */
export type Action = { kind: string; command: object; after: Map<string, string> };

/** The two benchmarks that the actions work on; to be saved first. */
export const FIRST_BENCHMARKS = [aBenchmark('first'), aBenchmark('second')];

const listing = (n: number) => `taobao:9000000${String(100_000 + n)}`;

/** The actions of a campaign in turn: one record, two records, and three of 4 MB together. */
export async function actionAt(
  n: number,
  revisionOf: (key: string) => number | null,
): Promise<Action> {
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
      const key = recordKey.keywordSet('first');
      const writes = await keywordWrites('first', keywords, null);
      return {
        kind: 'keywords',
        command: {
          kind: 'save-keywords',
          benchmarkId: 'first',
          keywords,
          baseRevision: revisionOf(key),
        },
        after: new Map(writes.map((write) => [write.key, contentOf(write.value)])),
      };
    }
    default: {
      // The pin goes from one benchmark to the other: two records that belong together.
      const [on, off] = n % 8 === 3 ? ['first', 'second'] : ['second', 'first'];
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
