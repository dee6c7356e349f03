import { useMemo, useState } from 'preact/hooks';
import { longOut } from '../../../components/options/long-out';
import { BankMoves, type MovedRows } from '../../../components/options/bank-moves';
import { useLanguage, useWords } from '../../../components/ui/words';
import { hashOf } from '../../../components/options/rooms';
import type { DatedTable } from '../../../lib/analysis/bank/import-table';
import { areComparable, MOVEMENTS } from '../../../lib/analysis/bank/movement';
import { periodSpan, spanInTime } from '../../../lib/analysis/bank/period';
import { isShareKind } from '../../../lib/benchmark/metric-kind';
import type { BankAnswers, BankOf, TableName } from '../bank-worker/bank-messages';
import { textAt } from '../bank-worker/texts';
import type { PageContext } from '../page-context';
import type { BankClient } from './bank-client';
import { moveTable } from './bank-moves-text';
import { BankOut } from './bank-out';
import { TrendView } from './trend-view';
import { useAnswer } from './use-answer';

/** Words between two imports, wired. */
export function MovesView(props: {
  client: BankClient;
  of: BankOf | null;
  benchmarkId: string;
  context: PageContext;
}) {
  const { client, of, benchmarkId, context } = props;
  const words = useWords();
  const language = useLanguage();
  const all = useAnswer(client, of, { ask: 'tables' });
  const [chosen, setChosen] = useState<{ later: string | null; earlier: string | null }>({
    later: null,
    earlier: null,
  });
  const [chosenKind, setKind] = useState<string | null>(null);
  const [word, setWord] = useState<string | null>(null);
  const tables = useMemo(
    () => (all.held === null ? null : all.held.answer.tables.toSorted(newestFirst)),
    [all.held],
  );
  const earliersOf = (table: DatedTable) =>
    (tables ?? []).filter((one) => isEarlier(one, table) && areComparable(one, table));
  const laters = (tables ?? []).filter((table) => earliersOf(table).length > 0);
  const later = laters.find((table) => nameOf(table) === chosen.later) ?? laters[0] ?? null;
  const earliers = later === null ? [] : earliersOf(later);
  const earlier = earliers.find((table) => nameOf(table) === chosen.earlier) ?? earliers[0] ?? null;
  const kinds = (later?.kinds ?? [])
    .filter((kind) => earlier?.kinds.includes(kind))
    .map((kind) => ({ kind, share: isShareKind(kind) }));
  const kind = kinds.find((one) => one.kind === chosenKind) ?? kinds[0] ?? null;
  const { held } = useAnswer(
    client,
    of,
    later === null || earlier === null || kind === null
      ? null
      : { ask: 'movements', before: asked(earlier), after: asked(later), kind: kind.kind },
  );
  // Rows under a head that names other tables would be wrong numbers.
  const isOwn =
    held !== null &&
    held.of.stamp === of?.stamp &&
    held.question.kind === kind?.kind &&
    isTable(held.question.after, later) &&
    isTable(held.question.before, earlier);
  const moved = useMemo(() => (held === null ? null : movedRows(held.answer)), [held]);
  const own = isOwn ? moved : null;
  return (
    <BankMoves
      tables={tables}
      unreadable={all.held?.answer.unreadable ?? 0}
      hasUnknown={(tables ?? []).some(({ basis }) => periodSpan(basis.period) === null)}
      laters={laters}
      earliers={earliers}
      later={later}
      earlier={earlier}
      kinds={kinds}
      kind={kind}
      moved={own}
      renderTools={(places) => (
        <BankOut
          name={words.options.bank.views.moves}
          table={() =>
            own === null || earlier === null || later === null || kind === null
              ? longOut([], 0, () => [])
              : moveTable({ moved: own, earlier, later, kind }, places, words, language)
          }
          disabled={own === null || places.length === 0}
          context={context}
        />
      )}
      beside={
        word !== null &&
        later !== null && (
          <TrendView
            client={client}
            of={of}
            word={word}
            basis={later.basis}
            kinds={kinds}
            first={kind?.kind ?? null}
            onClose={() => setWord(null)}
          />
        )
      }
      onWord={setWord}
      onLater={(table) => setChosen({ later: nameOf(table), earlier: null })}
      onEarlier={(table) =>
        setChosen({ later: later === null ? null : nameOf(later), earlier: nameOf(table) })
      }
      onKind={setKind}
      onImport={() => {
        location.hash = hashOf('import', benchmarkId);
      }}
    />
  );
}

const nameOf = ({ importId, basis }: DatedTable) => `${importId} ${basis.source} ${basis.period}`;
const isTable = (name: TableName, table: DatedTable | null) =>
  table !== null && nameOf({ ...table, ...name }) === nameOf(table);
const asked = ({ importId, basis }: DatedTable) => ({ importId, basis });
const endOf = ({ basis, importedAtMs }: DatedTable) =>
  spanInTime(basis.period, importedAtMs)?.toMs ?? importedAtMs;

/** By the days that the figures are of, not by when somebody came to import them. */
function newestFirst(a: DatedTable, b: DatedTable): number {
  return endOf(b) - endOf(a) || b.importedAtMs - a.importedAtMs;
}

function isEarlier(one: DatedTable, other: DatedTable): boolean {
  return newestFirst(one, other) > 0;
}

function movedRows({ texts, movements, figures, counts }: BankAnswers['movements']): MovedRows {
  const figure = (at: number, from: 0 | 2) => {
    const min = figures[at * 4 + from] ?? Number.NaN;
    return Number.isNaN(min) ? null : { min, max: figures[at * 4 + from + 1]! };
  };
  return {
    size: movements.length,
    word: (at) => textAt(texts, at),
    movement: (at) => MOVEMENTS[movements[at] ?? 0] ?? 'unsure',
    before: (at) => figure(at, 0),
    after: (at) => figure(at, 2),
    counts,
  };
}
