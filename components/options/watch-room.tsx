import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ListingFacts } from '../../lib/messaging/listing-facts';
import type { FailureCode } from '../../lib/messaging/result';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { FailureNotice } from '../ui/notice';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { useLanguage, useWords } from '../ui/words';
import { DueBar } from './due-bar';
import { ListBar, type ListName } from './list-bar';
import { RoomHead } from './shell';
import { TableOutButtons, type TableOut } from './table-out';
import { watchTable } from './watch-copy';
import {
  filterChoices,
  filterRows,
  mineFirst,
  sortRows,
  type WatchColumn,
  type WatchSort,
} from './watch-rows';
import { WatchTable } from './watch-table';

type Props = {
  lists: readonly ListName[];
  chosen: string | null;
  total: number;
  /** The listings of the chosen list, null until they are read. */
  rows: readonly ListingFacts[] | null;
  /** Small pictures of listings, as data addresses. */
  pictures: ReadonlyMap<string, string>;
  failure: FailureCode | null;
  readOnly: boolean;
  nowMs: number;
  openId: string | null;
  /** The open row's detail. */
  detail: ComponentChildren;
  /** How often each listing is to be seen, in days; those without a rhythm are left out. */
  everyDays: ReadonlyMap<string, number>;
  /** The rhythm of the chosen list; undefined where all are shown. */
  listDays: number | null | undefined;
  onDetail: (listingId: string | null) => void;
  onRemove: (listingId: string) => void;
  onOut: (out: TableOut) => void;
  onRetry: () => void;
  onAddList: (name: string) => void;
  onRenameList: (listId: string, name: string) => void;
  onDeleteList: (listId: string) => void;
  onDays: (days: number | null) => void;
  onOpen: (row: ListingFacts) => void;
};

const NO_FILTER = { text: '', shop: '', tag: '', owner: '', benchmark: '' };

/** The room of the watchlists: which list, what narrows it, the table and one row's detail. */
export function WatchRoom(props: Props) {
  const { lists, chosen, rows, nowMs, openId, detail } = props;
  const words = useWords();
  const language = useLanguage();
  const { watch } = words.options;
  const [filter, setFilter] = useState(NO_FILTER);
  const [sort, setSort] = useState<WatchSort | null>(null);
  const shown = useMemo(() => {
    const fitting = rows === null ? [] : filterRows(rows, filter);
    return sortRows(filter.benchmark === '' ? fitting : mineFirst(fitting), sort);
  }, [rows, filter, sort]);
  const filtered = Object.values(filter).some((narrow) => narrow !== '');
  const list = lists.find((each) => each.id === chosen);

  return (
    <div class="watch-room">
      <ListBar
        lists={lists}
        chosen={chosen}
        total={props.total}
        readOnly={props.readOnly}
        onAdd={props.onAddList}
        onRename={props.onRenameList}
        onDelete={props.onDeleteList}
      />
      <RoomHead
        title={list?.name ?? watch.title}
        summary={
          rows === null
            ? undefined
            : filtered
              ? watch.shown(shown.length, rows.length)
              : watch.summary(rows.length, rows.filter((row) => row.mine).length)
        }
      >
        {rows !== null && rows.length > 0 && (
          <Filters rows={rows} filter={filter} onFilter={setFilter}>
            <TableOutButtons
              disabled={shown.length === 0}
              table={() => watchTable(shown, words, language)}
              onOut={props.onOut}
            />
          </Filters>
        )}
      </RoomHead>
      {rows !== null && rows.length > 0 && (
        <DueBar
          key={`due ${chosen ?? ''}`}
          rows={rows}
          everyDays={props.everyDays}
          listDays={props.listDays}
          readOnly={props.readOnly}
          nowMs={nowMs}
          onDays={props.onDays}
          onOpen={props.onOpen}
        />
      )}
      {props.failure !== null && (
        <FailureNotice
          code={props.failure}
          action={<Button onClick={props.onRetry}>{words.common.actions.retry}</Button>}
        />
      )}
      {rows === null && props.failure === null && <Skeleton lines={9} />}
      {rows !== null && rows.length === 0 && <NoListings hasLists={lists.length > 0} />}
      {rows !== null && rows.length > 0 && shown.length === 0 && (
        <EmptyState
          icon="search"
          title={watch.empty.filtered}
          action={<Button onClick={() => setFilter(NO_FILTER)}>{watch.clearFilter}</Button>}
        />
      )}
      {shown.length > 0 && (
        <>
          <WatchTable
            key={chosen ?? ''}
            rows={shown}
            pictures={props.pictures}
            sort={sort}
            nowMs={nowMs}
            openId={openId}
            onSort={(column) => setSort((old) => nextSort(old, column))}
            onDetail={(id) => props.onDetail(id === openId ? null : id)}
            onRemove={props.onRemove}
          />
          <p class="watch-keys" id="watch-keys">
            {watch.keysHint}
          </p>
        </>
      )}
      {detail}
    </div>
  );
}

/** Ascending, descending, then the list's own order again. */
function nextSort(old: WatchSort | null, column: WatchColumn): WatchSort | null {
  if (old?.column !== column) return { column, descending: false };
  return old.descending ? null : { column, descending: true };
}

function NoListings({ hasLists }: { hasLists: boolean }) {
  const { empty } = useWords().options.watch;
  return (
    <EmptyState icon="star" title={hasLists ? empty.title : empty.noListsTitle}>
      {hasLists ? empty.text : empty.noListsText}
    </EmptyState>
  );
}

function Filters(props: {
  rows: readonly ListingFacts[];
  filter: typeof NO_FILTER;
  onFilter: (filter: typeof NO_FILTER) => void;
  children: ComponentChildren;
}) {
  const { rows, filter, onFilter } = props;
  const words = useWords().options.watch;
  const { shops, tags, owners, benchmarks } = useMemo(() => filterChoices(rows), [rows]);
  const choices = (any: string, all: readonly string[]) => [
    { value: '', label: any },
    ...all.map((each) => ({ value: each, label: each })),
  ];
  return (
    <div class="watch-filter" role="search">
      <TextField
        label={words.filter}
        labelHidden
        placeholder={words.filter}
        value={filter.text}
        onInput={(text) => onFilter({ ...filter, text })}
      />
      {benchmarks.length > 0 && (
        <Select
          label={words.benchmarkFilter}
          labelHidden
          value={filter.benchmark}
          options={[
            { value: '', label: words.anyBenchmark },
            ...benchmarks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(benchmark) => onFilter({ ...filter, benchmark })}
        />
      )}
      {shops.length > 1 && (
        <Select
          label={words.shop}
          labelHidden
          value={filter.shop}
          options={choices(words.anyShop, shops)}
          onChange={(shop) => onFilter({ ...filter, shop })}
        />
      )}
      {tags.length > 0 && (
        <Select
          label={words.tag}
          labelHidden
          value={filter.tag}
          options={choices(words.anyTag, tags)}
          onChange={(tag) => onFilter({ ...filter, tag })}
        />
      )}
      {owners.length > 0 && (
        <Select
          label={words.owner}
          labelHidden
          value={filter.owner}
          options={choices(words.anyOwner, owners)}
          onChange={(owner) => onFilter({ ...filter, owner })}
        />
      )}
      {props.children}
    </div>
  );
}
