import type { Database } from '../database';
import type { QuarantineRow } from '../rows';
import { soundRow } from './line';
import { asideOf } from './settle';

/** Snapshots looked at in one go. */
const BATCH = 100;

/**
 * Sets aside rows of history that no month can account for (their time is no time), and newest
 * snapshots that do not parse. Answers with how many.
 */
export async function setStraysAside(database: Database, nowMs: number): Promise<number> {
  const { observations, changes, latest, quarantine } = database;
  let count = 0;
  for (const table of [observations, changes] as const) {
    count += await database.transaction('rw', [table, quarantine], async () => {
      const at = table.where('atMs');
      const below = await at.below(0).primaryKeys();
      const beyond = await table.where('atMs').aboveOrEqual(Infinity).primaryKeys();
      const asides: QuarantineRow[] = [];
      for (const key of [...below, ...beyond]) {
        const row = await table.get(key);
        asides.push(asideOf(table.name as 'changes', key, row, 'does-not-parse', nowMs));
      }
      await quarantine.bulkPut(asides);
      await table.bulkDelete([...below, ...beyond]);
      return asides.length;
    });
  }
  const ids = await latest.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += BATCH) {
    const some = ids.slice(from, from + BATCH);
    count += await database.transaction('rw', [latest, quarantine], async () => {
      const rows = await latest.bulkGet(some);
      const bad = some.filter((_, index) => soundRow('latest', rows[index]) === null);
      await quarantine.bulkPut(
        bad.map((id) => asideOf('latest', id, rows[some.indexOf(id)], 'does-not-parse', nowMs)),
      );
      await latest.bulkDelete(bad);
      return bad.length;
    });
  }
  return count;
}
