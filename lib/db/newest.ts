import type { ChangeSet } from '../listing/change';
import type { Observation } from '../listing/series';
import type { Database } from './database';
import { isSoundChangeSet, isSoundObservation } from './history/sound-rows';

/** Which series (null: none) of a listing, and where its newest price is looked for: `sinceMs <= atMs < beforeMs`. */
export type NewestAsked = {
  listingId: string;
  series: string | null;
  sinceMs: number;
  beforeMs: number;
};

export type Newest = {
  /** The newest row with a price; gated rows and rows without one are passed over. */
  priced: Observation | null;
  /** The newest row of changes and those told since the visit it was compared with, newest first. */
  changes: ChangeSet[];
};

/** The newest price and changes of many listings, in the order asked, read in one transaction. */
export function newestOf(database: Database, asked: readonly NewestAsked[]): Promise<Newest[]> {
  // By name: a page's database is opened without declared tables.
  const observations: Database['observations'] = database.table('observations');
  const changes: Database['changes'] = database.table('changes');

  async function pricedOf({ series, sinceMs, beforeMs }: NewestAsked): Promise<Observation | null> {
    if (series === null) return null;
    const newest = await observations
      .where('[series+atMs]')
      .between([series, sinceMs], [series, beforeMs])
      .filter((row) => isSoundObservation(row) && !row.gated && row.publicPrice !== null)
      .last();
    return newest ?? null;
  }

  async function changesOf({ listingId }: NewestAsked): Promise<ChangeSet[]> {
    const newest = await changes
      .where('[listingId+atMs]')
      .between([listingId, -Infinity], [listingId, Infinity])
      .filter(isSoundChangeSet)
      .last();
    if (newest === undefined) return [];
    // Rows of one visit, read several times, were all told after the visit they compare with.
    const beside = await changes
      .where('[listingId+atMs]')
      .between([listingId, newest.sinceMs], [listingId, newest.atMs])
      .toArray();
    return [newest, ...beside.filter(isSoundChangeSet).toReversed()];
  }

  return database.transaction('r', observations, changes, () =>
    Promise.all(
      asked.map(async (one) => {
        const [priced, found] = await Promise.all([pricedOf(one), changesOf(one)]);
        return { priced, changes: found };
      }),
    ),
  );
}
