import type { AmountRule } from '../../lib/messaging/change-news';
import { IconButton } from '../ui/button';
import { useWords } from '../ui/words';

/** Some of the 提醒价, each in the words of `told`, to be taken away one by one. */
export function AmountList(props: {
  shown: readonly AmountRule[];
  told: (amount: AmountRule) => string;
  readOnly: boolean;
  onRemove: (id: string) => void;
}) {
  const { shown, told, readOnly, onRemove } = props;
  const text = useWords().options.changes.rules;
  if (shown.length === 0) return null;
  return (
    <ul>
      {shown.map((amount) => (
        <li key={amount.id}>
          <bdi>{told(amount)}</bdi>
          <IconButton
            icon="cross"
            label={text.removeAmount(told(amount))}
            disabled={readOnly}
            onClick={() => onRemove(amount.id)}
          />
        </li>
      ))}
    </ul>
  );
}
