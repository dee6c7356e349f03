import { parseRecord } from '../benchmark/record';
import { canonicalJson, sha256Hex } from '../listing/canonical-json';
import type { QuarantineRow, RecordRow } from './rows';

/** A row with its checksum. */
export async function sealRow(row: Omit<RecordRow, 'checksum'>): Promise<RecordRow> {
  return { ...row, checksum: await checksumOf(row) };
}

async function checksumOf(row: Omit<RecordRow, 'checksum'>): Promise<string> {
  const { key, revision, createdAtMs, updatedAtMs, deleted, value, operationId } = row;
  const sealed = [key, revision, createdAtMs, updatedAtMs, deleted, value, operationId];
  return (await sha256Hex(canonicalJson(sealed))).slice(0, 32);
}

/** What is wrong with a stored row of that key, null when it is sound. */
export async function faultOf(key: string, row: unknown): Promise<QuarantineRow['why'] | null> {
  if (!isRow(row) || row.key !== key) return 'does-not-parse';
  if (row.deleted === 0 && parseRecord(key, row.value) === null) return 'does-not-parse';
  return (await checksumOf(row)) === row.checksum ? null : 'wrong-checksum';
}

function isRow(row: unknown): row is RecordRow {
  if (typeof row !== 'object' || row === null) return false;
  const { key, revision, createdAtMs, updatedAtMs, deleted, operationId, checksum } =
    row as Partial<RecordRow>;
  return (
    typeof key === 'string' &&
    Number.isSafeInteger(revision) &&
    Number.isSafeInteger(createdAtMs) &&
    Number.isSafeInteger(updatedAtMs) &&
    (deleted === 0 || deleted === 1) &&
    typeof operationId === 'string' &&
    typeof checksum === 'string'
  );
}

/**
 * Which of two sound rows of one key stands: the higher revision; at the same one the later save,
 * then the greater checksum, so that both stores come to the same answer whoever asks.
 */
export function newerRow(a: RecordRow, b: RecordRow): RecordRow {
  if (a.revision !== b.revision) return a.revision > b.revision ? a : b;
  if (a.updatedAtMs !== b.updatedAtMs) return a.updatedAtMs > b.updatedAtMs ? a : b;
  return a.checksum >= b.checksum ? a : b;
}
