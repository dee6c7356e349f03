import { settingsFrom } from '../../lib/settings';
import { foundDatabase } from '../../lib/db/database';
import { openDatabase } from '../../lib/db/opening';
import { createReader } from '../../lib/db/reader';

/** What the popup reads of the database itself. */
export type StoredFacts = {
  /** The benchmarks' names, for the title check on a page that has none of its own. */
  benchmarks: { id: string; name: string }[];
  /** Both stores were emptied from outside, and the operator has not said that they know. */
  cleared: boolean;
};

const NOTHING: StoredFacts = { benchmarks: [], cleared: false };

/**
 * Reads that, when the background is ready; nothing where the database can't be opened, which the
 * popup says anyway.
 */
export async function storedFacts(): Promise<StoredFacts> {
  try {
    const database = await foundDatabase();
    if (!(await openDatabase(database)).ok) return NOTHING;
    const reader = createReader(database);
    const stored = await reader.benchmarks();
    const loss = await reader.loss();
    const { lossSeenAtMs } = settingsFrom((await reader.settings())?.value);
    database.close();
    return {
      benchmarks: stored.map(({ value }) => ({ id: value.id, name: value.name })),
      cleared: loss !== null && loss.atMs > (lossSeenAtMs ?? 0),
    };
  } catch {
    return NOTHING;
  }
}
