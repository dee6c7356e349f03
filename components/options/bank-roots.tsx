import { useMemo, useState } from 'preact/hooks';
import type { BankRoot } from '../../lib/analysis/bank/bank-roots';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import type { BankKind, BankRows } from './bank-rows';
import { kindFigureText } from './bank-text';
import { LongTable } from './long-table';

type Props = {
  /** Those of the most words first; null until they are there. */
  roots: readonly BankRoot[] | null;
  rows: BankRows;
  kinds: readonly BankKind[];
  kind: BankKind | null;
  /** My titles that the roots are held against. */
  titles: readonly { listingId: string; title: string | null }[];
  onKind: (kind: string) => void;
  /** Shows the words with a root. */
  onRoot: (root: string) => void;
};

/** The roots of a bank: how many words carry each, its top word, and which of my titles lack it. */
export function BankRoots(props: Props) {
  const { roots, rows, kinds, kind, titles } = props;
  const words = useWords();
  const { roots: text } = words.options.bank;
  const [search, setSearch] = useState('');
  const [lackingOnly, setLackingOnly] = useState(false);
  const [active, setActive] = useState(0);
  const shown = useMemo(() => {
    const wanted = search.normalize('NFKC').toLowerCase().trim();
    return (roots ?? []).filter(
      ({ root, lacking }) => root.includes(wanted) && (!lackingOnly || lacking.includes(true)),
    );
  }, [roots, search, lackingOnly]);
  if (roots === null) return <Skeleton lines={12} />;
  return (
    <>
      <div class="bank-bar">
        <TextField
          label={text.search}
          labelHidden
          type="search"
          placeholder={text.search}
          value={search}
          onInput={setSearch}
        />
        {kinds.length > 0 && (
          <Select
            label={text.kind}
            labelHidden
            value={kind?.kind ?? ''}
            options={kinds.map((one) => ({ value: one.kind, label: one.kind }))}
            onChange={props.onKind}
          />
        )}
        {titles.length > 0 && (
          <span class="bank-presets">
            <Button pressed={lackingOnly} onClick={() => setLackingOnly(!lackingOnly)}>
              {text.lackingOnly}
            </Button>
          </span>
        )}
        <span class="subtle" role="status">
          {words.options.bank.shown(shown.length.toLocaleString(), roots.length.toLocaleString())}
        </span>
      </div>
      <p class="bank-found">
        {titles.length === 0 ? text.noTitles : text.onlyFitting(titles.length)}
      </p>
      <LongTable
        label={text.table}
        count={shown.length}
        active={active}
        onActive={setActive}
        topAt={shown}
        empty={<p class="subtle">{words.options.bank.noneFound}</p>}
        head={
          <tr>
            <th>{text.root}</th>
            <th class="num bank-narrow">{text.words}</th>
            <th class="bank-top">{kind === null ? text.top : `${text.top} · ${kind.kind}`}</th>
            <th class="bank-lacking">{text.titles}</th>
          </tr>
        }
        renderRow={(place, tabIndex) => {
          const root = shown[place];
          if (root === undefined) return null;
          return (
            <>
              <td>
                <button
                  type="button"
                  class="long-word"
                  title={text.see(root.root)}
                  tabIndex={tabIndex}
                  onClick={() => props.onRoot(root.root)}
                >
                  {root.root}
                </button>
              </td>
              <td class="num">{root.words.toLocaleString()}</td>
              <td class="bank-top">
                <Top top={root.top} rows={rows} kind={kind} />
              </td>
              <td class="bank-lacking">
                <Lacking lacking={root.lacking} titles={titles} />
              </td>
            </>
          );
        }}
      />
      <p class="bank-hint">{text.hint}</p>
    </>
  );
}

function Top(props: { top: BankRoot['top']; rows: BankRows; kind: BankKind | null }) {
  const { top, rows, kind } = props;
  const words = useWords();
  const { roots: text } = words.options.bank;
  if (top === null || kind === null) return <>{words.common.none}</>;
  const figure = rows.figure(kind.kind, top.at);
  const alike = top.alike === 0 ? undefined : text.alike(top.alike);
  return (
    <span title={alike}>
      <bdi>{rows.word(top.at)}</bdi>{' '}
      {figure !== null && <b>{kindFigureText(figure, kind.share)}</b>}
      {alike !== undefined && <small> {`≈${top.alike}`}</small>}
      {alike !== undefined && <span class="visually-hidden">{alike}</span>}
    </span>
  );
}

function Lacking(props: {
  lacking: BankRoot['lacking'];
  titles: readonly { title: string | null }[];
}) {
  const { lacking, titles } = props;
  const words = useWords();
  const { roots: text } = words.options.bank;
  if (titles.length === 0) return <>{words.common.none}</>;
  const read = lacking.filter((one) => one !== null);
  const those = titles.filter((_, index) => lacking[index] === true);
  const unread = lacking.length - read.length;
  return (
    <span
      class={those.length > 0 ? 'bank-lacks' : ''}
      title={those.map(({ title }) => title).join('\n')}
    >
      {read.length > 0 && text.lacking(those.length, read.length)}
      {unread > 0 && ` ${text.unread(unread)}`}
    </span>
  );
}
