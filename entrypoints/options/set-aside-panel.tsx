import { useState } from 'preact/hooks';
import { SetAsideList, type AsideLine } from '../../components/options/set-aside-list';
import { useWords } from '../../components/ui/words';
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
  const live = useLive(() => linesOf(reader), []);
  if (live.state !== 'value' || live.value.length === 0) return null;

  const putBack = async (id: string) => {
    setBusy(id);
    const answer = await run({ kind: 'restore-set-aside', id });
    setBusy(null);
    setFailure(answer.ok ? null : answer.failure.code);
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
      onReturn={(id) => void putBack(id)}
      onCopy={(id) => void copy(id)}
    />
  );
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
