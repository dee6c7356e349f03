import { useMemo, useState } from 'preact/hooks';
import { BankFilter } from '../../../components/options/bank-filter';
import { BankGaps } from '../../../components/options/bank-gaps';
import { BankTitles } from '../../../components/options/bank-titles';
import { longOut } from '../../../components/options/long-out';
import { Skeleton } from '../../../components/ui/skeleton';
import { useWords } from '../../../components/ui/words';
import type { BankQuery } from '../../../lib/analysis/bank/bank-query';
import { GAP_CELLS, type GapView } from '../../../lib/analysis/bank/gap-matrix';
import type { BankOf } from '../bank-worker/bank-messages';
import type { PageContext } from '../page-context';
import type { BankClient } from './bank-client';
import { BankOut } from './bank-out';
import { figureCell } from './bank-table-text';
import { TrendView } from './trend-view';
import { useAnswer } from './use-answer';
import type { Shown } from './use-bank';
import { usePresets } from './use-presets';
import type { Titles } from './use-titles';

/** Most titles side by side, and how many of each side are taken at first. */
const MOST = 12;
const FIRST_MINE = 3;
const FIRST_THEIRS = 5;

/** Keywords against titles, wired. */
export function GapsView(props: {
  client: BankClient;
  of: BankOf | null;
  shown: Shown;
  titles: Titles;
  query: BankQuery;
  context: PageContext;
  onQuery: (patch: Partial<BankQuery>) => void;
}) {
  const { client, of, shown, titles, query, context } = props;
  const words = useWords();
  const { bank: text } = words.options;
  const { rows, basis } = shown;
  const savePresets = usePresets(context);
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const [view, setView] = useState<GapView>('all');
  const [word, setWord] = useState<string | null>(null);
  const choices = titles.choices;
  const chosen = useMemo(() => picked ?? firstOf(choices ?? []), [picked, choices]);
  const columns = useMemo(
    () => chosen.flatMap((id) => choices?.find((one) => one.listingId === id) ?? []),
    [chosen, choices],
  );
  const { held } = useAnswer(
    client,
    of,
    columns.length === 0
      ? null
      : {
          ask: 'gaps',
          basis,
          query,
          view,
          titles: columns.map(({ title, mine }) => ({ title, mine })),
        },
  );
  const isOwn =
    held !== null &&
    shown.found !== null &&
    held.of.stamp === of?.stamp &&
    JSON.stringify(held.question.titles) ===
      JSON.stringify(columns.map(({ title, mine }) => ({ title, mine })));
  const matrix = useMemo(() => {
    if (held === null) return null;
    const { order, cells, counts } = held.answer;
    return {
      order,
      counts,
      cell: (title: number, at: number) => GAP_CELLS[cells[title]?.[at] ?? 5] ?? 'unread',
    };
  }, [held]);
  if (choices === null) return <Skeleton lines={12} />;
  const own = isOwn ? matrix : null;
  const sorted = query.sort.by === 'figure' ? query.sort.kind : null;
  const kind = rows.kinds.find((one) => one.kind === sorted) ?? rows.kinds[0] ?? null;
  const table = () => {
    const order = own?.order ?? [];
    const head = [
      text.columns.word,
      ...(kind === null ? [] : [kind.kind]),
      ...columns.map(
        ({ title, mine }) =>
          `${mine ? text.gaps.mine : text.gaps.theirs} ${title ?? text.gaps.noTitle}`,
      ),
    ];
    return longOut(head, order.length, (index) => {
      const at = order[index]!;
      const figure = kind === null ? null : rows.figure(kind.kind, at);
      return [
        rows.word(at),
        ...(kind === null ? [] : [figure === null ? '' : figureCell(figure, kind.share)]),
        ...columns.map((_, index) => {
          const cell = own?.cell(index, at) ?? 'unread';
          return cell === 'unread' ? text.gaps.unread : words.common.tiers[cell];
        }),
      ];
    });
  };
  return (
    <>
      <div class="bank-tools">
        <BankOut
          name={text.views.gaps}
          table={table}
          disabled={own === null || own.order.length === 0}
          context={context}
        />
      </div>
      <BankTitles
        choices={choices}
        chosen={chosen}
        most={MOST}
        onChosen={(ids) => {
          setPicked(ids);
          setView('all');
        }}
      />
      {columns.length > 0 && (
        <BankFilter
          query={query}
          kinds={rows.kinds}
          isShare={shown.isShare}
          presets={context.settings.bankPresets}
          readOnly={context.readOnly}
          found={undefined}
          hasOlder={shown.older > 0}
          onQuery={props.onQuery}
          onPresets={savePresets}
        />
      )}
      <BankGaps
        titles={columns}
        rows={rows}
        kind={kind}
        view={view}
        matrix={own}
        beside={
          word !== null && (
            <TrendView
              client={client}
              of={of}
              word={word}
              basis={basis}
              kinds={rows.kinds}
              first={kind?.kind ?? null}
              onClose={() => setWord(null)}
            />
          )
        }
        onWord={setWord}
        onView={setView}
      />
    </>
  );
}

/** Mine and watched competitors that this benchmark fits, a few of each. */
function firstOf(choices: NonNullable<Titles['choices']>): string[] {
  const those = (isMine: boolean, most: number) =>
    choices
      .filter(({ mine, fits }) => fits && mine === isMine)
      .slice(0, most)
      .map(({ listingId }) => listingId);
  return [...those(true, FIRST_MINE), ...those(false, FIRST_THEIRS)];
}
