import { IconButton } from '../ui/button';
import { useWords } from '../ui/words';
import './bank-trend.css';
import { useReturnFocus } from './use-return-focus';

/** One of my titles that roots are held against; its text null where it was not read. */
export type RootTitle = { listingId: string; title: string | null };

const GROUPS = { lacking: true, having: false, unread: null } as const;

/** Which of my titles lack a root, which have it, and which were not read. */
export function BankRootTitles(props: {
  root: string;
  /** By title: whether it lacks the root; null where the title was not read. */
  lacking: readonly (boolean | null)[];
  titles: readonly RootTitle[];
  onClose: () => void;
}) {
  const { root, lacking, titles, onClose } = props;
  const { gaps, roots: text } = useWords().options.bank;
  useReturnFocus();
  const groups = Object.entries(text.groups) as [keyof typeof GROUPS, string][];
  return (
    <aside class="bank-trend panel" aria-label={text.titlesOf(root)}>
      <header>
        <h2>
          <bdi>{text.titlesOf(root)}</bdi>
        </h2>
        <IconButton icon="cross" label={text.close} onClick={onClose} />
      </header>
      {groups.map(([group, name]) => {
        const those = titles.filter((_, index) => (lacking[index] ?? null) === GROUPS[group]);
        if (those.length === 0) return null;
        return (
          <section key={group}>
            <h3 class={group === 'lacking' ? 'bank-lacks' : ''}>{`${name} ${those.length}`}</h3>
            <ul class="bank-kept">
              {those.map(({ listingId, title }) => (
                <li key={listingId}>
                  <span dir="auto">{title ?? `${gaps.noTitle} · ${listingId}`}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </aside>
  );
}
