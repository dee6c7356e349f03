import { parseRecord } from '../../benchmark/record';
import type { Reader } from '../../db/reader';

/**
 * What the write of a key is based on: the revision that the operator has seen and lets go, null for
 * none. Nothing where what lies there can't be read, and so nobody can have seen it.
 */
export async function baseOf(
  reader: Reader,
  key: string,
  over: number | null,
): Promise<{ base?: number | null }> {
  const [now] = await reader.recordsAt([key]);
  const isRead = now?.deleted === 0 && parseRecord(key, now.value) !== null;
  return isRead ? { base: over } : {};
}
