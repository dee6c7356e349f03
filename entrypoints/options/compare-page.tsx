import { useEffect, useMemo, useState } from 'preact/hooks';
import { CompareRoom } from '../../components/options/compare-room';
import { hashOf } from '../../components/options/rooms';
import { useWords } from '../../components/ui/words';
import type { Comparison } from '../../lib/analysis/compare-result';
import type { Benchmark } from '../../lib/benchmark/benchmark';
import type { Watchlist } from '../../lib/benchmark/watchlist';
import type { Reader, Stored } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import { sendMessage } from '../../lib/messaging/messenger';
import type { FailureCode } from '../../lib/messaging/result';
import { CompareChart } from './compare-chart';
import type { PageContext } from './page-context';
import { useTableOut } from './use-table-out';
import { useFacts } from './use-facts';

const MOST = 6;
const SEPARATOR = '+';

type Props = {
  /** The chosen listings as the address holds them. */
  ids: string | null;
  lists: readonly Stored<Watchlist>[];
  benchmarks: readonly Stored<Benchmark>[];
  context: PageContext;
};

/** The room 对比, wired: what is chosen stands in the address, so that it can be kept and shared. */
export function ComparePage({ ids, lists, benchmarks, context }: Props) {
  const { compare } = useWords().options;
  const out = useTableOut(compare.title, context);
  const chosen = useMemo(() => chosenIn(ids), [ids]);
  const all = useMemo(
    () => [
      ...new Set([
        ...lists.flatMap(({ value }) => value.entries.map(({ listingId }) => listingId)),
        ...chosen,
      ]),
    ],
    [lists, chosen],
  );
  const { rows, failure: unread, retry: rereadFacts } = useFacts(context.reader, all, false);
  const [benchmarkId, setBenchmarkId] = useState<string | null>(null);
  const { comparison, failure, retry } = useComparison(context.reader, chosen, benchmarkId);
  return (
    <CompareRoom
      choices={rows}
      chosen={chosen}
      comparison={comparison}
      failure={failure ?? unread}
      benchmarks={benchmarks.map(({ value }) => ({ id: value.id, name: value.name }))}
      benchmarkId={benchmarkId}
      nowMs={context.nowMs}
      onChosen={(next) => location.replace(hashOf('compare', next.join(SEPARATOR)))}
      onBenchmark={setBenchmarkId}
      onOut={out}
      history={
        comparison !== null && (
          <CompareChart
            listingIds={chosen}
            ladder={
              benchmarks.find(({ value }) => value.id === comparison.benchmark?.id)?.value.ladder ??
              null
            }
            context={context}
          />
        )
      }
      onRetry={() => {
        rereadFacts();
        retry();
      }}
    />
  );
}

function chosenIn(ids: string | null): string[] {
  const known = (ids ?? '').split(SEPARATOR).filter((id) => /^taobao:\d{6,20}$/.test(id));
  return [...new Set(known)].slice(0, MOST);
}

/** The comparison of what is chosen, asked for again when what it is made of is written. */
function useComparison(reader: Reader, chosen: readonly string[], benchmarkId: string | null) {
  const asked = chosen.join(SEPARATOR);
  const [got, setGot] = useState<{ of: string; comparison: Comparison } | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [attempt, setAttempt] = useState(0);
  const of = `${asked}|${benchmarkId ?? ''}`;
  const live = useLive(() => madeOf(reader, chosenIn(asked)), [asked]);
  const stamp = live.state === 'value' ? live.value : null;
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const answer = await ask(chosenIn(asked), benchmarkId);
      if (gone) return;
      setFailure(typeof answer === 'string' ? answer : null);
      if (typeof answer !== 'string') setGot({ of, comparison: answer });
    };
    if (chosenIn(asked).length < 2) setFailure(null);
    else if (stamp !== null) void load();
    return () => {
      gone = true;
    };
  }, [of, asked, benchmarkId, stamp, attempt]);
  return {
    comparison: got?.of === of ? got.comparison : null,
    failure,
    retry: () => setAttempt((old) => old + 1),
  };
}

/** A text that changes when anything a comparison is made of is written. */
async function madeOf(reader: Reader, listingIds: string[]): Promise<string> {
  const [latest, verdicts, benchmarks, settings] = await Promise.all([
    reader.latestMany(listingIds),
    Promise.all(listingIds.map((id) => reader.verdictsOf(id))),
    reader.benchmarks(),
    reader.settings(),
  ]);
  const counts = await Promise.all(benchmarks.map(({ value }) => reader.keywordCount(value.id)));
  return [
    latest.map((row) => row?.seenAtMs ?? 0).join(),
    verdicts
      .flat()
      .map(({ value, revision }) => `${value.pointId}:${revision}`)
      .join(),
    benchmarks.map(({ value, revision }) => `${value.id}:${revision}`).join(),
    counts.map((count) => count?.revision ?? 0).join(),
    settings?.revision ?? 0,
  ].join('|');
}

async function ask(
  listingIds: string[],
  benchmarkId: string | null,
): Promise<Comparison | FailureCode> {
  try {
    const answer = await sendMessage('compare', { listingIds, benchmarkId });
    return answer.ok ? answer.value : answer.failure.code;
  } catch {
    return 'internal';
  }
}
