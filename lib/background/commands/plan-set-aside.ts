import { parseRecord, recordKindOf } from '../../benchmark/record';
import { historyRowOf, type HistoryRow } from '../../db/history/line';
import type { HistoryRows } from '../../db/history-rows';
import type { Plan } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';
import { baseOf } from './base-of';
import { planRestoreKeywords } from './plan-set-aside-keywords';

/**
 * Puts a row back that was set aside. Nothing that is here now is overwritten unless the operator
 * has seen it: `over` is the revision of the record that they let go (of the keyword set for a part
 * of one); without it, or where that has been saved again, the answer is `conflict`. What is replaced
 * is set aside in its turn. The keywords of a benchmark come back whole or not at all. A row of the
 * history stands beside what is there; of two snapshots the newer one stands, and putting the older
 * one back is a `conflict` of the field `newer`.
 *
 * `invalid`: it still can't be read, or its other parts can't. The row stays set aside, so that
 * nothing is lost if the operator thinks better of it.
 */
export async function planRestoreAside(
  reader: Reader,
  id: string,
  over: number | null = null,
): Promise<Outcome<Plan>> {
  const aside = await reader.asideOf(id);
  if (aside === null) return failed('gone');
  const kind = recordKindOf(aside.key);
  if (kind === 'keyword-set' || kind === 'keyword-chunk') {
    return planRestoreKeywords(reader, aside, over);
  }
  if (kind !== null) {
    const row = aside.row as { value?: unknown } | null;
    const value = parseRecord(aside.key, row?.value);
    if (value === null) return failed('invalid');
    const write = { key: aside.key, value, ...(await baseOf(reader, aside.key, over)) };
    return done({ writes: [write], answerKey: aside.key, keepReplaced: true });
  }
  const found = historyRowOf(aside.key, aside.row);
  if (found === null) return failed('invalid');
  if (found.table === 'latest') {
    const known = await reader.latestOf(found.row.listingId);
    if (known !== null && known.seenAtMs > found.row.seenAtMs) return failed('conflict', 'newer');
  }
  return done({ writes: [], answerKey: null, history: [{ kind: 'add', rows: rowsOf(found) }] });
}

function rowsOf(found: HistoryRow): HistoryRows {
  const rows: HistoryRows = { latest: [], observations: [], changes: [] };
  if (found.table === 'latest') rows.latest.push(found.row);
  if (found.table === 'observations') rows.observations.push(found.row);
  if (found.table === 'changes') rows.changes.push(found.row);
  return rows;
}
