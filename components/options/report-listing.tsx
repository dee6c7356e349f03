import type { Language } from '../../lib/locales/catalog';
import type { ListingReport, ReportPeriod } from '../../lib/messaging/weekly-report';
import { StepChart } from '../charts/step-chart';
import { useLanguage, useWords } from '../ui/words';
import { matchText } from '../ui/match-text';
import { changeCells, sinceText } from '../ui/change-cells';
import { changeText, daysText, lastText, movedText, seriesText, sightText } from './report-text';
import { dayText, exactTime } from './seen-text';

const DAYS_NAMED = 7;

/** One listing of the report: its figures, its price as a drawing, and what changed. */
export function ReportListing(props: {
  listing: ListingReport;
  period: ReportPeriod;
  nowMs: number;
}) {
  const { listing, period, nowMs } = props;
  const words = useWords();
  const language = useLanguage();
  const { report, watch } = words.options;
  const [main, ...others] = listing.series;
  const title = listing.title ?? watch.noTitle;
  const kept = [
    ...(listing.owner === '' ? [] : [`${report.columns.owner} ${listing.owner}`]),
    ...listing.tags,
  ];
  return (
    <article class="report-listing" aria-label={title}>
      <h2>
        {listing.mine && <b class="watch-mine-mark">{words.common.mine}</b>}
        {title}
      </h2>
      <p class="subtle">
        {[
          listing.shopName ?? watch.noShop,
          ...(main === undefined ? [] : [seriesText(main, words)]),
          daysText(listing, words),
          ...kept,
        ].join(' · ')}
      </p>
      {listing.note !== '' && <p class="report-note">{listing.note}</p>}
      <Figures listing={listing} language={language} />
      {main !== undefined && (
        <StepChart
          sights={main.path}
          fromMs={period.before.fromMs}
          midMs={period.fromMs}
          toMs={period.toMs}
          nowMs={nowMs}
          label={report.chartLabel(title)}
          after={main.isFrom ? ` ${words.common.fromPrice}` : ''}
          days={namedDays(period, language)}
        />
      )}
      {others.length > 0 && (
        <details class="report-others">
          <summary>{report.otherSeries(others.length)}</summary>
          <ul>
            {others.map((series) => (
              <li key={series.series}>
                {`${seriesText(series, words)} · ${sightText(series.now.last, series, words)} · ${changeText(series, words)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Changes listing={listing} language={language} />
    </article>
  );
}

function Figures({ listing, language }: { listing: ListingReport; language: Language }) {
  const words = useWords();
  const { report } = words.options;
  const [main] = listing.series;
  const fact = (name: string, text: string, atMs: number | null = null) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{text}</dd>
      {atMs !== null && <dd class="subtle">{report.atDay(dayText(language, atMs))}</dd>}
    </div>
  );
  const { columns } = report;
  const now = main?.now;
  return (
    <dl class="report-figures">
      {fact(columns.last, lastText(listing, words), now?.last?.atMs ?? null)}
      {now?.lowest && fact(columns.lowest, sightText(now.lowest, main, words), now.lowest.atMs)}
      {now?.highest && fact(columns.highest, sightText(now.highest, main, words), now.highest.atMs)}
      {main !== undefined &&
        fact(columns.changeText, changeText(main, words), main.before.last?.atMs ?? null)}
      {main?.account &&
        fact(columns.account, sightText(main.account, main, words), main.account.atMs)}
      {listing.toMine !== null &&
        fact(columns.toMineText, movedText(listing.toMine, words, 'mine'))}
    </dl>
  );
}

function Changes({ listing, language }: { listing: ListingReport; language: Language }) {
  const words = useWords();
  const { report, changes } = words.options;
  if (listing.lastSeenMs === null) return null;
  if (listing.news.length === 0) return <p class="subtle">{report.noChanges}</p>;
  return (
    <ol class="report-changes">
      {listing.news.map((visit) => (
        <li key={visit.sinceMs}>
          <span class="subtle">
            {`${exactTime(language, visit.atMs)} · ${changes.compared(exactTime(language, visit.sinceMs))}`}
          </span>
          <ul>
            {visit.items.map(({ change, sku, matches }, index) => {
              const { what, before, after } = changeCells(change, words);
              const ends = [before, after].filter((end) => end !== '').join(' → ');
              const sign = before === '' ? '+' : after === '' ? '−' : '';
              return (
                // oxlint-disable-next-line react/no-array-index-key -- they never move
                <li key={index}>
                  {`${what} ${sign}${ends}${sku === null ? '' : words.common.inBrackets(sku.join(' / '))}`}
                  {change.sinceMs !== undefined &&
                    words.common.inBrackets(sinceText(change.sinceMs, words))}
                  {matches.map((match) => (
                    <mark key={matchText(match, words)}>{matchText(match, words)}</mark>
                  ))}
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** A few days of both periods, evenly, named by month and day. */
function namedDays({ before, toMs }: ReportPeriod, language: Language) {
  const format = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric' });
  const days: { atMs: number; text: string }[] = [];
  const whole = Math.round((toMs - before.fromMs) / 86_400_000);
  const step = Math.max(1, Math.ceil(whole / DAYS_NAMED));
  const first = new Date(before.fromMs);
  for (let day = 0; day < whole; day += step) {
    const at = new Date(first.getFullYear(), first.getMonth(), first.getDate() + day);
    days.push({ atMs: at.getTime(), text: format.format(at) });
  }
  return days;
}
