import { existingDatabase } from '../../lib/db/database';
import { openDatabase } from '../../lib/db/opening';
import { createReader } from '../../lib/db/reader';

/**
 * The benchmarks' names, for the title check on a page that has none of its own. To be called when
 * the background is ready; empty where the database can't be opened, which the popup says anyway.
 */
export async function benchmarkNames(): Promise<{ id: string; name: string }[]> {
  try {
    const database = existingDatabase();
    if (!(await openDatabase(database)).ok) return [];
    const stored = await createReader(database).benchmarks();
    database.close();
    return stored.map(({ value }) => ({ id: value.id, name: value.name }));
  } catch {
    return [];
  }
}
