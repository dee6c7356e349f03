import type { ChangeRules } from '../../lib/messaging/change-news';
import { Select } from '../ui/select';
import { Checkbox } from '../ui/switch';
import { useWords } from '../ui/words';
import { AmountRules, type RuleListing } from './amount-rules';

const PERCENTS = [1, 3, 5, 10, 15, 20, 30];

/** Which changes are marked; each choice holds at once. */
export function ChangeRulesEditor(props: {
  rules: ChangeRules;
  lists: readonly { id: string; name: string }[];
  /** The watched listings, null until they are read. */
  listings: readonly RuleListing[] | null;
  readOnly: boolean;
  newId: () => string;
  onRules: (rules: ChangeRules) => void;
  /** Opened: the listings are wanted now. */
  onOpen: () => void;
}) {
  const { rules, readOnly, onRules } = props;
  const text = useWords().options.changes.rules;
  const percents = rules.percent === null ? PERCENTS : [...new Set([...PERCENTS, rules.percent])];
  const boxes = { offShelf: true, ...rules };
  return (
    <details
      class="change-rules"
      onToggle={(event) => {
        if (event.currentTarget.open) props.onOpen();
      }}
    >
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
        {(['ladder', 'promotion', 'keyword', 'offShelf'] as const).map((rule) => (
          <Checkbox
            key={rule}
            label={text[rule]}
            checked={boxes[rule] !== false}
            disabled={readOnly}
            onChange={(on) => onRules({ ...rules, [rule]: on })}
          />
        ))}
      </div>
      <AmountRules
        amounts={rules.amounts ?? []}
        lists={props.lists}
        listings={props.listings}
        readOnly={readOnly}
        newId={props.newId}
        onAmounts={(amounts) => onRules({ ...rules, amounts })}
      />
    </details>
  );
}
