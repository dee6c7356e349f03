import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BankSort } from '../../lib/analysis/bank/bank-query';
import { Icon } from '../ui/icon';
import { useLanguage, useWords } from '../ui/words';
import { BankCells, type BankActions } from './bank-cells';
import {
  selectedOf,
  withSelected,
  type BankKind,
  type BankRows,
  type Selection,
} from './bank-rows';
import { importDay } from './bank-text';
import { LongTable } from './long-table';

/** Widths of a column of figures, and of the words where there is room, px; as in the style sheet. */
const FIGURE = 148;
const WORD = 280;

type Props = {
  rows: BankRows;
  /** The words shown, in order. */
  order: Uint32Array;
  /** The columns shown. */
  kinds: readonly BankKind[];
  /** What the figures are of: "近 7 天". */
  period: string;
  sort: BankSort;
  selection: Selection;
  readOnly: boolean;
  onSort: (sort: BankSort) => void;
  onSelect: (selection: Selection) => void;
  onWord: (at: number) => void;
  empty: string;
};

/** The keywords of a bank with their figures: sorted by the head, selected by click, Shift or key. */
export function BankTable(props: Props) {
  const { rows, order, kinds, selection, sort, readOnly } = props;
  const words = useWords();
  const { bank: text } = words.options;
  const dayOf = useDays();
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  useEffect(() => {
    setActive(0);
    anchor.current = 0;
  }, [order]);

  const select = (place: number, on: boolean, isRange: boolean) => {
    const from = isRange ? Math.min(anchor.current, place) : place;
    const to = isRange ? Math.max(anchor.current, place) : place;
    if (!isRange) anchor.current = place;
    props.onSelect(withSelected(selection, order.subarray(from, to + 1), on));
  };
  const latest = useRef({ select, dayOf, onWord: props.onWord });
  latest.current = { select, dayOf, onWord: props.onWord };
  const on = useMemo(
    (): BankActions => ({
      select: (place, isOn, isRange) => latest.current.select(place, isOn, isRange),
      word: (at) => latest.current.onWord(at),
      dayOf: (atMs) => latest.current.dayOf(atMs),
    }),
    [],
  );
  const onKey = (event: KeyboardEvent, place: number, to: number | null): boolean => {
    const at = order[place];
    if (at === undefined) return false;
    if (event.key === 'a' && (event.ctrlKey || event.metaKey) && !readOnly) {
      props.onSelect(withSelected(selection, order, true));
      return true;
    }
    if (to !== null && event.shiftKey && !readOnly) {
      if (selection.marks[at] === 0) anchor.current = place;
      select(to, true, true);
    }
    if (event.key !== 'Enter') return false;
    props.onWord(at);
    return true;
  };
  const shown = selectedOf(selection, order);

  return (
    <LongTable
      label={text.table}
      count={order.length}
      active={active}
      onActive={setActive}
      onKey={onKey}
      minWidth={370 + FIGURE * kinds.length}
      roomyAt={166 + WORD + FIGURE * kinds.length}
      topAt={order}
      empty={<p class="subtle">{props.empty}</p>}
      rowProps={(place) => ({
        class: selection.marks[order[place]!] === 1 ? 'long-chosen' : '',
      })}
      head={
        <tr>
          <th class="bank-select">
            <input
              type="checkbox"
              aria-label={text.selectAll}
              checked={shown > 0 && shown === order.length}
              ref={(input) => {
                if (input !== null) input.indeterminate = shown > 0 && shown < order.length;
              }}
              disabled={readOnly || order.length === 0}
              onChange={(event) =>
                props.onSelect(withSelected(selection, order, event.currentTarget.checked))
              }
            />
          </th>
          <SortHead
            name={text.columns.word}
            class="bank-word"
            sorted={sort.by === 'word' ? 'ascending' : null}
            hint={sort.by === 'word' ? text.sortOff : text.sortBy(text.columns.word)}
            onClick={() => props.onSort({ by: sort.by === 'word' ? 'bank' : 'word' })}
          />
          {kinds.map(({ kind }) => (
            <FigureHead key={kind} kind={kind} {...props} />
          ))}
          <SortHead
            name={text.columns.class}
            class="bank-class"
            sorted={sort.by === 'class' ? 'ascending' : null}
            hint={sort.by === 'class' ? text.sortOff : text.sortBy(text.columns.class)}
            onClick={() => props.onSort({ by: sort.by === 'class' ? 'bank' : 'class' })}
          />
          <th class="bank-must">{text.columns.mustHave}</th>
        </tr>
      }
      renderRow={(place, tabIndex) => (
        <BankCells
          rows={rows}
          place={place}
          at={order[place] ?? 0}
          kinds={kinds}
          selected={selection.marks[order[place]!] === 1}
          readOnly={readOnly}
          tabIndex={tabIndex}
          on={on}
        />
      )}
    />
  );
}

function FigureHead(props: Props & { kind: string }) {
  const { kind, sort, period } = props;
  const { bank: text } = useWords().options;
  const own = sort.by === 'figure' && sort.kind === kind ? sort : null;
  const next: BankSort =
    own === null
      ? { by: 'figure', kind, down: true }
      : own.down
        ? { by: 'figure', kind, down: false }
        : { by: 'bank' };
  const hint =
    next.by === 'bank' ? text.sortOff : own === null ? text.sortDown(kind) : text.sortUp(kind);
  return (
    <SortHead
      name={kind}
      small={period}
      class="num bank-figure"
      sorted={own === null ? null : own.down ? 'descending' : 'ascending'}
      hint={`${hint} · ${text.rangeSort}`}
      onClick={() => props.onSort(next)}
    />
  );
}

/** The name of a column that sorts by it. */
export function SortHead(props: {
  name: string;
  small?: string;
  class?: string;
  sorted: 'ascending' | 'descending' | null;
  hint: string;
  onClick: () => void;
}) {
  const { sorted } = props;
  return (
    <th class={props.class ?? ''} aria-sort={sorted ?? undefined}>
      <button type="button" class="long-sort" title={props.hint} onClick={props.onClick}>
        <span>
          {props.name}
          {props.small !== undefined && <small>{props.small}</small>}
        </span>
        {sorted !== null && <Icon name={sorted === 'descending' ? 'down' : 'up'} size={11} />}
      </button>
    </th>
  );
}

/** Days as text, each worked out once: a long table asks for the same few again and again. */
function useDays(): (atMs: number) => string {
  const language = useLanguage();
  const known = useRef(new Map<string, string>());
  return (atMs) => {
    const id = `${language} ${atMs}`;
    const day = known.current.get(id) ?? importDay(atMs, language);
    known.current.set(id, day);
    return day;
  };
}
