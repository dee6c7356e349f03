import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DatedTable } from '../../lib/analysis/bank/import-table';
import type { Movement } from '../../lib/analysis/bank/movement';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Icon, type IconName } from '../ui/icon';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { useLanguage, useWords } from '../ui/words';
import type { BankKind } from './bank-rows';
import { kindFigureText, periodText, wordsText } from './bank-text';
import { LongTable } from './long-table';
import { exactTime } from './seen-text';

/** Words that moved, by their place in the answer. */
export type MovedRows = {
  size: number;
  word: (at: number) => string;
  movement: (at: number) => Movement;
  before: (at: number) => { min: number; max: number } | null;
  after: (at: number) => { min: number; max: number } | null;
  counts: Record<Movement, number>;
};

const ICONS: Record<Movement, IconName> = {
  new: 'plus',
  rising: 'up',
  falling: 'down',
  gone: 'cross',
  unsure: 'info',
  same: 'dash',
};

type Props = {
  /** All dated tables, null until they are there. */
  tables: readonly DatedTable[] | null;
  unreadable: number;
  /** Whether any import has no known period. */
  hasUnknown: boolean;
  /** The later tables that can be chosen, and the earlier ones that the chosen one can be held against. */
  laters: readonly DatedTable[];
  earliers: readonly DatedTable[];
  later: DatedTable | null;
  earlier: DatedTable | null;
  kinds: readonly BankKind[];
  kind: BankKind | null;
  moved: MovedRows | null;
  /** What can be done with the words shown: copying and saving them. */
  renderTools: (places: Uint32Array) => ComponentChildren;
  /** The trend of a word beside the table. */
  beside: ComponentChildren;
  onWord: (word: string) => void;
  onLater: (table: DatedTable) => void;
  onEarlier: (table: DatedTable) => void;
  onKind: (kind: string) => void;
  onImport: () => void;
};

/** New, rising, falling and gone words between two imports of one source and length of period. */
export function BankMoves(props: Props) {
  const { tables, later, earlier, laters, earliers, kinds, kind, moved } = props;
  const words = useWords();
  const language = useLanguage();
  const { moves: text } = words.options.bank;
  const [only, setOnly] = useState<Movement | null>(null);
  const [active, setActive] = useState(0);
  const places = useMemo(() => placesOf(moved, only), [moved, only]);
  useEffect(() => setActive(0), [places]);
  if (tables === null) return <Skeleton lines={12} />;
  const nameOf = (table: DatedTable) =>
    text.tableOf(
      `${table.basis.source} · ${periodText(table.basis.period, words)}`,
      exactTime(language, table.importedAtMs),
      wordsText(table.words, words),
    );
  const choice = (
    label: string,
    of: readonly DatedTable[],
    at: DatedTable | null,
    on: (table: DatedTable) => void,
  ) => (
    <Select
      label={label}
      value={String(at === null ? -1 : of.indexOf(at))}
      options={of.map((table, index) => ({ value: String(index), label: nameOf(table) }))}
      onChange={(index) => {
        const table = of[Number(index)];
        if (table !== undefined) on(table);
      }}
    />
  );
  const unreadable = props.unreadable > 0 && (
    <Notice kind="remark">{text.unreadable(props.unreadable)}</Notice>
  );
  if (later === null || earlier === null || kind === null) {
    return (
      <>
        {unreadable}
        <EmptyState
          icon="upload"
          title={text.none}
          action={<Button onClick={props.onImport}>{text.toImport}</Button>}
        >
          {props.hasUnknown ? text.noPeriod : undefined}
        </EmptyState>
      </>
    );
  }
  const movements = Object.entries(text.names) as [Movement, string][];
  return (
    <>
      <div class="bank-tools">{props.renderTools(places)}</div>
      {unreadable}
      <p class="bank-found">{text.text}</p>
      <div class="bank-bar bank-choices">
        {choice(text.before, earliers, earlier, props.onEarlier)}
        {choice(text.after, laters, later, props.onLater)}
        <Select
          label={text.kind}
          value={kind.kind}
          options={kinds.map((one) => ({ value: one.kind, label: one.kind }))}
          onChange={props.onKind}
        />
      </div>
      {props.hasUnknown && <p class="bank-found">{text.noPeriod}</p>}
      {moved === null ? (
        <Skeleton lines={10} />
      ) : (
        <>
          <div class="bank-presets bank-bar" role="group" aria-label={text.movement}>
            <Button pressed={only === null} onClick={() => setOnly(null)}>
              {`${text.all} ${moved.size.toLocaleString()}`}
            </Button>
            {movements.map(([movement, name]) => (
              <Button
                key={movement}
                icon={ICONS[movement]}
                pressed={only === movement}
                hint={text.meanings[movement]}
                onClick={() => setOnly(only === movement ? null : movement)}
              >
                {`${name} ${moved.counts[movement].toLocaleString()}`}
              </Button>
            ))}
          </div>
          <div class="bank-main">
            <div class="bank-list">
              <LongTable
                label={text.table}
                count={places.length}
                active={active}
                onActive={setActive}
                topAt={places}
                roomyAt={800}
                empty={<p class="subtle">{words.options.bank.noneFound}</p>}
                head={
                  <tr>
                    <th class="bank-word">{words.options.bank.columns.word}</th>
                    <th class="bank-top bank-movement">{text.movement}</th>
                    <th class="num bank-figure">{`${text.was} · ${kind.kind}`}</th>
                    <th class="num bank-figure">{`${text.now} · ${kind.kind}`}</th>
                  </tr>
                }
                renderRow={(place, tabIndex) => {
                  const at = places[place] ?? 0;
                  const movement = moved.movement(at);
                  const figure = (of: { min: number; max: number } | null) =>
                    of === null ? words.common.none : kindFigureText(of, kind.share);
                  return (
                    <>
                      <td>
                        <button
                          type="button"
                          class="long-word"
                          dir="auto"
                          title={moved.word(at)}
                          tabIndex={tabIndex}
                          onClick={() => props.onWord(moved.word(at))}
                        >
                          {moved.word(at)}
                        </button>
                      </td>
                      <td class={`bank-top bank-${movement}`} title={text.meanings[movement]}>
                        <Icon name={ICONS[movement]} size={12} /> {text.names[movement]}
                      </td>
                      <td class="num">{figure(moved.before(at))}</td>
                      <td class="num">{figure(moved.after(at))}</td>
                    </>
                  );
                }}
              />
              <p class="bank-hint">{only === null ? text.keys : text.meanings[only]}</p>
            </div>
            {props.beside}
          </div>
        </>
      )}
    </>
  );
}

function placesOf(moved: MovedRows | null, only: Movement | null): Uint32Array {
  if (moved === null) return new Uint32Array(0);
  const all = Uint32Array.from({ length: moved.size }, (_, at) => at);
  return only === null ? all : all.filter((at) => moved.movement(at) === only);
}
