import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Comparison, Statement } from '../../lib/analysis/compare-result';
import type { ListingFacts } from '../../lib/messaging/listing-facts';
import type { FailureCode } from '../../lib/messaging/result';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { FailureNotice } from '../ui/notice';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { Checkbox } from '../ui/switch';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { compareTable } from './compare-rows';
import { CompareTable } from './compare-table';
import './compare.css';
import { RoomHead } from './shell';
import { TableOutButtons, type TableOut } from './table-out';
import { filterRows } from './watch-rows';

/** Most listings side by side. */
const MOST = 6;

type Props = {
  /** The listings that can be chosen, null until they are read. */
  choices: readonly ListingFacts[] | null;
  chosen: readonly string[];
  /** Null while fewer than two are chosen, and until it is there. */
  comparison: Comparison | null;
  failure: FailureCode | null;
  benchmarks: readonly { id: string; name: string }[];
  /** The benchmark asked for; null lets it be chosen by what fits. */
  benchmarkId: string | null;
  nowMs: number;
  onChosen: (listingIds: string[]) => void;
  onBenchmark: (id: string | null) => void;
  onOut: (out: TableOut) => void;
  /** The chart of their prices. */
  history: ComponentChildren;
  onRetry: () => void;
};

/** The room 对比: which listings, what only they or only mine says, and all of it side by side. */
export function CompareRoom(props: Props) {
  const { comparison, chosen, choices, benchmarks } = props;
  const words = useWords();
  const text = words.options.compare;
  const shown = chosen.length >= 2 ? comparison : null;
  const n = shown?.listings.length ?? 0;
  return (
    <div class="compare-room">
      <RoomHead
        title={text.title}
        summary={
          shown === null
            ? undefined
            : shown.benchmark === null
              ? text.noBenchmark(n)
              : text.summary(n, shown.benchmark.name)
        }
      >
        {benchmarks.length > 1 && (
          <Select
            label={text.benchmark}
            labelHidden
            value={props.benchmarkId ?? ''}
            options={[
              { value: '', label: text.ownBenchmark },
              ...benchmarks.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id) => props.onBenchmark(id === '' ? null : id)}
          />
        )}
        <TableOutButtons
          disabled={shown === null}
          table={() => (shown === null ? [] : compareTable(shown, words))}
          onOut={props.onOut}
        />
      </RoomHead>
      <Picker choices={choices} chosen={chosen} onChosen={props.onChosen} />
      {props.failure !== null && (
        <FailureNotice
          code={props.failure}
          action={<Button onClick={props.onRetry}>{words.common.actions.retry}</Button>}
        />
      )}
      {chosen.length < 2 && (
        <EmptyState icon="eye" title={text.empty.title}>
          {choices !== null && choices.length > 1 ? text.empty.pick : text.empty.text}
        </EmptyState>
      )}
      {chosen.length >= 2 && shown === null && props.failure === null && <Skeleton lines={12} />}
      {shown !== null && (
        <>
          <Consensus consensus={shown.consensus} />
          {props.history}
          <CompareTable
            comparison={shown}
            nowMs={props.nowMs}
            onRemove={(id) => props.onChosen(chosen.filter((each) => each !== id))}
          />
        </>
      )}
    </div>
  );
}

function Picker(props: {
  choices: readonly ListingFacts[] | null;
  chosen: readonly string[];
  onChosen: (listingIds: string[]) => void;
}) {
  const { choices, chosen, onChosen } = props;
  const words = useWords();
  const text = words.options.compare;
  const [search, setSearch] = useState('');
  // Open to begin with; the second choice must not shut it on the third.
  const [startsOpen] = useState(chosen.length < 2);
  const seen = useMemo(
    () =>
      filterRows(choices ?? [], { text: search, shop: '', tag: '' })
        .filter((row) => row.lastSeenMs !== null)
        .toSorted((a, b) => Number(b.mine) - Number(a.mine)),
    [choices, search],
  );
  return (
    <details class="compare-picker" open={startsOpen}>
      <summary>
        {text.pick} <small>{text.picked(chosen.length)}</small>
      </summary>
      <p>{text.pickText}</p>
      {choices === null ? (
        <Skeleton lines={3} />
      ) : (
        <>
          <TextField
            label={text.search}
            labelHidden
            placeholder={text.search}
            value={search}
            onInput={setSearch}
          />
          <ul>
            {seen.map((row) => {
              const isChosen = chosen.includes(row.listingId);
              return (
                <li key={row.listingId}>
                  <Checkbox
                    label={
                      <>
                        <bdi>{row.title ?? text.noTitle}</bdi>{' '}
                        <small>
                          {row.mine && <b>{words.common.mine} </b>}
                          <bdi>{row.shopName ?? text.noShop}</bdi>
                        </small>
                      </>
                    }
                    checked={isChosen}
                    disabled={!isChosen && chosen.length >= MOST}
                    onChange={(on) =>
                      onChosen(
                        on
                          ? [...chosen, row.listingId]
                          : chosen.filter((each) => each !== row.listingId),
                      )
                    }
                  />
                </li>
              );
            })}
          </ul>
        </>
      )}
    </details>
  );
}

function Consensus({ consensus }: { consensus: Comparison['consensus'] }) {
  const text = useWords().options.compare.consensus;
  if (consensus === null) return <p class="subtle">{text.needs}</p>;
  return (
    <div class="consensus">
      <Statements name={text.theyAll} statements={consensus.theyAllSay} />
      <Statements name={text.onlyMine} statements={consensus.onlyMineSays} />
      <p class="subtle">{text.unknown}</p>
    </div>
  );
}

function Statements(props: { name: string; statements: readonly Statement[] }) {
  const text = useWords().options.compare.consensus;
  const kinds = (['point', 'keyword', 'word', 'attribute'] as const).flatMap((kind) => {
    const said = props.statements.filter((statement) => statement.kind === kind);
    return said.length === 0 ? [] : [{ kind, said }];
  });
  return (
    <section>
      <h2>{props.name}</h2>
      {kinds.length === 0 && <p>{text.none}</p>}
      {kinds.length > 0 && (
        <dl>
          {kinds.map(({ kind, said }) => (
            <div key={kind}>
              <dt>{text.kinds[kind]}</dt>
              <dd>
                {said.map((statement) => (
                  <bdi key={statement.text} class="consensus-word">
                    {statement.text}
                  </bdi>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
