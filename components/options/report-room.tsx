import type { ComponentChildren } from 'preact';
import type { FailureCode } from '../../lib/messaging/result';
import type { WeeklyReport } from '../../lib/messaging/weekly-report';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { FailureNotice, Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { useLanguage, useWords } from '../ui/words';
import { listingAddress } from './listing-address';
import { ReportListing } from './report-listing';
import { lastDayMs, MAX_DAYS, type PeriodChoice } from './report-period';
import { reportSummary } from './report-summary';
import { changeCount, changeText, daysText, lastText, movedText } from './report-text';
import { priceText } from '../../lib/listing/price-text';
import { dayText, exactTime } from './seen-text';
import { RoomHead } from './shell';
import './report.css';

/** The ways in which the report leaves the product. */
export type ReportOut = 'xlsx' | 'markdown' | 'markdown-file' | 'print';

type Props = {
  lists: readonly { id: string; name: string }[];
  /** The list reported on, '' for all. */
  listId: string;
  choice: PeriodChoice;
  /** Null until it is read, and where no period is chosen. */
  report: WeeklyReport | null;
  failure: FailureCode | null;
  /** The days chosen are none that can be reported on. */
  wrongDays: boolean;
  onList: (listId: string) => void;
  onChoice: (choice: PeriodChoice) => void;
  onOut: (form: ReportOut) => void;
  onRetry: () => void;
};

/** 竞品周报 of a list and a period: on the screen as it is printed. */
export function ReportRoom(props: Props) {
  const { lists, listId, report, failure, wrongDays } = props;
  const words = useWords();
  const language = useLanguage();
  const texts = words.options.report;
  const listName = lists.find(({ id }) => id === listId)?.name ?? texts.allLists;
  const isEmpty = report === null || report.listings.length === 0;
  return (
    <div class="report-room">
      <RoomHead title={texts.title} summary={<span class="report-list-name">{listName}</span>}>
        <Button kind="primary" icon="down" disabled={isEmpty} onClick={() => props.onOut('xlsx')}>
          {texts.xlsx}
        </Button>
        <Button icon="copy" disabled={isEmpty} onClick={() => props.onOut('markdown')}>
          {texts.markdown}
        </Button>
        <Button disabled={isEmpty} onClick={() => props.onOut('markdown-file')}>
          {texts.saveMarkdown}
        </Button>
        <Button disabled={isEmpty} onClick={() => props.onOut('print')}>
          {texts.print}
        </Button>
      </RoomHead>
      <Choices {...props} />
      {wrongDays && <Notice kind="remark">{texts.wrongDays(MAX_DAYS)}</Notice>}
      {failure !== null && (
        <FailureNotice
          code={failure}
          action={<Button onClick={props.onRetry}>{words.common.actions.retry}</Button>}
        />
      )}
      {report === null && failure === null && !wrongDays && <Skeleton lines={9} />}
      {report !== null && isEmpty && (
        <EmptyState icon="star" title={texts.empty.title}>
          {texts.empty.text}
        </EmptyState>
      )}
      {report !== null && !isEmpty && (
        <>
          <p class="report-period">
            <b>
              {`${dayText(language, report.period.fromMs)} ~ ${dayText(language, lastDayMs(report.period))}`}
            </b>
            {` · ${texts.comparedWith(`${dayText(language, report.period.before.fromMs)} ~ ${dayText(language, report.period.before.toMs - 1)}`)}`}
          </p>
          <p class="report-summary">{reportSummary(report, words)}</p>
          <Overview report={report} />
          {report.listings
            .filter(({ lastSeenMs }) => lastSeenMs !== null)
            .map((listing) => (
              <ReportListing
                key={listing.listingId}
                listing={listing}
                period={report.period}
                nowMs={report.nowMs}
              />
            ))}
          <ul class="report-meanings">
            {texts.about.meanings.map((text) => (
              <li key={text}>{text}</li>
            ))}
            <li>{`${texts.about.made} ${exactTime(language, report.nowMs)}`}</li>
          </ul>
        </>
      )}
    </div>
  );
}

function Choices({ lists, listId, choice, onList, onChoice }: Props) {
  const texts = useWords().options.report;
  const day = (name: 'from' | 'to') =>
    choice.kind === 'custom' && (
      <label class="field report-day">
        <span class="field-label">{texts[name]}</span>
        <input
          class="field-input"
          type="date"
          value={choice[name]}
          onChange={(event) => onChoice({ ...choice, [name]: event.currentTarget.value })}
        />
      </label>
    );
  return (
    <div class="row report-choices">
      <Select
        label={texts.list}
        value={listId}
        options={[
          { value: '', label: texts.allLists },
          ...lists.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={onList}
      />
      <Select
        label={texts.period}
        value={choice.kind}
        options={(['this-week', 'last-week', 'custom'] as const).map((kind) => ({
          value: kind,
          label: texts.periods[kind],
        }))}
        onChange={(kind) => onChoice(kind === 'custom' ? { kind, from: '', to: '' } : { kind })}
      />
      {day('from')}
      {day('to')}
    </div>
  );
}

function Overview({ report }: { report: WeeklyReport }) {
  const words = useWords();
  const texts = words.options.report;
  const { columns } = texts;
  const { none, fromPrice } = words.common;
  let benchmark: string | null | undefined;
  const rows: ComponentChildren[] = [];
  for (const listing of report.listings) {
    const [main] = listing.series;
    if (listing.benchmarkName !== benchmark) {
      benchmark = listing.benchmarkName;
      rows.push(
        <tr key={`group ${benchmark ?? ''}`} class="report-group">
          <th colSpan={8} scope="rowgroup">
            {benchmark ?? words.options.watch.noBenchmark}
          </th>
        </tr>,
      );
    }
    rows.push(
      <tr key={listing.listingId} class={listing.mine ? 'report-mine' : ''}>
        <td>
          {listing.mine && <b class="watch-mine-mark">{words.common.mine}</b>}
          <a
            href={listingAddress(listing.host, listing.listingId)}
            target="_blank"
            rel="noreferrer noopener"
          >
            {listing.title ?? words.options.watch.noTitle}
          </a>
        </td>
        <td class="num">{lastText(listing, words)}</td>
        <td class="num">{main?.now.lowest ? priceText(main.now.lowest.price, fromPrice) : none}</td>
        <td class="num">
          {main?.now.highest ? priceText(main.now.highest.price, fromPrice) : none}
        </td>
        <td class="report-moved">{changeText(main, words)}</td>
        <td class="report-moved">
          {listing.toMine === null ? none : movedText(listing.toMine, words, 'mine')}
        </td>
        <td class="report-days">{daysText(listing, words)}</td>
        <td class="num">{changeCount(listing)}</td>
      </tr>,
    );
  }
  return (
    <div class="report-table">
      <table class="table" aria-label={texts.overview}>
        <thead>
          <tr>
            <th>{columns.listing}</th>
            <th class="num">{columns.last}</th>
            <th class="num">{columns.lowest}</th>
            <th class="num">{columns.highest}</th>
            <th>{columns.changeText}</th>
            <th>{columns.toMineText}</th>
            <th>{columns.seen}</th>
            <th class="num">{columns.changes}</th>
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </div>
  );
}
