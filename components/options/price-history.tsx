import type { ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RaiseBeforeSale } from '../../lib/analysis/raise-before-sale';
import type { Price } from '../../lib/listing/price';
import { priceText } from '../../lib/listing/price-text';
import { windowsAt, type ShadedWindow } from '../../lib/listing/promotion-calendar';
import type { Observation } from '../../lib/listing/series';
import type { LadderLine, PriceChartProps } from '../charts/price-chart';
import { hasPrices, priceLines, seriesOf, sightAt, type ChartDays } from '../charts/price-lines';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { useLanguage, useWords } from '../ui/words';
import { exactTime } from './seen-text';
import { TableOutButtons, type TableOut } from './table-out';
import { historyTable, ledgerLines, type StepsOf } from './history-text';

const DAY = 86_400_000;
const RANGES: readonly ChartDays[] = [30, 90, 180, null];

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
  const { Chart, failed } = useChart();

  if (observations === null) return <Skeleton lines={4} />;
  if (series === undefined) return <p class="subtle">{detail.noHistory}</p>;

  const sinceMs = days === null ? (seen[0]?.atMs ?? nowMs) : nowMs - days * DAY;
  const inRange = seen.filter((each) => each.atMs >= sinceMs);
  const gated = inRange.filter((each) => each.gated).length;
  const name = (choice: typeof series) => {
    const base =
      choice.skuId === null ? detail.page : (skuName(choice.skuId) ?? detail.sku(choice.skuId));
    return choice.isFrom ? detail.fromSeries(base) : base;
  };
  const { fromPrice, none } = words.common;
  const described = (row: number) => {
    const index = sightAt(lines, row);
    const atMs = (lines.at[index] ?? 0) * 1000;
    const held = windowsAt(windows, atMs).map(({ name: event, phase }) =>
      phase === null ? event : `${event} · ${words.options.calendar.phases[phase]}`,
    );
    const text = (min: Line, max: Line) => pointText(min[index], max[index], fromPrice, none);
    return [
      exactTime(language, atMs),
      ...held,
      `${detail.publicLine} ${text(lines.publicMin, lines.publicMax)}`,
      `${detail.accountLine} ${text(lines.accountMin, lines.accountMax)}`,
      ...ledgerLines(
        seen.find((row) => Math.floor(row.atMs / 1000) === lines.at[index]),
        props.stepsOf,
        words,
      ),
    ];
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
        <span class="room-space" />
        <span class="segments" role="group" aria-label={detail.range}>
          {RANGES.map((range) => (
            <button
              key={range ?? 'all'}
              type="button"
              aria-pressed={range === days}
              onClick={() => setDays(range)}
            >
              {detail.days[range ?? 'all']}
            </button>
          ))}
        </span>
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
          lines={lines}
          ladder={ladder}
          windows={windows}
          fromMs={sinceMs === nowMs ? nowMs - DAY : sinceMs}
          toMs={nowMs}
          height={190}
          label={detail.chartLabel(inRange.length)}
          describe={described}
          dayLabel={(at) => monthDay(language, at * 1000)}
        />
      )}
      <p class="subtle">
        {detail.gapNote}
        {gated > 0 && ` ${detail.gated(gated)}`}
      </p>
      <Raises raises={props.raises.filter((raise) => raise.series === series.series)} />
      <HistoryTable
        seen={inRange}
        name={name(series)}
        stepsOf={props.stepsOf}
        onOut={props.onOut}
      />
    </section>
  );
}

type Line = readonly (number | null)[];
const NONE: readonly Observation[] = [];

/** The chart is a chunk of its own: the page opens without it. */
function useChart(): { Chart: ComponentType<PriceChartProps> | null; failed: boolean } {
  const [Chart, setChart] = useState<{ view: ComponentType<PriceChartProps> } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      try {
        const { default: view } = await import('../charts/price-chart');
        if (!gone) setChart({ view });
      } catch {
        if (!gone) setFailed(true);
      }
    };
    void load();
    return () => {
      gone = true;
    };
  }, []);
  return { Chart: Chart?.view ?? null, failed };
}

/** A drawn point back as the price that it came from. */
function pointText(
  min: number | null | undefined,
  max: number | null | undefined,
  from: string,
  none: string,
): string {
  if (min === null || min === undefined) return none;
  const fen = (yuan: number) => Math.round(yuan * 100);
  return priceText(
    { minFen: fen(min), maxFen: max === null || max === undefined ? null : fen(max) },
    from,
  );
}

function monthDay(language: string, atMs: number): string {
  return new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric' }).format(
    new Date(atMs),
  );
}

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
  name: string;
  stepsOf: StepsOf;
  onOut: Props['onOut'];
}) {
  const { seen, name, stepsOf, onOut } = props;
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
          table={() => historyTable(seen, stepsOf, words, language)}
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
                <td>{exactTime(language, each.atMs)}</td>
                <td class="num">{text(each.listPrice)}</td>
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
