import { useState } from 'preact/hooks';
import { IconButton } from '../ui/button';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import type { DraftPartProps } from './benchmark-basics';
import { TagInput } from './tag-input';

/** A shop that has been seen, with its name. */
export type SeenShop = { shopId: string; name: string };

type Props = DraftPartProps & {
  /** A pinned listing's title, null where it was never seen. */
  titleOf: (listingId: string) => string | null;
  seenShops: readonly SeenShop[];
  /** The listing in a pasted address or id, null where there is none. */
  listingIn: (text: string) => string | null;
};

/** Which listings the benchmark is held against: pinned ones, shops, category words. */
export function FitsEditor(props: Props) {
  const { draft, readOnly, onChange, titleOf, seenShops } = props;
  const { fits: own } = useWords().options.benchmarks;
  const shopName = (id: string) => seenShops.find((shop) => shop.shopId === id)?.name ?? id;
  const addShop = (id: string) => {
    if (!draft.shopIds.includes(id)) onChange({ shopIds: [...draft.shopIds, id] });
  };
  const others = seenShops.filter((shop) => !draft.shopIds.includes(shop.shopId));
  return (
    <>
      <p class="editor-text">{own.text}</p>
      <TagInput
        label={own.words}
        values={draft.categoryWords}
        disabled={readOnly}
        hint={own.wordsHint}
        placeholder={own.addWord}
        onChange={(categoryWords) => onChange({ categoryWords: categoryWords.slice(0, 100) })}
      />
      <h3>{own.shops}</h3>
      <Items
        ids={draft.shopIds}
        nameOf={shopName}
        readOnly={readOnly}
        onRemove={(id) => onChange({ shopIds: draft.shopIds.filter((each) => each !== id) })}
      />
      <div class="row">
        {others.length > 0 && (
          <Select
            label={own.seenShop}
            value=""
            disabled={readOnly}
            options={[
              { value: '', label: '' },
              ...others.map((shop) => ({ value: shop.shopId, label: shop.name })),
            ]}
            onChange={addShop}
          />
        )}
        <AddField
          label={own.addShop}
          disabled={readOnly}
          bad={own.badShop}
          read={(text) => (/^\d{1,20}$/.test(text.trim()) ? text.trim() : null)}
          onAdd={addShop}
        />
      </div>
      <h3>{own.listings}</h3>
      <Items
        ids={draft.pinnedListingIds}
        nameOf={(id) => titleOf(id) ?? id.replace('taobao:', '')}
        readOnly={readOnly}
        onRemove={(id) =>
          onChange({ pinnedListingIds: draft.pinnedListingIds.filter((each) => each !== id) })
        }
      />
      <AddField
        label={own.addListing}
        hint={own.addListingHint}
        disabled={readOnly}
        bad={own.badListing}
        read={props.listingIn}
        onAdd={(id) => {
          if (draft.pinnedListingIds.includes(id)) return;
          onChange({ pinnedListingIds: [...draft.pinnedListingIds, id] });
        }}
      />
    </>
  );
}

function Items(props: {
  ids: readonly string[];
  nameOf: (id: string) => string;
  readOnly: boolean;
  onRemove: (id: string) => void;
}) {
  const words = useWords();
  if (props.ids.length === 0) return null;
  return (
    <ul class="fits-items">
      {props.ids.map((id) => (
        <li key={id}>
          <span title={props.nameOf(id)}>{props.nameOf(id)}</span>
          <IconButton
            icon="cross"
            label={words.common.removeTag(props.nameOf(id))}
            disabled={props.readOnly}
            onClick={() => props.onRemove(id)}
          />
        </li>
      ))}
    </ul>
  );
}

/** A field that adds what it can read on Enter, and says so where it can't. */
function AddField(props: {
  label: string;
  hint?: string;
  bad: string;
  disabled: boolean;
  read: (text: string) => string | null;
  onAdd: (value: string) => void;
}) {
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      value={text}
      disabled={props.disabled}
      error={bad ? props.bad : null}
      onInput={(next) => {
        setText(next);
        setBad(false);
      }}
      onEnter={() => {
        const value = props.read(text);
        if (value === null) setBad(text.trim() !== '');
        else {
          props.onAdd(value);
          setText('');
        }
      }}
    />
  );
}
