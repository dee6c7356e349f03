import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { RuleListing } from '../../components/options/amount-rules';
import { ChangesRoom, type ChangeDays } from '../../components/options/changes-room';
import { useWords } from '../../components/ui/words';
import type { Watchlist } from '../../lib/benchmark/watchlist';
import type { Reader, Stored } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import type { ChangeNews } from '../../lib/messaging/change-news';
import { sendMessage } from '../../lib/messaging/messenger';
import type { FailureCode } from '../../lib/messaging/result';
import { run } from './command';
import type { PageContext } from './page-context';
import { useTableOut } from './use-table-out';

const DAY_MS = 86_400_000;

/** The room 变化, wired: changes by message, told anew whenever one is written. */
export function ChangesPage(props: { lists: readonly Stored<Watchlist>[]; context: PageContext }) {
  const { context } = props;
  const { changes } = useWords().options;
  const out = useTableOut(changes.title, context);
  const [days, setDays] = useState<ChangeDays>(7);
  const { news, more, failure, retry } = useNews(context.reader, days);
  const [unsaved, setUnsaved] = useState<FailureCode | null>(null);
  const lists = useMemo(
    () =>
      props.lists.map(({ value }) => ({
        id: value.id,
        name: value.name,
        listingIds: value.entries.map(({ listingId }) => listingId),
      })),
    [props.lists],
  );
  const [rulesOpen, setRulesOpen] = useState(false);
  const listings = useListings(context.reader, rulesOpen ? lists : null);
  return (
    <ChangesRoom
      news={news}
      more={more}
      failure={failure ?? unsaved}
      lists={lists}
      days={days}
      rules={context.settings.changeRules}
      listings={listings}
      newId={() => crypto.randomUUID()}
      onRulesOpen={() => setRulesOpen(true)}
      readOnly={context.readOnly}
      nowMs={context.nowMs}
      onDays={setDays}
      onRules={(changeRules) =>
        void run({ kind: 'save-settings', patch: { changeRules } }).then((answer) =>
          setUnsaved(answer.ok ? null : answer.failure.code),
        )
      }
      onOut={out}
      onRetry={retry}
    />
  );
}

/** The watched listings by title; null while nobody asks for them, and until they are read. */
function useListings(
  reader: Reader,
  lists: readonly { listingIds: readonly string[] }[] | null,
): RuleListing[] | null {
  const ids = [...new Set((lists ?? []).flatMap(({ listingIds }) => listingIds))].join();
  const live = useLive(ids === '' ? null : () => reader.latestMany(ids.split(',')), [ids]);
  if (live.state !== 'value') return null;
  return live.value.flatMap((row) =>
    row === null ? [] : [{ listingId: row.listingId, title: row.snapshot.title.value }],
  );
}

type News = {
  news: readonly ChangeNews[] | null;
  more: boolean;
  failure: FailureCode | null;
  retry: () => void;
};

/** The changes of the last days; the old ones stay on the screen until the new ones are there. */
function useNews(reader: Reader, days: ChangeDays): News {
  const [got, setGot] = useState<{ news: ChangeNews[]; more: boolean } | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [attempt, setAttempt] = useState(0);
  const live = useLive(() => madeOf(reader), []);
  const stamp = live.state === 'value' ? live.value : null;
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const answer = await ask(Date.now() - days * DAY_MS);
      if (gone) return;
      setFailure(answer.ok ? null : answer.code);
      if (answer.ok) setGot(answer.value);
    };
    if (stamp !== null) void load();
    return () => {
      gone = true;
    };
  }, [stamp, days, attempt]);
  const retry = useCallback(() => setAttempt((old) => old + 1), []);
  return { news: got?.news ?? null, more: got?.more ?? false, failure, retry };
}

/** A text that changes when anything the news are made of is written. */
async function madeOf(reader: Reader): Promise<string> {
  const [[newest], benchmarks, settings] = await Promise.all([
    reader.changesSince(0, 1),
    reader.benchmarks(),
    reader.settings(),
  ]);
  const counts = await Promise.all(benchmarks.map(({ value }) => reader.keywordCount(value.id)));
  return [
    `${newest?.listingId ?? ''}:${newest?.atMs ?? 0}`,
    benchmarks.map(({ value, revision }) => `${value.id}:${revision}`).join(),
    counts.map((count) => count?.revision ?? 0).join(),
    settings?.revision ?? 0,
  ].join('|');
}

async function ask(
  sinceMs: number,
): Promise<
  { ok: true; value: { news: ChangeNews[]; more: boolean } } | { ok: false; code: FailureCode }
> {
  try {
    const answer = await sendMessage('recent-changes', { sinceMs: Math.max(0, sinceMs) });
    return answer.ok ? answer : { ok: false, code: answer.failure.code };
  } catch {
    return { ok: false, code: 'internal' };
  }
}
