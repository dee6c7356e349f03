import { useWords } from '../../../components/ui/words';
import type { Preset } from '../../../lib/benchmark/bank-filter';
import { run } from '../command';
import type { PageContext } from '../page-context';

/** Saves the usual filters with the settings, says so, and offers what was there before. */
export function usePresets(
  context: PageContext,
): (presets: Preset[], said: string, undo?: Preset[]) => void {
  const words = useWords();
  const save = async (bankPresets: Preset[], said: string, undo?: Preset[]) => {
    const answer = await run({ kind: 'save-settings', patch: { bankPresets } });
    if (!answer.ok) context.toast({ text: words.common.failures[answer.failure.code].what });
    else if (undo === undefined) context.toast({ text: said });
    else {
      const back = () => void save(undo, words.options.bank.unmarked);
      context.toast({ text: said, undo: back });
    }
  };
  return (presets, said, undo) => void save(presets, said, undo);
}
