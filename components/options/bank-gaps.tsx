import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { GapCell, GapView } from '../../lib/analysis/bank/gap-matrix';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';
import { useWords } from '../ui/words';
import type { BankKind, BankRows } from './bank-rows';
import { kindFigureText } from './bank-text';
import { LongTable } from './long-table';

/** A title that the words are held against. */
export type GapTitle = {
  listingId: string;
  title: string | null;
  shopName: string | null;
  mine: boolean;
};

const ICONS: Record<GapCell, IconName> = {
  contiguous: 'check',
  near: 'check',
  scattered: 'check',
  partial: 'half',
  missing: 'cross',
  unread: 'eye-off',
};

type Props = {
  titles: readonly GapTitle[];
  rows: BankRows;
  /** The figure beside each word; null where there is none. */
  kind: BankKind | null;
  view: GapView;
  /** Null until it is there. */
  matrix: {
    order: Uint32Array;
    cell: (title: number, at: number) => GapCell;
    counts: Record<GapView, number>;
  } | null;
  /** The trend of a word beside the table. */
  beside: ComponentChildren;
  onWord: (word: string) => void;
  onView: (view: GapView) => void;
};

/** Keywords against titles side by side: mine, and competitors'. */
export function BankGaps(props: Props) {
  const { titles, rows, kind, view, matrix, onView } = props;
  const words = useWords();
  const { gaps: text } = words.options.bank;
  const [active, setActive] = useState(0);
  const order = matrix?.order ?? null;
  useEffect(() => setActive(0), [order]);
  if (titles.length === 0) return <p class="bank-found">{text.none}</p>;
  if (matrix === null) return <Skeleton lines={12} />;
  const sides = new Set(titles.map(({ mine }) => mine));
  const label = (cell: GapCell) => (cell === 'unread' ? text.unread : words.common.tiers[cell]);
  return (
    <>
      <div class="bank-bar bank-presets" role="group" aria-label={text.view}>
        {(Object.entries(text.views) as [GapView, string][]).map(([id, name]) => (
          <Button
            key={id}
            pressed={view === id}
            disabled={(id === 'theirs' || id === 'ours') && sides.size < 2}
            onClick={() => onView(id)}
          >
            {`${name} ${matrix.counts[id].toLocaleString()}`}
          </Button>
        ))}
      </div>
      <p class="bank-found">{sides.size < 2 ? text.needsMine : text.viewsText}</p>
      <div class="bank-main">
        <div class="bank-list">
          <LongTable
            label={text.table}
            count={matrix.order.length}
            active={active}
            onActive={setActive}
            topAt={matrix.order}
            minWidth={380 + 130 * titles.length}
            empty={<p class="subtle">{words.options.bank.noneFound}</p>}
            head={
              <tr>
                <th class="gap-word long-fixed">{words.options.bank.columns.word}</th>
                {kind !== null && <th class="num bank-figure">{kind.kind}</th>}
                {titles.map((one) => (
                  <th
                    key={one.listingId}
                    class={one.mine ? 'gap-mine' : ''}
                    title={one.title ?? text.noTitle}
                  >
                    <b>{one.mine ? text.mine : text.theirs}</b>
                    <span class="gap-title">{one.title ?? text.noTitle}</span>
                  </th>
                ))}
              </tr>
            }
            renderRow={(place, tabIndex) => {
              const at = matrix.order[place] ?? 0;
              const figure = kind === null ? null : rows.figure(kind.kind, at);
              return (
                <>
                  <td class="long-fixed">
                    <button
                      type="button"
                      class="long-word"
                      dir="auto"
                      title={rows.word(at)}
                      tabIndex={tabIndex}
                      onClick={() => props.onWord(rows.word(at))}
                    >
                      {rows.word(at)}
                    </button>
                  </td>
                  {kind !== null && (
                    <td class="num">
                      {figure === null ? words.common.none : kindFigureText(figure, kind.share)}
                    </td>
                  )}
                  {titles.map((one, index) => {
                    const cell = matrix.cell(index, at);
                    return (
                      <td key={one.listingId} class={`gap-cell gap-${cell}`}>
                        <Icon name={ICONS[cell]} size={12} filled={cell === 'partial'} />{' '}
                        <span>{label(cell)}</span>
                      </td>
                    );
                  })}
                </>
              );
            }}
          />
        </div>
        {props.beside}
      </div>
    </>
  );
}
