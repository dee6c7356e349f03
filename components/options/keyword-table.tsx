import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { KeywordClass } from '../../lib/benchmark/keyword';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { kindFigureText } from './bank-text';
import './keywords.css';
import { metricKeys, metricOf, type FigureReader, type MetricKey } from './figure-input';
import { KeywordRowView, type KeywordColumn } from './keyword-row';
import {
  emptyRow,
  MAX_ROWS,
  orderRows,
  rowProblems,
  searchRows,
  type KeywordOrder,
  type KeywordRow,
} from './keyword-rows';
import { metricName } from './metric-name';
import { tsv } from './table-text';
import { useRowWindow } from './use-rows';

const ROW = 36;
const HEAD = 31;

type Props = {
  rows: readonly KeywordRow[];
  readOnly: boolean;
  readFigure: FigureReader;
  /** Whether a kind is kept as a share and shown in per cent. */
  isShare: (kind: string) => boolean;
  /** Changes the rows as they are when it is called, so that quick edits never meet old ones. */
  onRows: (change: (rows: readonly KeywordRow[]) => readonly KeywordRow[]) => void;
  onRemoved: (count: number, undo: () => void) => void;
  onPaste: () => void;
  onCopy: (text: string, count: number) => void;
};

/** The keyword table: up to 50,000 rows of inputs, of which only those in sight are drawn. */
export function KeywordTable(props: Props) {
  const { rows, readOnly, onRows } = props;
  const words = useWords();
  const { keywords: own } = words.options.benchmarks;
  const [search, setSearch] = useState('');
  const [keywordClass, setClass] = useState('');
  const [chosenMetric, setMetric] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const shown = useMemo(() => searchRows(rows, search, keywordClass), [rows, search, keywordClass]);
  const problems = useMemo(() => rowProblems(rows), [rows]);
  const metrics = useMemo(() => metricKeys(rows.map((row) => row.keyword)), [rows]);
  const metric = metrics[chosenMetric] ?? metrics[0] ?? DEFAULT_METRIC;
  const { box, window, show } = useRowWindow(shown.length, ROW, HEAD);
  const focus = useRef<{ index: number; column: KeywordColumn } | null>(null);
  const latest = useRef(shown);
  latest.current = shown;

  useLayoutEffect(() => {
    const wanted = focus.current;
    if (wanted === null) return;
    const input = box.current?.querySelector<HTMLInputElement>(
      `tr[data-row="${wanted.index}"] [data-column="${wanted.column}"]`,
    );
    if (input === null || input === undefined) return;
    focus.current = null;
    input.focus();
    input.select();
  });

  const setRow = useCallback(
    (row: KeywordRow) => onRows((all) => all.map((each) => (each.key === row.key ? row : each))),
    [onRows],
  );
  const select = useCallback(
    (key: number, on: boolean) =>
      setSelected((old) => {
        const next = new Set(old);
        if (on) next.add(key);
        else next.delete(key);
        return next;
      }),
    [],
  );
  const addRow = useCallback(() => {
    focus.current = { index: latest.current.length, column: 'word' };
    onRows((all) => (all.length >= MAX_ROWS ? all : [...all, emptyRow()]));
  }, [onRows]);
  const move = useCallback(
    (index: number, column: KeywordColumn, step: 1 | -1, isEnter: boolean) => {
      const to = index + step;
      if (to < 0) return;
      if (to < latest.current.length) {
        focus.current = { index: to, column };
        show(to);
      } else if (isEnter && latest.current[index]?.keyword.word.trim() !== '') addRow();
    },
    [show, addRow],
  );
  // A row just added stands at the end: bring it into sight so that it can take the focus.
  useEffect(() => {
    if (focus.current !== null) show(focus.current.index);
  }, [shown.length, show]);

  const chosen = shown.filter((row) => selected.has(row.key));
  const removeSelected = () => {
    const gone = new Set(chosen.map((row) => row.key));
    const before = rows;
    onRows((all) => all.filter((row) => !gone.has(row.key)));
    setSelected(new Set());
    props.onRemoved(gone.size, () => onRows((now) => withBack(now, before, gone)));
  };
  const setSelectedClass = (value: string) => {
    const keys = new Set(chosen.map((row) => row.key));
    const next = value === 'none' ? null : (value as KeywordClass);
    onRows((all) =>
      all.map((row) =>
        keys.has(row.key) ? { ...row, keyword: { ...row.keyword, class: next } } : row,
      ),
    );
  };
  const toFirstProblem = () => {
    setSearch('');
    setClass('');
    const index = rows.findIndex((row) => problems.has(row.key));
    const column = problems.get(rows[index]?.key ?? -1) === 'figure' ? 'figure' : 'word';
    focus.current = { index, column };
    show(index);
  };
  const classes = Object.entries(words.common.keywordClasses).map(([value, label]) => ({
    value,
    label,
  }));

  return (
    <>
      <div class="keyword-bar">
        <TextField
          label={own.search}
          labelHidden
          placeholder={own.search}
          value={search}
          onInput={setSearch}
        />
        <Select
          label={own.class}
          labelHidden
          value={keywordClass}
          options={[
            { value: '', label: own.anyClass },
            ...classes,
            { value: 'none', label: own.noClass },
          ]}
          onChange={setClass}
        />
        {metrics.length > 1 && (
          <Select
            label={own.metric}
            labelHidden
            value={String(metrics.indexOf(metric))}
            options={metrics.map((key, index) => ({
              value: String(index),
              label: metricName(key, words, true),
            }))}
            onChange={(index) => setMetric(Number(index))}
          />
        )}
        <Select
          label={own.order}
          labelHidden
          value=""
          disabled={readOnly || rows.length < 2}
          options={[
            { value: '', label: own.order },
            ...(Object.entries(own.orderBy) as [KeywordOrder, string][]).map(([value, label]) => ({
              value,
              label,
            })),
          ]}
          onChange={(by) => {
            if (by !== '') onRows((all) => orderRows(all, by, metric));
          }}
        />
        <span class="room-space" />
        <span class="subtle" role="status">
          {shown.length === rows.length
            ? own.count(rows.length)
            : own.shown(shown.length, rows.length)}
        </span>
        <Button icon="plus" disabled={readOnly || rows.length >= MAX_ROWS} onClick={addRow}>
          {own.add}
        </Button>
        <Button kind="primary" disabled={readOnly} onClick={props.onPaste}>
          {own.paste}
        </Button>
      </div>
      {problems.size > 0 && (
        <Notice kind="remark" action={<Button onClick={toFirstProblem}>{own.showProblems}</Button>}>
          {own.problemsAt(problems.size)}
        </Notice>
      )}
      {chosen.length > 0 && (
        <div class="keyword-bar keyword-chosen">
          <Button icon="trash" kind="danger" onClick={removeSelected}>
            {own.deleteSelected(chosen.length)}
          </Button>
          <Select
            label={own.setClass}
            labelHidden
            value=""
            options={[
              { value: '', label: own.setClass },
              ...classes,
              { value: 'none', label: own.noClass },
            ]}
            onChange={(value) => {
              if (value !== '') setSelectedClass(value);
            }}
          />
          <Button
            icon="copy"
            onClick={() =>
              props.onCopy(wordsTsv(chosen, metric, props.isShare(metric.kind)), chosen.length)
            }
          >
            {own.copy}
          </Button>
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState icon="tag" title={own.empty} />
      ) : (
        <div class="keyword-box" ref={box}>
          <table class="keyword-table" aria-label={own.table} aria-rowcount={shown.length + 1}>
            <thead>
              <tr>
                <th class="keyword-select">
                  <input
                    type="checkbox"
                    aria-label={own.selectAll}
                    checked={shown.length > 0 && chosen.length === shown.length}
                    disabled={readOnly}
                    onChange={(event) =>
                      setSelected(
                        new Set(event.currentTarget.checked ? shown.map((row) => row.key) : []),
                      )
                    }
                  />
                </th>
                <th>{own.word}</th>
                <th class="keyword-figure" title={metricName(metric, words, true)}>
                  {metricName(metric, words, false)}
                </th>
                <th class="keyword-class">{own.class}</th>
                <th class="keyword-tick">{own.mustHave}</th>
                <th title={own.synonymsHint}>{own.synonyms}</th>
                <th class="keyword-tick" title={own.atomicHint}>
                  {own.atomic}
                </th>
              </tr>
            </thead>
            <tbody>
              <Gap height={window.above} />
              {shown.slice(window.from, window.to).map((row, at) => (
                <KeywordRowView
                  key={row.key}
                  row={row}
                  index={window.from + at}
                  selected={selected.has(row.key)}
                  problem={problems.get(row.key) ?? null}
                  metric={metric}
                  readOnly={readOnly}
                  readFigure={props.readFigure}
                  isShare={props.isShare(metric.kind)}
                  onRow={setRow}
                  onSelect={select}
                  onMove={move}
                />
              ))}
              <Gap height={window.below} />
            </tbody>
          </table>
          {shown.length === 0 && <p class="subtle">{own.noneFound}</p>}
        </div>
      )}
      <p class="subtle">{own.enterHint}</p>
    </>
  );
}

/** Where no figure is there yet, typed ones are 搜索人气 without a period. */
const DEFAULT_METRIC: MetricKey = { kind: '搜索人气', period: '', source: '' };

/** The rows with removed ones back where they stood, behind the row they followed. */
function withBack(
  now: readonly KeywordRow[],
  before: readonly KeywordRow[],
  gone: ReadonlySet<number>,
): KeywordRow[] {
  const newest = new Map(now.map((row) => [row.key, row]));
  const old = new Set(before.map((row) => row.key));
  const back = before.flatMap((row) => {
    const kept = newest.get(row.key);
    if (kept !== undefined) return [kept];
    return gone.has(row.key) ? [row] : [];
  });
  return [...back, ...now.filter((row) => !old.has(row.key))];
}

function wordsTsv(rows: readonly KeywordRow[], metric: MetricKey, isShare: boolean): string {
  return tsv(
    rows.map(({ keyword }) => {
      const figure = metricOf(keyword, metric);
      return [keyword.word, figure === null ? '' : kindFigureText(figure, isShare)];
    }),
  );
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" style={{ height: `${height}px` }} />;
}
