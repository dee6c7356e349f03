import type { KeywordClass } from '../../lib/benchmark/keyword';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { useWords } from '../ui/words';
import { wordsText } from './bank-text';

/** What is done to all selected words at once. */
export type BankMark = { class: KeywordClass | null } | { mustHave: boolean };

/** What can be done with the selected words. */
export function BankBulk(props: {
  count: number;
  readOnly: boolean;
  onMark: (mark: BankMark) => void;
  onCopy: () => void;
  onClear: () => void;
}) {
  const { count, readOnly, onMark } = props;
  const words = useWords();
  const { bank: text } = words.options;
  return (
    <div
      class="bank-bar bank-chosen"
      role="group"
      aria-label={text.selected(wordsText(count, words))}
    >
      <b>{text.selected(wordsText(count, words))}</b>
      <Select
        label={text.setClass}
        labelHidden
        value=""
        disabled={readOnly}
        options={[
          { value: '', label: text.setClass },
          ...Object.entries(words.common.keywordClasses).map(([value, label]) => ({
            value,
            label,
          })),
          { value: 'none', label: text.noClass },
        ]}
        onChange={(value) => {
          if (value !== '') onMark({ class: value === 'none' ? null : (value as KeywordClass) });
        }}
      />
      <Button disabled={readOnly} onClick={() => onMark({ mustHave: true })}>
        {text.setMust}
      </Button>
      <Button disabled={readOnly} onClick={() => onMark({ mustHave: false })}>
        {text.unsetMust}
      </Button>
      <Button icon="copy" onClick={props.onCopy}>
        {words.options.out.copy}
      </Button>
      <span class="room-space" />
      <Button icon="cross" onClick={props.onClear}>
        {text.clearSelection}
      </Button>
    </div>
  );
}
