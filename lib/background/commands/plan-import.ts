import { importParts, type ImportHead, type ImportRow } from '../../benchmark/keyword-import';
import { unpackWords } from '../../benchmark/packed-rows';
import { recordKey } from '../../benchmark/record';
import type { Plan, RecordWrite } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';
import type { Command } from '../../messaging/commands';
import { planImport, planUndo } from '../../transfer/tables/plan-import';
import { keywordWrites } from './keyword-writes';
import { importKeys } from './plan-benchmark';

type ImportCommand = Extract<Command, { kind: 'import-keywords' }>;

/**
 * Imports the words of a table: keywords and the record of the import in one operation. Worked out
 * anew from what is stored; where that is not what the preview was made with, it is a conflict.
 */
export async function planImportKeywords(
  reader: Reader,
  command: ImportCommand,
  nowMs: number,
): Promise<Outcome<Plan>> {
  const { benchmarkId, importId } = command;
  if ((await reader.benchmark(benchmarkId)) === null) return failed('gone', 'benchmarkId');
  const stored = await reader.keywords(benchmarkId);
  if (stored?.damaged === true) return failed('broken', 'keywords');
  if ((stored?.revision ?? null) !== command.baseRevision) return failed('conflict');
  const words = unpackWords(command.packed);
  if (words === null) return failed('invalid', 'packed');
  const plan = planImport(stored?.value ?? [], words);
  if (!plan.ok) return failed('invalid', 'too-many');
  const now = await reader.keywordSet(benchmarkId);
  const parts = partWrites(importId, plan.rows);
  const head: ImportHead = {
    id: importId,
    benchmarkId,
    atMs: nowMs,
    fileName: command.fileName,
    source: command.source,
    period: command.period,
    added: plan.added,
    changed: plan.changed,
    same: plan.same,
    parts: parts.length,
  };
  return done({
    writes: [
      ...(await keywordWrites(benchmarkId, plan.keywords, now?.value ?? null)),
      { key: recordKey.import(importId), value: head, base: null },
      ...parts,
    ],
    answerKey: recordKey.keywordSet(benchmarkId),
  });
}

/**
 * Takes an import back, with its record. Only the newest of a benchmark: what came after it counted
 * on it. Taking back what is gone already is done.
 */
export async function planUndoImport(reader: Reader, importId: string): Promise<Outcome<Plan>> {
  const [row] = await reader.recordsAt([recordKey.import(importId)]);
  if (row === undefined || row.deleted === 1) return done({ writes: [], answerKey: null });
  const { benchmarkId } = row.value as ImportHead;
  const [newest] = await reader.imports(benchmarkId);
  if (newest?.value.id !== importId) return failed('conflict');
  const rows = await reader.importRows(newest.value);
  const stored = await reader.keywords(benchmarkId);
  if (rows === null || stored === null || stored.damaged) return failed('broken', 'keywords');
  const now = await reader.keywordSet(benchmarkId);
  const keywords = planUndo(stored.value, rows);
  return done({
    writes: [
      ...(await keywordWrites(benchmarkId, keywords, now?.value ?? null)),
      ...importKeys(newest.value).map((key) => ({ key, value: null })),
    ],
    answerKey: recordKey.keywordSet(benchmarkId),
  });
}

function partWrites(importId: string, rows: ImportRow[]): RecordWrite[] {
  return importParts(rows).map((part, index) => ({
    key: recordKey.importPart(importId, index),
    value: part,
  }));
}
