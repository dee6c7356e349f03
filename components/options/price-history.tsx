import { useMemo, useState } from 'preact/hooks';
import type { RaiseBeforeSale } from '../../lib/analysis/raise-before-sale';
import type { Price } from '../../lib/listing/price';
import { priceText } from '../../lib/listing/price-text';
import type { ShadedWindow } from '../../lib/listing/promotion-calendar';
import type { Observation } from '../../lib/listing/series';
import { suspectTimes, type SuspectTime } from '../../lib/listing/suspect-time';
import type { LadderLine } from '../charts/chart-parts';
import { ownPlots } from '../charts/plots';
import { hasPrices, priceLines, seriesOf, type ChartDays } from '../charts/price-lines';
import { useChart } from '../charts/use-chart';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { useLanguage, useWords } from '../ui/words';
import { ChartRanges } from './chart-ranges';
import { chartFrom, chartWindows, dayLabelOf, heldAt, standingText } from './chart-words';
import { historyTable, ledgerLines, seriesName, suspectText, type StepsOf } from './history-text';
import { PictureButton } from './picture-button';
import { exactTime } from './seen-text';
import { TableOutButtons, type TableOut } from './table-out';

type Props = {
  /** Every observation of the listing, of all its series; null until read. */
  observations: readonly Observation[] | null;
  ladder: readonly LadderLine[];
  /** Promotions, shaded; oldest first. */
  windows: readonly ShadedWindow[];
  /** 先涨后降 of any of the series. */
  raises: readonly RaiseBeforeSale[];
  /** What a SKU is called on the page, null where it was not read. */
  skuName: (skuId: string) => string | null;
  nowMs: number;
  /** What the deductions of a sight are known to be. */
  stepsOf: StepsOf;
  /** What the listing is called in a picture. */
  title: string;
  /** The chart as a PNG on its way out, null where none could be made. */
  onPicture: (picture: Blob | null, name: string) => void;
  /** Where it can be put into one chart with others. */
  compareHref?: string;
  /** The table on its way out, with what it is of. */
  onOut: (out: TableOut, name: string) => void;
};

/** The price history of one listing: one series at a time, as chart and as table. */
export function PriceHistory(props: Props) {
  const { observations, ladder, windows, skuName, nowMs } = props;
  const words = useWords();
  const language = useLanguage();
  const { detail } = words.options.watch;
  const choices = useMemo(() => seriesOf(observations ?? []), [observations]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [days, setDays] = useState<ChartDays>(90);
  const series = choices.find((each) => each.series === chosen) ?? choices[0];
  const seen = series?.observations ?? NONE;
  const lines = useMemo(() => priceLines(seen, days, nowMs), [seen, days, nowMs]);
  const suspects = useMemo(() => suspectTimes(seen, nowMs), [seen, nowMs]);
  const plots = useMemo(
    () => ownPlots(lines, { public: detail.publicLine, account: detail.accountLine }),
    [lines, detail],
  );
  const shaded = useMemo(() => chartWindows(windows, words), [windows, words]);
  const { Chart, failed } = useChart();

  if (observations === null) return <Skeleton lines={4} />;
  if (series === undefined) return <p class="subtle">{detail.noHistory}</p>;

  const inRange = seen.filter((each) => each.atMs >= chartFrom(days, seen[0]?.atMs, nowMs));
  const gated = inRange.filter((each) => each.gated).length;
  const suspect = inRange.filter((each) => suspects.has(each)).length;
  const name = (choice: typeof series) => seriesName(choice, skuName, words);
  const described = (at: number) => [
    exactTime(language, at * 1000),
    ...seen
      .filter((row) => !row.gated && Math.floor(row.atMs / 1000) === at)
      .flatMap((row) => suspectText(suspects.get(row), words, language) ?? []),
    ...heldAt(windows, at * 1000, words),
    ...plots.map((plot) => `${plot.name} ${standingText(plot, at, words)}`),
    ...ledgerLines(
      seen.findLast((row) => !row.gated && Math.floor(row.atMs / 1000) === at),
      props.stepsOf,
      words,
    ),
  ];
  const content = {
    plots,
    windows: shaded,
    ladder,
    fromMs: chartFrom(days, seen[0]?.atMs, nowMs),
    toMs: nowMs,
    dayLabel: dayLabelOf(language),
  };

  return (
    <section class="history">
      <header class="history-head">
        <h3>{detail.history}</h3>
        {choices.length > 1 && (
          <Select
            compact
            label={detail.series}
            labelHidden
            value={series.series}
            options={choices.map((choice) => ({ value: choice.series, label: name(choice) }))}
            onChange={setChosen}
          />
        )}
        <span class="history-key history-public">{detail.publicLine}</span>
        <span class="history-key history-account">{detail.accountLine}</span>
        {props.compareHref !== undefined && (
          <a class="history-compare" href={props.compareHref}>
            {detail.compare}
          </a>
        )}
        <span class="room-space" />
        <ChartRanges days={days} onDays={setDays} />
        <PictureButton
          disabled={!hasPrices(lines) || failed}
          content={content}
          title={props.title}
          subtitle={name(series)}
          fromMs={seen.find((each) => each.atMs >= content.fromMs)?.atMs ?? content.fromMs}
          nowMs={nowMs}
          onPicture={(picture) => props.onPicture(picture, name(series))}
        />
      </header>
      {!hasPrices(lines) ? (
        <p class="history-none">{detail.noneInRange}</p>
      ) : failed ? (
        <p class="history-none">{detail.chartFailed}</p>
      ) : Chart === null ? (
        <div class="history-room">
          <Skeleton lines={3} />
        </div>
      ) : (
        <Chart
          {...content}
          height={190}
          label={detail.chartLabel(inRange.length)}
          describe={described}
        />
      )}
      <p class="subtle">
        {detail.gapNote}
        {gated > 0 && words.common.gap + detail.gated(gated)}
        {suspect > 0 && words.common.gap + detail.suspect(suspect)}
      </p>
      <Raises raises={props.raises.filter((raise) => raise.series === series.series)} />
      <HistoryTable
        seen={inRange}
        suspects={suspects}
        name={name(series)}
        stepsOf={props.stepsOf}
        onOut={props.onOut}
      />
    </section>
  );
}

const NONE: readonly Observation[] = [];

/** Each raise before an event with the three sights that show it. */
function Raises({ raises }: { raises: readonly RaiseBeforeSale[] }) {
  const words = useWords();
  const language = useLanguage();
  const text = words.options.calendar;
  const sight = ({ atMs, price }: RaiseBeforeSale['before']) =>
    `${exactTime(language, atMs)} ${priceText(price, words.common.fromPrice)}`;
  if (raises.length === 0) return null;
  return (
    <ul class="history-raises">
      {raises.map((raise) => (
        <li key={`${raise.event.name} ${raise.event.fromMs}`}>
          {text.raise(
            raise.event.name,
            sight(raise.before),
            sight(raise.raised),
            sight(raise.lowered),
          )}
        </li>
      ))}
    </ul>
  );
}

function HistoryTable(props: {
  seen: readonly Observation[];
  suspects: ReadonlyMap<Observation, SuspectTime>;
  name: string;
  stepsOf: StepsOf;
  onOut: Props['onOut'];
}) {
  const { seen, suspects, name, stepsOf, onOut } = props;
  const words = useWords();
  const language = useLanguage();
  const { detail } = words.options.watch;
  const text = (price: Price | null) =>
    price === null ? words.common.none : priceText(price, words.common.fromPrice);
  return (
    <details class="history-table">
      <summary>{detail.table}</summary>
      <div class="row">
        <TableOutButtons
          disabled={seen.length === 0}
          table={() => historyTable(seen, suspects, stepsOf, words, language)}
          onOut={(out) => onOut(out, name)}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard has to get there */}
      <div class="history-table-box" tabIndex={0} role="region" aria-label={detail.table}>
        <table class="table">
          <thead>
            <tr>
              <th>{detail.time}</th>
              <th class="num">{detail.list}</th>
              <th class="num">{detail.publicLine}</th>
              <th class="num">{detail.accountLine}</th>
            </tr>
          </thead>
          <tbody>
            {seen.toReversed().map((each) => (
              <tr key={each.atMs}>
                <td>
                  {exactTime(language, each.atMs)}
                  {each.gated && <small class="history-gated">{detail.gatedMark}</small>}
                  <Suspect text={suspectText(suspects.get(each), words, language)} />
                </td>
                <td class="num">{each.gated ? words.common.none : text(each.listPrice)}</td>
                <td class="num">{each.gated ? words.common.none : text(each.publicPrice)}</td>
                <td class="num">{each.gated ? words.common.none : text(each.finalPrice)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** What speaks against a time, under it. */
function Suspect({ text }: { text: string | null }) {
  return text === null ? null : <small class="history-suspect">{text}</small>;
}
