import type { ChangeRules } from '../../lib/messaging/change-news';
import { Select } from '../ui/select';
import { Checkbox } from '../ui/switch';
import { useWords } from '../ui/words';

const PERCENTS = [1, 3, 5, 10, 15, 20, 30];

/** Which changes are marked; each choice holds at once. */
export function ChangeRulesEditor(props: {
  rules: ChangeRules;
  readOnly: boolean;
  onRules: (rules: ChangeRules) => void;
}) {
  const { rules, readOnly, onRules } = props;
  const text = useWords().options.changes.rules;
  const percents = rules.percent === null ? PERCENTS : [...new Set([...PERCENTS, rules.percent])];
  return (
    <details class="change-rules">
      <summary>{text.title}</summary>
      <p>{text.text}</p>
      <div class="row">
        <Select
          label={text.percent}
          value={rules.percent === null ? '' : String(rules.percent)}
          disabled={readOnly}
          options={[
            { value: '', label: text.percentOff },
            ...percents
              .toSorted((a, b) => a - b)
              .map((each) => ({ value: String(each), label: text.percentOf(each) })),
          ]}
          onChange={(value) => onRules({ ...rules, percent: value === '' ? null : Number(value) })}
        />
        {(['ladder', 'promotion', 'keyword'] as const).map((rule) => (
          <Checkbox
            key={rule}
            label={text[rule]}
            checked={rules[rule]}
            disabled={readOnly}
            onChange={(on) => onRules({ ...rules, [rule]: on })}
          />
        ))}
      </div>
    </details>
  );
}
