import { useMemo, useState } from 'preact/hooks';
import { BankBulk } from '../../../components/options/bank-bulk';
import { BankFilter } from '../../../components/options/bank-filter';
import { noSelection, selectedPlaces, type Selection } from '../../../components/options/bank-rows';
import { BankTable } from '../../../components/options/bank-table';
import { basisText, importDay, periodText, wordsText } from '../../../components/options/bank-text';
import { Menu } from '../../../components/ui/menu';
import { Notice } from '../../../components/ui/notice';
import { useLanguage, useWords } from '../../../components/ui/words';
import type { BankQuery } from '../../../lib/analysis/bank/bank-query';
import type { BankOf } from '../bank-worker/bank-messages';
import type { PageContext } from '../page-context';
import type { BankClient } from './bank-client';
import { BankOut } from './bank-out';
import { bankTable } from './bank-table-text';
import { TrendView } from './trend-view';
import type { Shown } from './use-bank';
import { useLongOut } from './use-long-out';
import { useMarks } from './use-marks';
import { usePresets } from './use-presets';

/** Columns of figures that are shown unless others are chosen. */
const FEW = 5;

type Props = {
  client: BankClient;
  of: BankOf | null;
  shown: Shown;
  benchmarkId: string;
  query: BankQuery;
  /** True while keywords of this benchmark were edited and not saved. */
  hasDraft: boolean;
  context: PageContext;
  onQuery: (patch: Partial<BankQuery>) => void;
};

/** The words of a bank: filtered, sorted, selected, marked, with the trend of one beside them. */
export function WordsView(props: Props) {
  const { shown, benchmarkId, query, hasDraft, context, onQuery } = props;
  const words = useWords();
  const language = useLanguage();
  const { bank: text } = words.options;
  const { rows, order, basis, revision } = shown;
  const [held, setHeld] = useState<{ revision: number | null; selection: Selection } | null>(null);
  const [chosenKinds, setKinds] = useState<readonly string[] | null>(null);
  const [word, setWord] = useState<string | null>(null);
  const mark = useMarks(benchmarkId, context);
  const savePresets = usePresets(context);

  // A selection is of the words as they stood: after another save, place 7 may be another word.
  const selection = useMemo(
    () =>
      held !== null && held.revision === revision && held.selection.marks.length === rows.size
        ? held.selection
        : noSelection(rows.size),
    [held, revision, rows.size],
  );
  const kinds = useMemo(() => {
    const wanted = chosenKinds ?? rows.kinds.slice(0, FEW).map(({ kind }) => kind);
    return rows.kinds.filter(({ kind }) => wanted.includes(kind));
  }, [rows.kinds, chosenKinds]);
  const readOnly = context.readOnly || shown.found === null;
  const setSelection = (next: Selection) => setHeld({ revision, selection: next });
  const table = (places: ArrayLike<number>) =>
    bankTable({ rows, kinds, basis }, places, words, language);
  const selectedOut = useLongOut(text.title, context);

  return (
    <>
      <div class="bank-tools">
        <Menu
          label={text.columns.label}
          disabled={rows.kinds.length === 0}
          align="end"
          items={rows.kinds.map(({ kind }) => {
            const checked = kinds.some((one) => one.kind === kind);
            return {
              id: kind,
              label: kind,
              checked,
              onChoose: () =>
                setKinds(
                  checked
                    ? kinds.filter((one) => one.kind !== kind).map((one) => one.kind)
                    : [...kinds.map((one) => one.kind), kind],
                ),
            };
          })}
        />
        <BankOut
          name={text.title}
          table={() => table(order)}
          disabled={order.length === 0 || shown.found === null}
          context={context}
        />
      </div>
      <BankFilter
        query={query}
        kinds={rows.kinds}
        isShare={shown.isShare}
        presets={context.settings.bankPresets}
        readOnly={context.readOnly}
        hasOlder={shown.older > 0}
        found={
          shown.found === null ? null : { shown: order.length, all: rows.size, ...shown.found }
        }
        onQuery={onQuery}
        onPresets={savePresets}
      />
      {shown.older > 0 && rows.newestMs !== null && !query.newest && (
        <Notice kind="remark">
          {text.older(wordsText(shown.older, words), importDay(rows.newestMs, language))}
        </Notice>
      )}
      {hasDraft && <Notice kind="remark">{text.unsaved}</Notice>}
      {selection.count > 0 && (
        <BankBulk
          count={selection.count}
          readOnly={readOnly || hasDraft}
          onMark={(one) => {
            if (revision === null) return;
            void mark(rows, selectedPlaces(selection), one, revision, (next) =>
              setHeld({ revision: next, selection }),
            );
          }}
          onCopy={() => void selectedOut.send(table(selectedPlaces(selection)), 'tsv')}
          onClear={() => setHeld(null)}
        />
      )}
      <div class="bank-main">
        <div class="bank-list">
          <BankTable
            rows={rows}
            order={order}
            kinds={kinds}
            period={basis === null ? '' : periodText(basis.period, words)}
            sort={query.sort}
            selection={selection}
            readOnly={readOnly}
            onSort={(sort) => onQuery({ sort })}
            onSelect={setSelection}
            onWord={(at) => setWord(rows.word(at))}
            empty={text.noneFound}
          />
          <p class="bank-hint">
            {basis === null ? text.noFigures : basisText(basis, words)} · {text.keys}
          </p>
        </div>
        {word !== null && (
          <TrendView
            client={props.client}
            of={props.of}
            word={word}
            basis={basis}
            kinds={rows.kinds}
            onClose={() => setWord(null)}
          />
        )}
      </div>
    </>
  );
}
