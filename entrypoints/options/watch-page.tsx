import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ListName } from '../../components/options/list-bar';
import { listingAddress } from '../../components/options/listing-address';
import { ListingAlerts } from '../../components/options/listing-alerts';
import { ListingDetail } from '../../components/options/listing-detail';
import { PriceHistory } from '../../components/options/price-history';
import { hashOf } from '../../components/options/rooms';
import { WatchRoom } from '../../components/options/watch-room';
import { useWords } from '../../components/ui/words';
import { priceSteps } from '../../lib/analysis/price-path';
import { raisesBeforeSales } from '../../lib/analysis/raise-before-sale';
import type { Benchmark } from '../../lib/benchmark/benchmark';
import type { Watchlist } from '../../lib/benchmark/watchlist';
import type { Stored } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import { rhythms } from '../../lib/listing/due';
import { LEDGER_CODES } from '../../lib/listing/ledger-codes';
import { shadedWindows } from '../../lib/listing/promotion-calendar';
import type { Observation } from '../../lib/listing/series';
import type { ListingFacts } from '../../lib/messaging/listing-facts';
import type { FailureCode } from '../../lib/messaging/result';
import { run } from './command';
import type { Drafts } from './drafts';
import { ladderLines } from './ladder-lines';
import type { PageContext } from './page-context';
import { usePictureOut, useTableOut } from './use-table-out';
import { useFacts } from './use-facts';
import { useListActions } from './use-list-actions';

type Props = {
  listId: string | null;
  lists: readonly Stored<Watchlist>[];
  benchmarks: readonly Stored<Benchmark>[];
  drafts: Drafts;
  context: PageContext;
};

/** The watchlists, wired: facts by message, lists and history from the database. */
export function WatchPage({ listId, lists, benchmarks, drafts, context }: Props) {
  const { reader, readOnly, nowMs } = context;
  const words = useWords();
  const { watch } = words.options;
  const [openId, setOpenId] = useState<string | null>(null);
  const chosen = lists.find((list) => list.value.id === listId) ?? null;
  const out = useTableOut(chosen?.value.name ?? watch.title, context);
  const everything = useMemo(() => listingsOf(lists.map((list) => list.value)), [lists]);
  const listingIds = useMemo(
    () => (chosen === null ? everything : listingsOf([chosen.value])),
    [chosen, everything],
  );
  const { rows, failure, retry } = useFacts(reader, listingIds);
  const pictured = useLive(() => reader.pictures(listingIds), [listingIds]);
  const pictures = useMemo(
    () =>
      new Map(
        pictured.state === 'value'
          ? [...pictured.value].map(([id, { value }]) => [id, value.image] as const)
          : [],
      ),
    [pictured],
  );
  const actions = useListActions(lists, context);
  const everyDays = useMemo(() => rhythms(lists.map(({ value }) => rhythmOf(value))), [lists]);
  const open = rows?.find((row) => row.listingId === openId) ?? null;

  // A list that was deleted leads back to all of them; one just made is not read yet.
  const shownList = useRef<string | null>(null);
  useEffect(() => {
    if (chosen !== null) shownList.current = chosen.value.id;
    else if (listId !== null && listId === shownList.current) location.replace(hashOf('watch'));
  }, [listId, chosen]);

  const names: ListName[] = lists.map(({ value }) => ({
    id: value.id,
    name: value.name,
    count: value.entries.length,
  }));
  return (
    <WatchRoom
      lists={names}
      chosen={chosen?.value.id ?? null}
      total={everything.length}
      rows={rows}
      pictures={pictures}
      failure={failure ?? actions.failure}
      readOnly={readOnly}
      nowMs={nowMs}
      openId={open?.listingId ?? null}
      detail={
        open !== null && (
          <Detail
            key={open.listingId}
            row={open}
            lists={lists}
            benchmarks={benchmarks}
            drafts={drafts}
            context={context}
            onClose={() => setOpenId(null)}
          />
        )
      }
      everyDays={everyDays}
      listDays={chosen === null ? undefined : (chosen.value.dueDays ?? null)}
      onDays={(days) => chosen !== null && void actions.setDays(chosen.value.id, days)}
      onOpen={(row) =>
        void window.open(listingAddress(row.host, row.listingId), '_blank', 'noopener,noreferrer')
      }
      onDetail={setOpenId}
      onRemove={(id) => void actions.remove(id, chosen?.value.id ?? null)}
      onOut={out}
      onRetry={retry}
      onAddList={(name) => void actions.add(name)}
      onRenameList={(id, name) => void actions.rename(id, name)}
      onDeleteList={(id) => void actions.delete(id)}
    />
  );
}

function rhythmOf({ dueDays, entries }: Watchlist) {
  return { dueDays: dueDays ?? null, listingIds: entries.map(({ listingId }) => listingId) };
}

/** Every listing of the lists once, in their order. */
function listingsOf(lists: readonly Watchlist[]): string[] {
  return [...new Set(lists.flatMap((list) => list.entries.map((entry) => entry.listingId)))];
}

const stepsOf = ({ steps }: Observation) => priceSteps({ steps }, LEDGER_CODES);

function Detail(props: {
  row: ListingFacts;
  lists: readonly Stored<Watchlist>[];
  benchmarks: readonly Stored<Benchmark>[];
  drafts: Drafts;
  context: PageContext;
  onClose: () => void;
}) {
  const { row, lists, benchmarks, drafts, context, onClose } = props;
  const { reader, readOnly, nowMs, settings } = context;
  const words = useWords();
  const out = useTableOut(row.title ?? row.listingId, context);
  const picture = usePictureOut(row.title ?? row.listingId, context);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const history = useLive(
    async () => ({
      observations: await reader.observationsOf(row.listingId, 0),
      latest: await reader.latestOf(row.listingId),
    }),
    [row.listingId],
  );
  const seen = history.state === 'value' ? history.value : null;
  const benchmark = benchmarks.find((each) => each.value.id === row.benchmarkId)?.value ?? null;
  const listIds = lists
    .filter(({ value }) => value.entries.some(({ listingId }) => listingId === row.listingId))
    .map(({ value }) => value.id);
  const windows = useMemo(() => shadedWindows(settings.calendar), [settings.calendar]);
  const raises = useMemo(
    () => raisesBeforeSales(seen?.observations ?? [], windows),
    [seen, windows],
  );
  const ladder = useMemo(() => ladderLines(benchmark?.ladder ?? null, words), [benchmark, words]);
  return (
    <ListingDetail
      row={row}
      readOnly={readOnly}
      draft={drafts.notes.get(row.listingId) ?? null}
      saving={saving}
      failure={failure}
      onDraft={(note) => drafts.setNote(row.listingId, note)}
      onSave={async (note) => {
        setSaving(true);
        const answer = await run({ kind: 'save-note', listingId: row.listingId, ...note });
        setFailure(answer.ok ? null : answer.failure.code);
        if (answer.ok) drafts.setNote(row.listingId, null);
        setSaving(false);
      }}
      onClose={onClose}
      alerts={
        <ListingAlerts
          listingId={row.listingId}
          amounts={settings.changeRules.amounts ?? []}
          listIds={listIds}
          readOnly={readOnly}
          newId={() => crypto.randomUUID()}
          onAmounts={(amounts) => {
            const changeRules = { ...settings.changeRules, amounts };
            void run({ kind: 'save-settings', patch: { changeRules } }).then((answer) =>
              setFailure(answer.ok ? null : answer.failure.code),
            );
          }}
        />
      }
    >
      <PriceHistory
        observations={seen?.observations ?? null}
        ladder={ladder}
        windows={windows}
        raises={raises}
        stepsOf={stepsOf}
        title={row.title ?? row.listingId}
        onPicture={picture}
        compareHref={hashOf('compare', row.listingId)}
        onOut={out}
        skuName={(skuId) =>
          seen?.latest?.snapshot.skus.value?.find((sku) => sku.skuId === skuId)?.names.join(' ') ??
          null
        }
        nowMs={nowMs}
      />
    </ListingDetail>
  );
}
