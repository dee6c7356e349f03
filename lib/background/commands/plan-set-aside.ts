import { parseRecord, recordKindOf } from '../../benchmark/record';
import { historyRowOf } from '../../db/history/line';
import type { HistoryRows } from '../../db/history-rows';
import type { Plan } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';

/**
 * Puts a row back that was set aside: a record takes the place of the one here, a row of the history
 * stands beside what is there. `invalid`: it still can't be read. The row stays set aside, so that
 * nothing is lost if the operator thinks better of it.
 */
export async function planRestoreAside(reader: Reader, id: string): Promise<Outcome<Plan>> {
  const aside = await reader.asideOf(id);
  if (aside === null) return failed('gone');
  if (recordKindOf(aside.key) !== null) {
    const row = aside.row as { value?: unknown } | null;
    const value = parseRecord(aside.key, row?.value);
    if (value === null) return failed('invalid');
    return done({ writes: [{ key: aside.key, value }], answerKey: aside.key });
  }
  const found = historyRowOf(aside.key, aside.row);
  if (found === null) return failed('invalid');
  const rows: HistoryRows = { latest: [], observations: [], changes: [] };
  if (found.table === 'latest') rows.latest.push(found.row);
  if (found.table === 'observations') rows.observations.push(found.row);
  if (found.table === 'changes') rows.changes.push(found.row);
  return done({ writes: [], answerKey: null, history: [{ kind: 'add', rows }] });
}
