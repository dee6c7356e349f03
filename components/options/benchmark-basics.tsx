import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import type { BenchmarkDraft, DraftProblem } from './benchmark-draft';

export type DraftPartProps = {
  draft: BenchmarkDraft;
  problems: readonly DraftProblem[];
  readOnly: boolean;
  onChange: (patch: Partial<BenchmarkDraft>) => void;
};

/** The sentence of what is wrong with an input, null where nothing is. */
export function useErrorOf(problems: readonly DraftProblem[]): (field: string) => string | null {
  const { error } = useWords().options.benchmarks;
  return (field) => {
    const problem = problems.find((each) => each.field === field);
    return problem === undefined ? null : error[problem.code];
  };
}

/** Name, product role, title limit and near window. */
export function BenchmarkBasics({ draft, problems, readOnly, onChange }: DraftPartProps) {
  const words = useWords();
  const { benchmarks: own } = words.options;
  const errorOf = useErrorOf(problems);
  const roles = Object.entries(words.common.productRoles) as [
    'main' | 'profit' | 'traffic',
    string,
  ][];
  return (
    <div class="editor-fields">
      <TextField
        label={own.name}
        value={draft.name}
        disabled={readOnly}
        error={errorOf('name')}
        onInput={(name) => onChange({ name })}
      />
      <Select
        label={own.role}
        value={draft.role ?? 'none'}
        disabled={readOnly}
        options={[
          { value: 'none', label: own.noRole },
          ...roles.map(([value, label]) => ({ value, label })),
        ]}
        onChange={(role) => onChange({ role: role === 'none' ? null : role })}
      />
      <TextField
        label={own.titleLimit}
        value={draft.titleLimit}
        disabled={readOnly}
        hint={own.titleLimitHint}
        error={errorOf('title-limit')}
        onInput={(titleLimit) => onChange({ titleLimit })}
      />
      <TextField
        label={own.nearWindow}
        value={draft.nearWindow}
        disabled={readOnly}
        hint={own.nearWindowHint}
        error={errorOf('near-window')}
        onInput={(nearWindow) => onChange({ nearWindow })}
      />
    </div>
  );
}
