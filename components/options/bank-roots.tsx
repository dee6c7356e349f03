import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { BankRoot } from '../../lib/analysis/bank/bank-roots';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { BankRootTitles, type RootTitle } from './bank-root-titles';
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
  titles: readonly RootTitle[];
  /** What can be done with the roots shown: copying and saving them. */
  renderTools: (shown: readonly BankRoot[]) => ComponentChildren;
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
  const [open, setOpen] = useState<string | null>(null);
  const shown = useMemo(() => {
    const wanted = search.normalize('NFKC').toLowerCase().trim();
    return (roots ?? []).filter(
      ({ root, lacking }) => root.includes(wanted) && (!lackingOnly || lacking.includes(true)),
    );
  }, [roots, search, lackingOnly]);
  if (roots === null) return <Skeleton lines={12} />;
  const opened = roots.find(({ root }) => root === open);
  return (
    <>
      <div class="bank-tools">{props.renderTools(shown)}</div>
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
      <div class="bank-main">
        <div class="bank-list">
          <LongTable
            label={text.table}
            count={shown.length}
            active={active}
            onActive={setActive}
            topAt={shown}
            minWidth={640}
            empty={<p class="subtle">{words.options.bank.noneFound}</p>}
            head={
              <tr>
                <th class="bank-root">{text.root}</th>
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
                    <Lacking
                      of={root}
                      titles={titles}
                      isOpen={open === root.root}
                      tabIndex={tabIndex}
                      onOpen={() => setOpen(open === root.root ? null : root.root)}
                    />
                  </td>
                </>
              );
            }}
          />
          <p class="bank-hint">{text.hint}</p>
        </div>
        {opened !== undefined && titles.length > 0 && (
          <BankRootTitles
            root={opened.root}
            lacking={opened.lacking}
            titles={titles}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
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

/** How many of my titles lack a root; which ones they are stands beside the table after a click. */
function Lacking(props: {
  of: BankRoot;
  titles: readonly RootTitle[];
  isOpen: boolean;
  tabIndex: 0 | -1;
  onOpen: () => void;
}) {
  const { of, titles } = props;
  const words = useWords();
  const { roots: text } = words.options.bank;
  if (titles.length === 0) return <>{words.common.none}</>;
  const read = of.lacking.filter((one) => one !== null);
  const lacking = read.filter((one) => one).length;
  const unread = of.lacking.length - read.length;
  return (
    <button
      type="button"
      class={lacking > 0 ? 'long-word bank-lacks' : 'long-word'}
      title={text.seeTitles(of.root)}
      aria-expanded={props.isOpen}
      tabIndex={props.tabIndex}
      onClick={props.onOpen}
    >
      {read.length > 0 && text.lacking(lacking, read.length)}
      {unread > 0 && ` ${text.unread(unread)}`}
    </button>
  );
}
