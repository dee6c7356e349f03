import { Icon } from '../ui/icon';
import { useWords } from '../ui/words';
import type { BankFigure, BankKind, BankRows } from './bank-rows';
import { kindFigureText } from './bank-text';

type Props = {
  rows: BankRows;
  at: number;
  kinds: readonly BankKind[];
  selected: boolean;
  readOnly: boolean;
  tabIndex: 0 | -1;
  dayOf: (atMs: number) => string;
  /** Whether Shift was down at the click that changes the selection. */
  onShift: (isDown: boolean) => void;
  onSelect: (on: boolean) => void;
  onWord: (at: number) => void;
};

/** One word of the bank: its figures, class and mark. */
export function BankCells(props: Props) {
  const { rows, at, kinds, tabIndex } = props;
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
          onClick={(event) => props.onShift(event.shiftKey)}
          onChange={(event) => props.onSelect(event.currentTarget.checked)}
        />
      </td>
      <td>
        <button
          type="button"
          class="long-word"
          dir="auto"
          title={word}
          tabIndex={tabIndex}
          onClick={() => props.onWord(at)}
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
            title={figure === null ? undefined : titleOf(figure, isOld, props.dayOf, text)}
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
}

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
