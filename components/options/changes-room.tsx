import { useMemo, useState } from 'preact/hooks';
import type { ChangeNews, ChangeRules } from '../../lib/messaging/change-news';
import type { FailureCode } from '../../lib/messaging/result';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { FailureNotice, Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { Checkbox } from '../ui/switch';
import { TextField } from '../ui/text-field';
import { useLanguage, useWords } from '../ui/words';
import type { RuleListing } from './amount-rules';
import {
  CHANGE_GROUPS,
  countMarked,
  filterNews,
  type ChangeFilter,
  type ChangeGroup,
} from './change-filter';
import { changeReport } from './change-report';
import { ChangeRulesEditor } from './change-rules';
import { newsTable } from './change-text';
import { ChangeVisit } from './change-visit';
import './changes.css';
import './detail.css';
import { daysPart } from './report-period';
import { hashOf } from './rooms';
import { RoomHead } from './shell';
import { TableOutButtons, type TableOut } from './table-out';

/** How far back the room can look, in days. */
export const CHANGE_DAYS = [1, 7, 30, 90] as const;
export type ChangeDays = (typeof CHANGE_DAYS)[number];

/** Visits drawn at first, and with each asking for more. */
const PAGE = 100;
const DAY = 86_400_000;
const NO_FILTER = { text: '', listId: '', group: '', who: '', marked: false } as const;

type Props = {
  /** Null until they are read. */
  news: readonly ChangeNews[] | null;
  /** True where there were more than could be told. */
  more: boolean;
  failure: FailureCode | null;
  lists: readonly { id: string; name: string; listingIds: readonly string[] }[];
  days: ChangeDays;
  rules: ChangeRules;
  /** The watched listings for the rules of one of them, null until they are read. */
  listings: readonly RuleListing[] | null;
  newId: () => string;
  onRulesOpen: () => void;
  readOnly: boolean;
  nowMs: number;
  onDays: (days: ChangeDays) => void;
  onRules: (rules: ChangeRules) => void;
  onOut: (out: TableOut) => void;
  onRetry: () => void;
};

type Narrow = {
  text: string;
  listId: string;
  group: ChangeGroup | '';
  who: 'mine' | 'competitor' | '';
  marked: boolean;
};

/** What changed over all listings, newest visit first, with filters and the operator's rules. */
export function ChangesRoom(props: Props) {
  const { news, lists, days, nowMs } = props;
  const words = useWords();
  const language = useLanguage();
  const { changes } = words.options;
  const [narrow, setNarrow] = useState<Narrow>(NO_FILTER);
  const [drawn, setDrawn] = useState(PAGE);
  const shown = useMemo(() => {
    const list = lists.find((each) => each.id === narrow.listId);
    const listings = list === undefined ? null : new Set(list.listingIds);
    const filter: ChangeFilter = { ...narrow, listings };
    return news === null ? [] : filterNews(news, filter);
  }, [news, lists, narrow]);
  const isNarrowed =
    narrow.text !== '' ||
    narrow.listId !== '' ||
    narrow.group !== '' ||
    narrow.who !== '' ||
    narrow.marked;

  return (
    <div class="changes-room">
      <RoomHead
        title={changes.title}
        summary={
          news === null
            ? undefined
            : isNarrowed
              ? changes.shown(shown.length, news.length)
              : changes.summary(news.length, countMarked(news))
        }
      >
        <span class="segments" role="group" aria-label={changes.range}>
          {CHANGE_DAYS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === days}
              onClick={() => props.onDays(each)}
            >
              {changes.days[each]}
            </button>
          ))}
        </span>
        <a
          class="button button-quiet"
          href={hashOf('report', narrow.listId, daysPart(nowMs - days * DAY, nowMs))}
        >
          {changes.report.open}
        </a>
        <TableOutButtons
          disabled={shown.length === 0}
          table={() => newsTable(shown, words, language)}
          report={{
            label: changes.report.copy,
            text: () =>
              changeReport(shown, { fromMs: nowMs - days * DAY, toMs: nowMs }, words, language),
          }}
          onOut={props.onOut}
        />
      </RoomHead>
      <Filters lists={lists} narrow={narrow} onNarrow={setNarrow} />
      <ChangeRulesEditor
        rules={props.rules}
        lists={lists}
        listings={props.listings}
        readOnly={props.readOnly}
        newId={props.newId}
        onRules={props.onRules}
        onOpen={props.onRulesOpen}
      />
      {props.failure !== null && (
        <FailureNotice
          code={props.failure}
          action={<Button onClick={props.onRetry}>{words.common.actions.retry}</Button>}
        />
      )}
      {props.more && <Notice kind="remark">{changes.more}</Notice>}
      {news === null && props.failure === null && <Skeleton lines={9} />}
      {news !== null && news.length === 0 && (
        <EmptyState icon="check" title={changes.empty.title}>
          {changes.empty.text}
        </EmptyState>
      )}
      {news !== null && news.length > 0 && shown.length === 0 && (
        <EmptyState
          icon="search"
          title={changes.empty.filtered}
          action={<Button onClick={() => setNarrow(NO_FILTER)}>{changes.clearFilter}</Button>}
        />
      )}
      {shown.length > 0 && (
        <ol class="visits" aria-label={changes.visits}>
          {shown.slice(0, drawn).map((visit) => (
            <ChangeVisit
              key={`${visit.listingId} ${visit.sinceMs} ${visit.atMs}`}
              visit={visit}
              nowMs={nowMs}
            />
          ))}
        </ol>
      )}
      {shown.length > drawn && (
        <Button onClick={() => setDrawn(drawn + PAGE)}>
          {changes.showMore(Math.min(PAGE, shown.length - drawn))}
        </Button>
      )}
    </div>
  );
}

function Filters(props: {
  lists: Props['lists'];
  narrow: Narrow;
  onNarrow: (narrow: Narrow) => void;
}) {
  const { lists, narrow, onNarrow } = props;
  const words = useWords();
  const { changes } = words.options;
  return (
    <div class="changes-filter" role="search">
      <TextField
        label={changes.filter}
        labelHidden
        placeholder={changes.filter}
        value={narrow.text}
        onInput={(text) => onNarrow({ ...narrow, text })}
      />
      {lists.length > 0 && (
        <Select
          label={changes.list}
          labelHidden
          value={narrow.listId}
          options={[
            { value: '', label: changes.anyList },
            ...lists.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(listId) => onNarrow({ ...narrow, listId })}
        />
      )}
      <Select
        label={changes.kind}
        labelHidden
        value={narrow.group}
        options={[
          { value: '' as const, label: changes.anyKind },
          ...CHANGE_GROUPS.map((group) => ({ value: group, label: changes.kinds[group] })),
        ]}
        onChange={(group) => onNarrow({ ...narrow, group })}
      />
      <Select
        label={changes.who}
        labelHidden
        value={narrow.who}
        options={[
          { value: '' as const, label: changes.anyone },
          { value: 'mine' as const, label: words.common.mine },
          { value: 'competitor' as const, label: words.common.competitor },
        ]}
        onChange={(who) => onNarrow({ ...narrow, who })}
      />
      <Checkbox
        label={changes.onlyMarked}
        checked={narrow.marked}
        onChange={(marked) => onNarrow({ ...narrow, marked })}
      />
    </div>
  );
}
