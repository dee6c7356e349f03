import { useMemo, useRef } from 'preact/hooks';
import type { BankFigure, BankRows } from '../../../components/options/bank-rows';
import type { Basis } from '../../../lib/analysis/bank/basis';
import { basesOf } from '../../../lib/analysis/bank/basis';
import { WHOLE_BANK, type BankQuery } from '../../../lib/analysis/bank/bank-query';
import { bankWords, CLASS_NUMBERS } from '../../../lib/analysis/bank/bank-words';
import { figureColumn } from '../../../lib/analysis/bank/figure-column';
import { isShareKind } from '../../../lib/benchmark/metric-kind';
import type { KeywordsBegun } from '../../../lib/db/keywords-begun';
import { keywordsBegun } from '../../../lib/db/keywords-begun';
import type { Reader } from '../../../lib/db/reader';
import { useLive } from '../../../lib/db/use-live';
import type { BankAnswers, BankOf } from '../bank-worker/bank-messages';
import { textAt } from '../bank-worker/texts';
import type { BankClient } from './bank-client';
import { useAnswer } from './use-answer';

type Whole = BankAnswers['bank'];

/** A bank as it can be drawn: words and figures that belong together, and which of them in which order. */
export type Shown = {
  rows: BankRows;
  order: Uint32Array;
  bases: Whole['bases'];
  basis: Basis | null;
  revision: number | null;
  /** How many words there are in all, also where only the first are here yet. */
  total: number;
  /** Null until all words are here. */
  found: { unsure: number; without: number } | null;
  older: number;
  isShare: (kind: string) => boolean;
};

/**
 * The bank of a benchmark: its first words as soon as the page has read them, then all of them from
 * the worker. `basis` null shows that of the most words.
 */
export function useBank(
  client: BankClient,
  reader: Reader,
  benchmarkId: string | null,
  basis: Basis | null,
  query: BankQuery,
) {
  const live = useLive(
    benchmarkId === null
      ? null
      : async () => {
          const [begun, imports] = await Promise.all([
            keywordsBegun(reader, benchmarkId),
            reader.imports(benchmarkId),
          ]);
          return { benchmarkId, begun, imports: imports.map(({ value }) => value.id).join() };
        },
    [benchmarkId],
  );
  const known =
    live.state === 'value' && live.value.benchmarkId === benchmarkId ? live.value : null;
  const begun = known?.begun ?? null;
  const of = useMemo<BankOf | null>(
    () =>
      known === null || known.begun === null
        ? null
        : { benchmarkId: known.benchmarkId, stamp: `${known.begun.revision} ${known.imports}` },
    [known],
  );
  const first = useMemo(() => (begun === null ? null : firstShown(begun, basis)), [begun, basis]);
  // The basis that the first words suggest stays, so that no other one comes up under the reader's eyes.
  const wanted = basis ?? first?.basis ?? null;
  const whole = useAnswer(client, of, { ask: 'bank', basis: wanted });
  const shownBasis = whole.held?.answer.basis ?? null;
  const order = useAnswer(
    client,
    of,
    shownBasis === null && whole.held === null
      ? null
      : { ask: 'order', basis: shownBasis ?? { source: '', period: '' }, query },
  );
  const dated = useAnswer(
    client,
    of,
    shownBasis === null ? null : { ask: 'dates', basis: shownBasis },
  );
  const last = useRef<{ shown: Shown; benchmarkId: string } | null>(null);
  const dates =
    dated.held !== null &&
    whole.held !== null &&
    dated.held.of.stamp === whole.held.of.stamp &&
    shownBasis !== null &&
    isSame(dated.held.question.basis, shownBasis)
      ? dated.held.answer
      : null;
  const rows = useMemo(
    () => (whole.held === null ? null : rowsOf(whole.held.answer, dates)),
    [whole.held, dates],
  );
  const pair = useMemo((): Shown | null => {
    if (whole.held === null || rows === null) return null;
    const { answer, of: read } = whole.held;
    const base = { ...rows, basis: answer.basis, bases: answer.bases };
    const told = { revision: answer.revision, older: dates?.older ?? 0, total: rows.rows.size };
    if (JSON.stringify(query) === WHOLE && rows.rows.size === answer.classes.length) {
      const all = Uint32Array.from(answer.classes, (_, at) => at);
      return { ...base, ...told, order: all, found: { unsure: 0, without: 0 } };
    }
    if (order.held === null || order.held.of.stamp !== read.stamp) return null;
    const { basis: sorted } = order.held.question;
    if (answer.basis !== null && !isSame(sorted, answer.basis)) return null;
    const { order: places, unsure, without } = order.held.answer;
    return { ...base, ...told, order: places, found: { unsure, without } };
  }, [whole.held, rows, order.held, dates, query]);
  if (pair !== null && benchmarkId !== null) last.current = { shown: pair, benchmarkId };
  const kept = last.current?.benchmarkId === benchmarkId ? last.current.shown : null;

  const isDamaged = whole.held?.answer.damaged === true;
  const isEmpty = known !== null && (begun === null || begun.count === 0);
  const shown = isEmpty ? null : (pair ?? kept ?? first);
  return {
    of,
    shown: isDamaged ? null : shown,
    size: isEmpty ? 0 : (shown?.total ?? null),
    state: stateOf({
      isFailed: live.state === 'error' || whole.why === 'failed' || order.why === 'failed',
      isDamaged,
      isOpen: isEmpty || shown !== null,
    }),
    retry: () => {
      whole.retry();
      order.retry();
    },
  };
}

const WHOLE = JSON.stringify(WHOLE_BANK);

function stateOf(of: { isFailed: boolean; isDamaged: boolean; isOpen: boolean }) {
  if (of.isDamaged) return 'damaged' as const;
  if (of.isFailed) return 'failed' as const;
  return of.isOpen ? ('open' as const) : ('reading' as const);
}

function isSame(a: Basis, b: Basis): boolean {
  return a.source === b.source && a.period === b.period;
}

/** What the first chunk has to show, in its own order, until the worker has read them all. */
function firstShown(begun: KeywordsBegun, basis: Basis | null): Shown | null {
  if (begun.first.length === 0) return null;
  const words = bankWords(begun.first);
  const bases = basesOf(words.metrics);
  const own =
    bases.find((one) => basis !== null && isSame(one, basis)) ??
    (basis === null ? bases[0] : undefined);
  const columns = (own?.kinds ?? []).map((kind) => ({
    ...figureColumn(words.metrics, basis ?? own ?? { source: '', period: '' }, kind),
    share: isShareKind(kind),
  }));
  const figures = new Map(columns.map((column) => [column.kind, column]));
  return {
    rows: {
      size: words.size,
      word: (at) => words.words[at] ?? '',
      classOf: (at) => CLASS_NUMBERS[words.classes[at] ?? 0] ?? null,
      mustHave: (at) => words.mustHave[at] === 1,
      figure: (kind, at) => figureOf(figures.get(kind), at),
      kinds: columns.map(({ kind, share }) => ({ kind, share })),
      newestMs: null,
    },
    order: Uint32Array.from(words.words, (_, at) => at),
    bases,
    basis: own === undefined ? basis : { source: own.source, period: own.period },
    revision: begun.revision,
    total: begun.count,
    found: null,
    older: 0,
    isShare: isShareKind,
  };
}

function rowsOf(whole: Whole, dates: BankAnswers['dates'] | null): Pick<Shown, 'rows' | 'isShare'> {
  const times = new Map(dates?.columns.map(({ kind, atMs }) => [kind, atMs]));
  const columns = new Map(
    whole.columns.map((column) => [column.kind, { ...column, atMs: times.get(column.kind) }]),
  );
  return {
    rows: {
      size: whole.classes.length,
      word: (at) => textAt(whole.texts, at),
      classOf: (at) => CLASS_NUMBERS[whole.classes[at] ?? 0] ?? null,
      mustHave: (at) => whole.mustHave[at] === 1,
      figure: (kind, at) => figureOf(columns.get(kind), at),
      kinds: whole.columns.map(({ kind, share }) => ({ kind, share })),
      newestMs: dates?.newestMs ?? null,
    },
    isShare: isShareKind,
  };
}

function figureOf(
  column: { min: Float64Array; max: Float64Array; atMs: Float64Array | undefined } | undefined,
  at: number,
): BankFigure | null {
  const min = column?.min[at] ?? Number.NaN;
  if (column === undefined || Number.isNaN(min)) return null;
  const atMs = column.atMs?.[at] ?? Number.NaN;
  return { min, max: column.max[at]!, atMs: Number.isNaN(atMs) ? null : atMs };
}
