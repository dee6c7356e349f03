import {
  keywordsOfChunks,
  parseRecord,
  recordKey,
  recordKindOf,
  type KeywordSet,
} from '../../benchmark/record';
import type { Plan } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';
import type { QuarantineRow } from '../../db/rows';
import { canonicalJson, sha256Hex } from '../../listing/canonical-json';
import { baseOf } from './base-of';

/**
 * Puts keywords back of which a head or a part was set aside. A part that the set here is missing
 * repairs it. Else the whole set comes back that the row was of: its head, and every part that the
 * head names by its digest, from what was set aside and from what is here. `invalid` where a part of
 * it is nowhere; `conflict` where another set is here and `over` is not its revision.
 */
export async function planRestoreKeywords(
  reader: Reader,
  aside: QuarantineRow,
  over: number | null,
): Promise<Outcome<Plan>> {
  const benchmarkId = aside.key.split('/')[1] ?? '';
  const headKey = recordKey.keywordSet(benchmarkId);
  const here = await reader.keywordSet(benchmarkId);
  const own = (await reader.setAside()).filter((row) => row.key.split('/')[1] === benchmarkId);
  const chunks = await chunksOf(reader, benchmarkId, own);
  const isHead = recordKindOf(aside.key) === 'keyword-set';
  if (!isHead && here !== null) {
    const missing = await repairOf(here.value, aside, chunks);
    if (missing !== null) {
      return done({ writes: [missing], answerKey: headKey, keepReplaced: true });
    }
  }
  const head = isHead ? headIn(aside) : headOf(aside, own);
  const values = head?.chunks.map((digest) => chunks.get(digest)?.value);
  const isWhole = values?.every((value) => value !== undefined) === true;
  if (head === null || values === undefined || !isWhole) return failed('invalid');
  if (keywordsOfChunks({ count: head.count, chunks: values }).damaged) return failed('invalid');
  const extra = Math.max(0, (here?.value.chunks.length ?? 0) - values.length);
  return done({
    writes: [
      { key: headKey, value: head, ...(await baseOf(reader, headKey, over)) },
      ...values.map((value, at) => ({ key: recordKey.keywordChunk(benchmarkId, at), value })),
      ...Array.from({ length: extra }, (_, at) => ({
        key: recordKey.keywordChunk(benchmarkId, values.length + at),
        value: null,
      })),
    ],
    answerKey: headKey,
    keepReplaced: true,
  });
}

type Chunks = Map<string, { value: unknown; isHere: boolean }>;

/** Every part that reads, by its digest: those here and those set aside. */
async function chunksOf(
  reader: Reader,
  benchmarkId: string,
  aside: QuarantineRow[],
): Promise<Chunks> {
  const chunks: Chunks = new Map();
  for (const { key, row } of aside) {
    if (recordKindOf(key) !== 'keyword-chunk') continue;
    const value = parseRecord(key, (row as { value?: unknown } | null)?.value);
    if (value !== null) chunks.set(await digestOf(value), { value, isHere: false });
  }
  const stored = await reader.storedKeywords(benchmarkId);
  for (const value of stored?.chunks ?? []) {
    if (value !== null) chunks.set(await digestOf(value), { value, isHere: true });
  }
  return chunks;
}

function digestOf(value: unknown): Promise<string> {
  return sha256Hex(canonicalJson(value));
}

/** The write of a part that the set here names and has not; null where the row is no such part. */
async function repairOf(here: KeywordSet, aside: QuarantineRow, chunks: Chunks) {
  const value = parseRecord(aside.key, (aside.row as { value?: unknown } | null)?.value);
  if (value === null) return null;
  const digest = await digestOf(value);
  const at = here.chunks.indexOf(digest);
  if (at < 0 || chunks.get(digest)?.isHere === true) return null;
  return { key: recordKey.keywordChunk(here.benchmarkId, at), value };
}

/** The head that was set aside by the same operation as a part. */
function headOf(aside: QuarantineRow, own: QuarantineRow[]): KeywordSet | null {
  const of = aside.id.slice(0, aside.id.length - aside.key.length);
  const head = own.find(
    (row) => recordKindOf(row.key) === 'keyword-set' && row.id === of + row.key,
  );
  return head === undefined ? null : headIn(head);
}

function headIn({ key, row }: QuarantineRow): KeywordSet | null {
  return parseRecord(key, (row as { value?: unknown } | null)?.value) as KeywordSet | null;
}
