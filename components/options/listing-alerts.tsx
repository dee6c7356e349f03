import type { AmountRule } from '../../lib/messaging/change-news';
import { yuanText } from '../../lib/listing/price-text';
import { useWords } from '../ui/words';
import { AmountForm } from './amount-form';
import { AmountList } from './amount-list';
import './amount-rules.css';

/** 提醒价 of one listing: its own ones, a new one, and how many others hold for it as well. */
export function ListingAlerts(props: {
  listingId: string;
  /** Every alert there is, of whatever listing. */
  amounts: readonly AmountRule[];
  /** The lists that the listing is on. */
  listIds: readonly string[];
  readOnly: boolean;
  newId: () => string;
  onAmounts: (amounts: AmountRule[]) => void;
}) {
  const { listingId, amounts, listIds, readOnly, onAmounts } = props;
  const text = useWords().options.changes.rules;
  const own = amounts.filter(({ of }) => of.kind === 'listing' && of.listingId === listingId);
  const wider = amounts.filter(
    ({ of }) => of.kind === 'all' || (of.kind === 'list' && listIds.includes(of.listId)),
  );
  return (
    <section class="amount-rules listing-alerts" aria-label={text.amounts}>
      <h3>{text.amounts}</h3>
      <AmountList
        shown={own}
        told={({ side, fen }) => `${text.sides[side]} ¥${yuanText(fen)}`}
        readOnly={readOnly}
        onRemove={(gone) => onAmounts(amounts.filter(({ id }) => id !== gone))}
      />
      {!readOnly && (
        <AmountForm
          target={() => ({ kind: 'listing', listingId })}
          newId={props.newId}
          onAdd={(amount) => onAmounts([...amounts, amount])}
        />
      )}
      <p class="subtle">
        {text.amountsText}
        {wider.length > 0 && ` ${text.amountsWider(wider.length)}`}
      </p>
    </section>
  );
}
