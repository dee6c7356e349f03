import type { Store } from '../db/store';
import { type Facet, shownBehind } from '../listing/facets';
import type { ReadResult } from '../listing/read-result';
import type { ListingSnapshot } from '../listing/snapshot';

/** What was known of an item before this reading. */
export type Earlier = {
  snapshot: ListingSnapshot | null;
  /** Of what the snapshot lacks, what was shown last; absent where that is nothing. */
  shownBefore?: Facet[] | undefined;
  wasGone: boolean;
};

/** What was known of the item that was read. */
export async function earlierOf(result: ReadResult, store: Store): Promise<Earlier> {
  const nothing = { snapshot: null, wasGone: false };
  if (result.state !== 'ok') return nothing;
  const { listingId } = result.snapshot;
  const earlier = await store.read(async (reader) => {
    const [latest, [last]] = await Promise.all([
      reader.latestOf(listingId),
      reader.changesOf(listingId, 1),
    ]);
    const isGone = last?.changes.some(({ kind }) => kind === 'off-shelf') === true;
    return {
      snapshot: latest?.snapshot ?? null,
      ...(latest === null ? {} : shownBehind(latest, latest.snapshot)),
      wasGone: isGone && latest !== null && last.atMs >= latest.seenAtMs,
    };
  });
  return earlier.ok ? earlier.value : nothing;
}
