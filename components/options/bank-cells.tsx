import { useRef } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useWords } from '../ui/words';
import type { BankFigure, BankKind, BankRows } from './bank-rows';
import { kindFigureText } from './bank-text';
import { memo } from './memo';

/** What can be done in a row; one object for all of them, the same from drawing to drawing. */
export type BankActions = {
  select: (place: number, on: boolean, isRange: boolean) => void;
  word: (at: number) => void;
  dayOf: (atMs: number) => string;
};

type Props = {
  rows: BankRows;
  /** The row's place in the table, and the word's in the bank. */
  place: number;
  at: number;
  kinds: readonly BankKind[];
  selected: boolean;
  readOnly: boolean;
  tabIndex: 0 | -1;
  on: BankActions;
};

/** One word of the bank: its figures, class and mark. Drawn again only when one of them changes. */
export const BankCells = memo(function BankCells(props: Props) {
  const { rows, place, at, kinds, tabIndex, on } = props;
  const isShift = useRef(false);
  const words = useWords();
  const { bank: text } = words.options;
  const word = rows.word(at);
  const of = rows.classOf(at);
  return (
    <>
      <td class="bank-select">
        <input
          type="checkbox"
          aria-label={text.select(word)}
          checked={props.selected}
          disabled={props.readOnly}
          tabIndex={tabIndex}
          // The click comes before the change, and alone knows of the key.
          onClick={(event) => {
            isShift.current = event.shiftKey;
          }}
          onChange={(event) => {
            on.select(place, event.currentTarget.checked, isShift.current);
            isShift.current = false;
          }}
        />
      </td>
      <td>
        <button
          type="button"
          class="long-word"
          dir="auto"
          title={word}
          tabIndex={tabIndex}
          onClick={() => on.word(at)}
        >
          {word}
        </button>
      </td>
      {kinds.map(({ kind, share }) => {
        const figure = rows.figure(kind, at);
        const isOld = figure !== null && isOlder(figure, rows.newestMs);
        return (
          <td
            key={kind}
            class={isOld ? 'num bank-old' : 'num'}
            title={figure === null ? undefined : titleOf(figure, isOld, on.dayOf, text)}
          >
            {figure === null ? words.common.none : kindFigureText(figure, share)}
          </td>
        );
      })}
      <td class="bank-class">{of === null ? '' : words.common.keywordClasses[of]}</td>
      <td class="bank-must">
        {rows.mustHave(at) && (
          <>
            <Icon name="check" size={13} />
            <span class="visually-hidden">{text.yes}</span>
          </>
        )}
      </td>
    </>
  );
});

/** True for a figure that is of an earlier import than the newest, or of none. */
function isOlder(figure: BankFigure, newestMs: number | null): boolean {
  return newestMs !== null && figure.atMs !== newestMs;
}

function titleOf(
  figure: BankFigure,
  isOld: boolean,
  dayOf: (atMs: number) => string,
  text: { importedAt: (day: string) => string; notImported: string },
): string | undefined {
  if (figure.atMs !== null) return text.importedAt(dayOf(figure.atMs));
  return isOld ? text.notImported : undefined;
}
