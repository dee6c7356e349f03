import type { JSX } from 'preact';
import type { KeywordClass } from '../../lib/benchmark/keyword';
import { useWords } from '../ui/words';
import { kindFigureText } from './bank-text';
import { metricOf, withMetric, type FigureReader, type MetricKey } from './figure-input';
import type { KeywordRow as Row, RowProblem } from './keyword-rows';
import { memo } from './memo';
import { metricName } from './metric-name';
import { withWords } from './tag-words';

/** The columns that the keyboard moves within. */
export type KeywordColumn = 'word' | 'figure' | 'synonyms';

type Props = {
  row: Row;
  index: number;
  selected: boolean;
  problem: RowProblem | null;
  metric: MetricKey | null;
  readFigure: FigureReader;
  /** Whether the metric is kept as a share and shown in per cent. */
  isShare: boolean;
  readOnly: boolean;
  onRow: (row: Row) => void;
  onSelect: (key: number, on: boolean) => void;
  onMove: (index: number, column: KeywordColumn, step: 1 | -1, isEnter: boolean) => void;
};

/** One keyword as a row of inputs. */
export const KeywordRowView = memo(function KeywordRowView(props: Props) {
  const { row, index, selected, problem, metric, readOnly, onRow, onSelect } = props;
  const words = useWords();
  const { keywords: own } = words.options.benchmarks;
  const { keyword } = row;
  const name = keyword.word === '' ? own.rowOf(index + 1) : keyword.word;
  const set = (patch: Partial<typeof keyword>) =>
    onRow({ ...row, keyword: { ...keyword, ...patch } });
  const figure = metricOf(keyword, metric);
  const sentence = problem === null ? undefined : own.problem[problem];
  return (
    <tr data-row={index} aria-rowindex={index + 2} class={problem === null ? '' : 'keyword-bad'}>
      <td class="keyword-select">
        <input
          type="checkbox"
          aria-label={own.select(name)}
          checked={selected}
          disabled={readOnly}
          onChange={(event) => onSelect(row.key, event.currentTarget.checked)}
        />
      </td>
      <td class="keyword-word">
        <input
          data-column="word"
          {...cell(props, 'word')}
          aria-label={`${own.word} ${index + 1}`}
          aria-invalid={problem === 'duplicate' || problem === 'long'}
          title={sentence}
          value={keyword.word}
          onInput={(event) => set({ word: event.currentTarget.value })}
        />
      </td>
      <td class="keyword-figure">
        <input
          data-column="figure"
          {...cell(props, 'figure')}
          aria-label={`${name} ${metric === null ? own.figure : metricName(metric, words, false)}`}
          aria-invalid={row.figure !== null}
          title={
            row.figure === null ? undefined : props.isShare ? own.shareProblem : own.problem.figure
          }
          disabled={readOnly || metric === null}
          value={row.figure ?? (figure === null ? '' : kindFigureText(figure, props.isShare))}
          onChange={(event) => {
            if (metric !== null)
              onRow(withFigure(row, metric, event.currentTarget.value, props.readFigure));
          }}
        />
      </td>
      <td class="keyword-class">
        <select
          aria-label={`${name} ${own.class}`}
          disabled={readOnly}
          value={keyword.class ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            set({ class: chosen === '' ? null : (chosen as KeywordClass) });
          }}
        >
          <option value="">{own.noClass}</option>
          {Object.entries(words.common.keywordClasses).map(([value, label]) => (
            <option key={value} value={value} selected={keyword.class === value}>
              {label}
            </option>
          ))}
        </select>
      </td>
      <td class="keyword-tick">
        <input
          type="checkbox"
          aria-label={`${name} ${own.mustHave}`}
          checked={keyword.mustHave}
          disabled={readOnly}
          onChange={(event) => set({ mustHave: event.currentTarget.checked })}
        />
      </td>
      <td class="keyword-synonyms">
        <input
          data-column="synonyms"
          {...cell(props, 'synonyms')}
          aria-label={`${name} ${own.synonyms}`}
          value={keyword.synonyms.join(words.common.listSeparator)}
          onChange={(event) =>
            set({ synonyms: withWords([], event.currentTarget.value, 60).slice(0, 20) })
          }
        />
      </td>
      <td class="keyword-tick">
        <input
          type="checkbox"
          aria-label={`${name} ${own.atomic}`}
          checked={keyword.atomic}
          disabled={readOnly}
          onChange={(event) => set({ atomic: event.currentTarget.checked })}
        />
      </td>
    </tr>
  );
});

/** The row with a typed figure: read into the metric, or kept as typed where it does not read. */
function withFigure(row: Row, metric: MetricKey, text: string, read: FigureReader): Row {
  const figure = read(text, metric.kind);
  if (figure === 'bad') return { ...row, figure: text };
  const keyword = withMetric(row.keyword, metric, figure === 'none' ? null : figure);
  return { ...row, keyword, figure: null };
}

/** What every text cell has: its column, and Enter and the arrows for the rows. */
function cell(props: Props, column: KeywordColumn): JSX.IntrinsicElements['input'] {
  return {
    type: 'text',
    autocomplete: 'off',
    spellcheck: false,
    disabled: props.readOnly,
    onKeyDown: (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const steps: Record<string, 1 | -1> = {
        Enter: event.shiftKey ? -1 : 1,
        ArrowDown: 1,
        ArrowUp: -1,
      };
      const step = steps[event.key];
      if (step === undefined) return;
      event.preventDefault();
      props.onMove(props.index, column, step, event.key === 'Enter');
    },
  };
}
