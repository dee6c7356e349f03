import type { BankMark } from '../../../components/options/bank-bulk';
import type { BankRows } from '../../../components/options/bank-rows';
import { wordsText } from '../../../components/options/bank-text';
import { useWords } from '../../../components/ui/words';
import type { KeywordClass } from '../../../lib/benchmark/keyword';
import type { Command } from '../../../lib/messaging/commands';
import { run } from '../command';
import type { PageContext } from '../page-context';

type Changes = Extract<Command, { kind: 'mark-keywords' }>['changes'];

/**
 * Marks many words in one command, and offers to take it back with one. `onMarked` is told the new
 * revision of the keywords.
 */
export function useMarks(benchmarkId: string, context: PageContext) {
  const words = useWords();
  const { bank: text } = words.options;
  const send = async (changes: Changes, baseRevision: number) => {
    const answer = await run({ kind: 'mark-keywords', benchmarkId, changes, baseRevision });
    if (answer.ok) return answer.value.revision ?? baseRevision;
    const { code } = answer.failure;
    context.toast({
      text: code === 'conflict' ? text.conflict : words.common.failures[code].what,
    });
    return null;
  };
  return async (
    rows: BankRows,
    places: readonly number[],
    mark: BankMark,
    revision: number,
    onMarked: (revision: number) => void,
  ): Promise<void> => {
    const changed = places.filter((at) => !isAlready(rows, at, mark));
    const before = marksBefore(rows, changed, mark);
    const done = changed.length === 0 ? revision : await send([{ at: changed, mark }], revision);
    if (done === null) return;
    onMarked(done);
    const undo = async () => {
      const back = await send(before, done);
      if (back === null) return;
      onMarked(back);
      context.toast({ text: text.unmarked });
    };
    const said = text.marked(wordsText(changed.length, words));
    context.toast(changed.length === 0 ? { text: said } : { text: said, undo: () => void undo() });
  };
}

function isAlready(rows: BankRows, at: number, mark: BankMark): boolean {
  return 'class' in mark ? rows.classOf(at) === mark.class : rows.mustHave(at) === mark.mustHave;
}

/** What the words had, grouped, so that one command brings it all back. */
function marksBefore(rows: BankRows, places: readonly number[], mark: BankMark): Changes {
  if ('mustHave' in mark) return [{ at: [...places], mark: { mustHave: !mark.mustHave } }];
  const groups = new Map<KeywordClass | null, number[]>();
  for (const at of places) {
    const had = rows.classOf(at);
    const group = groups.get(had);
    if (group === undefined) groups.set(had, [at]);
    else group.push(at);
  }
  return Array.from(groups, ([had, at]) => ({ at, mark: { class: had } }));
}
