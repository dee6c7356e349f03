import { useState } from 'preact/hooks';
import { yuanText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';
import type { AmountRule } from '../../lib/messaging/change-news';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { AmountForm } from './amount-form';
import { AmountList } from './amount-list';
import './amount-rules.css';

/** A watched listing that an alert can be set for. */
export type RuleListing = { listingId: string; title: string | null };

/** Most listings that the choice shows; the filter narrows them. */
const CHOICES = 50;

type Props = {
  amounts: readonly AmountRule[];
  lists: readonly { id: string; name: string }[];
  listings: readonly RuleListing[] | null;
  readOnly: boolean;
  newId: () => string;
  onAmounts: (amounts: AmountRule[]) => void;
};

/** 提醒价: free amounts that a public price may cross, each for all listings, a list, or one. */
export function AmountRules(props: Props) {
  const { amounts, readOnly, onAmounts } = props;
  const words = useWords();
  const text = words.options.changes.rules;
  return (
    <section class="amount-rules" aria-label={text.amounts}>
      <h2>{text.amounts}</h2>
      <p>{text.amountsText}</p>
      <AmountList
        shown={amounts}
        told={(amount) => amountText(amount, props, words)}
        readOnly={readOnly}
        onRemove={(gone) => onAmounts(amounts.filter(({ id }) => id !== gone))}
      />
      {!readOnly && <AddAmount {...props} />}
    </section>
  );
}

/** "清单「竞品」 低于 ¥115" */
function amountText(
  { of, side, fen }: AmountRule,
  known: Pick<Props, 'lists' | 'listings'>,
  words: Catalog,
): string {
  const text = words.options.changes.rules;
  const listName = (listId: string) => {
    const list = known.lists.find(({ id }) => id === listId);
    return list === undefined ? text.amountGone : text.amountList(list.name);
  };
  const listingName = (listingId: string) =>
    known.listings?.find((each) => each.listingId === listingId)?.title ??
    listingId.replace(/^taobao:/, '');
  const whose =
    of.kind === 'all'
      ? text.amountAll
      : of.kind === 'list'
        ? listName(of.listId)
        : listingName(of.listingId);
  return `${whose} ${text.sides[side]} ¥${yuanText(fen)}`;
}

function AddAmount(props: Props) {
  const { lists, listings, newId, onAmounts, amounts } = props;
  const words = useWords();
  const text = words.options.changes.rules;
  const [of, setOf] = useState('all');
  const [listingId, setListingId] = useState('');
  const [search, setSearch] = useState('');
  const found = (listings ?? [])
    .filter(({ title }) => (title ?? '').toLowerCase().includes(search.trim().toLowerCase()))
    .slice(0, CHOICES);
  const target = (): AmountRule['of'] | null => {
    if (of === 'all') return { kind: 'all' };
    if (of !== 'listing') return { kind: 'list', listId: of.slice('list:'.length) };
    return listingId === '' ? null : { kind: 'listing', listingId };
  };
  return (
    <AmountForm target={target} newId={newId} onAdd={(amount) => onAmounts([...amounts, amount])}>
      <Select
        label={text.amountOf}
        value={of}
        options={[
          { value: 'all', label: text.amountAll },
          ...lists.map(({ id, name }) => ({ value: `list:${id}`, label: text.amountList(name) })),
          { value: 'listing', label: text.amountListing },
        ]}
        onChange={setOf}
      />
      {of === 'listing' && (
        <>
          <TextField label={text.amountFind} value={search} onInput={setSearch} />
          <Select
            label={text.amountWhich}
            value={found.some((each) => each.listingId === listingId) ? listingId : ''}
            options={[
              { value: '', label: words.common.none },
              ...found.map((each) => ({
                value: each.listingId,
                label: (each.title ?? each.listingId).slice(0, 40),
              })),
            ]}
            onChange={setListingId}
          />
        </>
      )}
    </AmountForm>
  );
}
