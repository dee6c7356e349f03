import type { Keyword } from '../../benchmark/keyword';
import { recordKey } from '../../benchmark/record';
import type { Plan } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';
import type { Command } from '../../messaging/commands';
import { keywordWrites } from './keyword-writes';

type MarkCommand = Extract<Command, { kind: 'mark-keywords' }>;

/**
 * Gives many keywords a class or makes them must-have in one operation. They are named by their
 * place in the keywords as they stood at `baseRevision`: at another one, nothing is done.
 */
export async function planMarkKeywords(
  reader: Reader,
  { benchmarkId, baseRevision, changes }: MarkCommand,
): Promise<Outcome<Plan>> {
  const now = await reader.keywordSet(benchmarkId);
  const stored = await reader.keywords(benchmarkId);
  if (now === null || stored === null) return failed('gone', 'benchmarkId');
  if (stored.damaged) return failed('broken', 'keywords');
  if (stored.revision !== baseRevision) return failed('conflict');
  const keywords: Keyword[] = [...stored.value];
  for (const { at, mark } of changes) {
    for (const place of at) {
      const keyword = keywords[place];
      if (keyword === undefined) return failed('invalid', 'at');
      keywords[place] = { ...keyword, ...mark };
    }
  }
  return done({
    writes: await keywordWrites(benchmarkId, keywords, now.value),
    answerKey: recordKey.keywordSet(benchmarkId),
  });
}
