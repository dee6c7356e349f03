import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AmountRule } from '../../lib/messaging/change-news';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { parseYuan } from './yuan-input';

/** A new 提醒价: its side and amount, after what says whose it is. */
export function AmountForm(props: {
  /** Whose it is; null where that is not chosen yet. */
  target: () => AmountRule['of'] | null;
  newId: () => string;
  onAdd: (amount: AmountRule) => void;
  children?: ComponentChildren;
}) {
  const text = useWords().options.changes.rules;
  const [side, setSide] = useState<AmountRule['side']>('below');
  const [amount, setAmount] = useState('');
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const of = props.target();
        const typed = parseYuan(amount);
        if (of === null) setError(text.amountNoListing);
        else if (typed.state !== 'fen' || typed.fen === 0) setError(text.amountInvalid);
        else {
          setError(null);
          setAmount('');
          props.onAdd({ id: props.newId(), of, side, fen: typed.fen });
        }
      }}
    >
      {props.children}
      <Select
        label={text.side}
        value={side}
        options={(['below', 'above'] as const).map((each) => ({
          value: each,
          label: text.sides[each],
        }))}
        onChange={setSide}
      />
      <TextField label={text.fen} value={amount} error={error} onInput={setAmount} />
      <Button type="submit" icon="plus">
        {text.addAmount}
      </Button>
    </form>
  );
}
