import { useState } from 'preact/hooks';
import { SetAsideList, type AsideLine } from '../../components/options/set-aside-list';
import { useWords } from '../../components/ui/words';
import { recordKey, recordKindOf } from '../../lib/benchmark/record';
import type { Reader } from '../../lib/db/reader';
import { asideText, describeAside } from '../../lib/db/set-aside';
import { useLive } from '../../lib/db/use-live';
import type { FailureCode } from '../../lib/messaging/result';
import { run } from './command';
import { copyText } from './copy-text';
import type { PageContext } from './page-context';

/** What was set aside, wired; nothing where there is none. */
export function SetAsidePanel({ context }: { context: PageContext }) {
  const { reader, readOnly, nowMs, toast } = context;
  const { aside: own, out } = useWords().options;
  const [returned, setReturned] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const live = useLive(() => linesOf(reader), []);
  if (live.state !== 'value' || live.value.length === 0) return null;

  const putBack = async (id: string, over?: number) => {
    setBusy(id);
    const answer = await run({ kind: 'restore-set-aside', id, over });
    const isOther = !answer.ok && answer.failure.code === 'conflict';
    const isNewer = isOther && answer.failure.field === 'newer';
    setAsking(isOther && !isNewer ? await askingOf(reader, id) : null);
    setBusy(null);
    setFailure(answer.ok || isOther ? null : answer.failure.code);
    if (isNewer) toast({ text: own.newerStands });
    if (!answer.ok) return;
    setReturned((old) => new Set(old).add(id));
    toast({ text: own.returned });
  };
  const copy = async (id: string) => {
    const row = await reader.asideOf(id);
    const done = row !== null && (await copyText(asideText(row)));
    toast({ text: done ? own.copied : out.copyFailed });
  };
  return (
    <SetAsideList
      lines={live.value}
      returned={returned}
      busy={busy}
      failure={failure}
      readOnly={readOnly}
      nowMs={nowMs}
      asking={asking}
      onReplace={() => asking !== null && void putBack(asking.id, asking.revision)}
      onLeave={() => setAsking(null)}
      onReturn={(id) => void putBack(id)}
      onCopy={(id) => void copy(id)}
    />
  );
}

/** What is asked before a record that is here gives way: which it is, and when both were saved. */
type Asking = { id: string; thenMs: number | null; nowMs: number | null; revision: number };

async function askingOf(reader: Reader, id: string): Promise<Asking | null> {
  const aside = await reader.asideOf(id);
  if (aside === null) return null;
  const benchmarkId = aside.key.split('/')[1] ?? '';
  const isChunk = recordKindOf(aside.key) === 'keyword-chunk';
  const [now] = await reader.recordsAt([isChunk ? recordKey.keywordSet(benchmarkId) : aside.key]);
  if (now === undefined) return null;
  return { id, thenMs: savedMs(aside.row), nowMs: savedMs(now), revision: now.revision };
}

/** When a row says that it was saved; a damaged one may say anything. */
function savedMs(row: unknown): number | null {
  const ms = (row as { updatedAtMs?: unknown } | null)?.updatedAtMs;
  return typeof ms === 'number' && ms >= 0 && ms <= 8.64e15 ? ms : null;
}

/** Each row with the name of its listing or benchmark as that is here now. */
async function linesOf(reader: Reader): Promise<AsideLine[]> {
  const asides = (await reader.setAside()).map(describeAside);
  const ids = [...new Set(asides.flatMap(({ listingId }) => listingId ?? []))];
  const latest = await reader.latestMany(ids);
  const titles = new Map(ids.map((id, i) => [id, latest[i]?.snapshot.title.value ?? id]));
  const names = new Map((await reader.benchmarks()).map(({ value }) => [value.id, value.name]));
  return asides.map(({ listingId, benchmarkId, name: ownName, ...aside }) => {
    const title = listingId === null ? null : (titles.get(listingId) ?? null);
    const name = benchmarkId === null ? null : (names.get(benchmarkId) ?? null);
    return { ...aside, of: ownName ?? title ?? name };
  });
}
