import { recordKey, recordKindOf, type DemoContents } from '../../benchmark/record';
import type { Reader } from '../../db/reader';
import { benchmarkKeys } from './plan-benchmark';

/**
 * The keys of the demo's records that nobody has changed since it was loaded. A benchmark with its
 * keywords and verdicts is one unit: one edit, or one verdict of the operator's own, keeps it all.
 */
export async function demoUnits(
  reader: Reader,
  loaded: DemoContents['records'],
): Promise<string[]> {
  const rows = await reader.recordsAt(loaded.map((record) => record.key));
  const untouched = new Set(
    loaded
      .filter(({ revision }, index) => {
        const row = rows[index];
        return row?.deleted === 0 && row.revision === revision;
      })
      .map((record) => record.key),
  );
  for (const { key } of loaded) {
    if (recordKindOf(key) !== 'benchmark') continue;
    const unit = await benchmarkKeys(reader, key.slice(recordKey.benchmark('').length));
    if (unit.some((member) => !untouched.has(member))) {
      for (const member of unit) untouched.delete(member);
    }
  }
  return [...untouched];
}
