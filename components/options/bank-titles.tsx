import { useMemo, useState } from 'preact/hooks';
import { Checkbox } from '../ui/switch';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import type { GapTitle } from './bank-gaps';

/** Chooses the titles that words are held against: mine that were seen, and watched competitors'. */
export function BankTitles(props: {
  choices: readonly GapTitle[];
  chosen: readonly string[];
  most: number;
  onChosen: (listingIds: string[]) => void;
}) {
  const { choices, chosen, most, onChosen } = props;
  const words = useWords();
  const { gaps: text } = words.options.bank;
  const [search, setSearch] = useState('');
  // Open to begin with where nothing is chosen; choosing must not shut it.
  const [startsOpen] = useState(chosen.length === 0);
  const found = useMemo(() => {
    const wanted = search.normalize('NFKC').toLowerCase().trim();
    return choices.filter(({ title, shopName }) =>
      `${title ?? ''} ${shopName ?? ''}`.normalize('NFKC').toLowerCase().includes(wanted),
    );
  }, [choices, search]);
  if (choices.length === 0) return <p class="bank-found">{text.noChoices}</p>;
  return (
    <details class="bank-titles" open={startsOpen}>
      <summary>
        {text.pick}{' '}
        <small>
          {text.picked(chosen.length)} · {text.most(most)}
        </small>
      </summary>
      <TextField
        label={text.search}
        labelHidden
        type="search"
        placeholder={text.search}
        value={search}
        onInput={setSearch}
      />
      <ul>
        {found.map(({ listingId, title, shopName, mine }) => {
          const isChosen = chosen.includes(listingId);
          return (
            <li key={listingId}>
              <Checkbox
                label={
                  <>
                    <b>{mine ? text.mine : text.theirs}</b> <bdi>{title ?? text.noTitle}</bdi>{' '}
                    <small>
                      <bdi>{shopName ?? text.noShop}</bdi>
                    </small>
                  </>
                }
                checked={isChosen}
                disabled={!isChosen && chosen.length >= most}
                onChange={(on) =>
                  onChosen(on ? [...chosen, listingId] : chosen.filter((id) => id !== listingId))
                }
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
