import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { BANK_VIEWS, BankRoom, type BankView } from '../../../components/options/bank-room';
import { hashOf } from '../../../components/options/rooms';
import { WHOLE_BANK, type BankQuery } from '../../../lib/analysis/bank/bank-query';
import type { Basis } from '../../../lib/analysis/bank/basis';
import type { Benchmark } from '../../../lib/benchmark/benchmark';
import type { Stored } from '../../../lib/db/reader';
import type { Drafts } from '../drafts';
import { startBankReader } from '../packaged-worker';
import type { PageContext } from '../page-context';
import { BankClient } from './bank-client';
import { GapsView } from './gaps-view';
import { MovesView } from './moves-view';
import { RootsView } from './roots-view';
import { useBank } from './use-bank';
import { useTitles } from './use-titles';
import { WordsView } from './words-view';

type Props = {
  benchmarkId: string | null;
  part: string | null;
  benchmarks: readonly Stored<Benchmark>[];
  drafts: Drafts;
  context: PageContext;
};

/** The room 关键词库, wired. */
export function BankPage({ benchmarkId, part, benchmarks, drafts, context }: Props) {
  const chosen = benchmarks.find(({ value }) => value.id === benchmarkId) ?? benchmarks[0];
  const id = chosen?.value.id ?? null;
  const view: BankView = BANK_VIEWS.find((each) => each === part) ?? 'words';
  const client = useMemo(() => new BankClient(startBankReader), []);
  useEffect(() => () => client.end(), [client]);
  const [choice, setChoice] = useState<{ of: string; basis: Basis } | null>(null);
  const [query, setQuery] = useState<BankQuery>(WHOLE_BANK);
  const patch = useCallback(
    (change: Partial<BankQuery>) => setQuery((old) => ({ ...old, ...change })),
    [],
  );
  useEffect(() => setQuery(WHOLE_BANK), [id]);
  const basis = choice !== null && choice.of === id ? choice.basis : null;
  const bank = useBank(client, context.reader, id, basis, query);
  const { shown } = bank;
  const titles = useTitles(client, bank.of, context.reader, view === 'roots' || view === 'gaps');
  const go = (to: BankView) => location.replace(hashOf('bank', id, to));
  const hasDraft = id !== null && (drafts.edits.get(id)?.rows ?? null) !== null;
  return (
    <BankRoom
      benchmarks={benchmarks.map(({ value }) => ({ id: value.id, name: value.name }))}
      benchmarkId={id}
      size={bank.size}
      state={bank.state}
      view={view}
      bases={shown?.bases ?? []}
      basis={shown?.basis ?? null}
      onBenchmark={(to) => location.replace(hashOf('bank', to, view))}
      onView={go}
      onBasis={(to) => {
        // Conditions and order are of kinds that another basis may not have.
        if (id !== null) setChoice({ of: id, basis: to });
        patch({ sort: { by: 'bank' } });
      }}
      onRetry={bank.retry}
    >
      {shown !== null && id !== null && view === 'words' && (
        <WordsView
          key={id}
          client={client}
          of={bank.of}
          shown={shown}
          benchmarkId={id}
          query={query}
          hasDraft={hasDraft}
          context={context}
          onQuery={patch}
        />
      )}
      {shown !== null && view === 'roots' && (
        <RootsView
          key={id}
          client={client}
          of={bank.of}
          shown={shown}
          titles={titles}
          context={context}
          onRoot={(root) => {
            setQuery({ ...WHOLE_BANK, root });
            go('words');
          }}
        />
      )}
      {id !== null && view === 'moves' && (
        <MovesView key={id} client={client} of={bank.of} benchmarkId={id} context={context} />
      )}
      {shown !== null && view === 'gaps' && (
        <GapsView
          key={id}
          client={client}
          of={bank.of}
          shown={shown}
          titles={titles}
          query={query}
          context={context}
          onQuery={patch}
        />
      )}
    </BankRoom>
  );
}
