import { useMemo, useState } from 'preact/hooks';
import type { ShadedWindow } from '../../lib/listing/promotion-calendar';
import type { LadderLine } from '../charts/chart-parts';
import { listingPlot, type Plot } from '../charts/plots';
import { hasPrices, priceLines, type ChartDays } from '../charts/price-lines';
import { useChart } from '../charts/use-chart';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { Checkbox } from '../ui/switch';
import { useLanguage, useWords } from '../ui/words';
import { ChartRanges } from './chart-ranges';
import { chartFrom, chartWindows, dayLabelOf, heldAt, standingText } from './chart-words';
import './compare-history.css';
import { comparedHistoryTable, comparedSeries, type ComparedHistory } from './compared-history';
import { suspectText } from './history-text';
import { PlotKey } from './plot-key';
import { PictureButton } from './picture-button';
import { exactTime } from './seen-text';
import { TableOutButtons, type TableOut } from './table-out';

/**
 * The public prices of the compared listings in one chart, each a line of its own series: told apart
 * by number and dash as well as by colour, and never joined.
 */
export function CompareHistory(props: {
  /** Null until they are read. */
  histories: readonly ComparedHistory[] | null;
  windows: readonly ShadedWindow[];
  ladder: readonly LadderLine[];
  nowMs: number;
  onOut: (out: TableOut) => void;
  onPicture: (picture: Blob | null) => void;
}) {
  const { histories, windows, ladder, nowMs } = props;
  const words = useWords();
  const language = useLanguage();
  const { detail } = words.options.watch;
  const text = words.options.compare.history;
  const [days, setDays] = useState<ChartDays>(90);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const lines = useMemo(
    () => comparedSeries(histories ?? [], chosen, nowMs, words),
    [histories, chosen, nowMs, words],
  );
  const plots = useMemo(
    () =>
      lines.flatMap(({ listingId, name, series }, index): Plot[] => {
        if (series === null || hidden.includes(listingId)) return [];
        const drawn = priceLines(series.observations, days, nowMs);
        return hasPrices(drawn) ? [listingPlot(drawn, name, index)] : [];
      }),
    [lines, hidden, days, nowMs],
  );
  const shaded = useMemo(() => chartWindows(windows, words), [windows, words]);
  const { Chart, failed } = useChart();
  if (histories === null)
    return (
      <div class="compare-history-waiting">
        <Skeleton lines={6} />
      </div>
    );

  const firstMs = Math.min(...plots.map((plot) => (plot.at[0] ?? Infinity) * 1000));
  const fromMs = chartFrom(days, Number.isFinite(firstMs) ? firstMs : undefined, nowMs);
  const content = {
    plots,
    windows: shaded,
    ladder,
    fromMs,
    toMs: nowMs,
    dayLabel: dayLabelOf(language),
  };
  const inTable = lines.filter(({ listingId }) => !hidden.includes(listingId));
  const doubtful = inTable.flatMap(({ suspects }) =>
    [...suspects].filter(([seen]) => seen.atMs >= fromMs),
  );
  const doubtsAt = (at: number) =>
    doubtful
      .filter(([seen]) => !seen.gated && Math.floor(seen.atMs / 1000) === at)
      .flatMap(([, why]) => suspectText(why, words, language) ?? []);
  return (
    <section class="compare-history" aria-label={text.title}>
      <header class="history-head">
        <h2>{text.title}</h2>
        <span class="room-space" />
        <ChartRanges days={days} onDays={setDays} />
        <PictureButton
          disabled={plots.length === 0 || failed}
          content={content}
          title={text.title}
          subtitle={detail.publicLine}
          fromMs={fromMs}
          nowMs={nowMs}
          onPicture={props.onPicture}
        />
        <TableOutButtons
          disabled={inTable.every(({ series }) => series === null)}
          table={() => comparedHistoryTable(inTable, fromMs, words, language)}
          onOut={props.onOut}
        />
      </header>
      <ul class="compare-keys">
        {lines.map(({ listingId, name, title, choices, series }, index) => (
          <li key={listingId}>
            <Checkbox
              label={
                <>
                  <PlotKey plot={listingPlot(NOTHING, name, index)} /> <bdi>{title}</bdi>
                </>
              }
              checked={!hidden.includes(listingId)}
              onChange={(on) =>
                setHidden(on ? hidden.filter((each) => each !== listingId) : [...hidden, listingId])
              }
            />
            {series === null ? (
              <small>{text.none}</small>
            ) : choices.length > 1 ? (
              <Select
                compact
                label={text.seriesOf(title)}
                labelHidden
                value={series.series}
                options={choices.map((each) => ({ value: each.series, label: each.name }))}
                onChange={(next) => setChosen({ ...chosen, [listingId]: next })}
              />
            ) : (
              <small>{choices[0]?.name}</small>
            )}
          </li>
        ))}
      </ul>
      {plots.length === 0 ? (
        <p class="history-none">{detail.noneInRange}</p>
      ) : failed ? (
        <p class="history-none">{detail.chartFailed}</p>
      ) : Chart === null ? (
        <div class="compare-chart-waiting">
          <Skeleton lines={4} />
        </div>
      ) : (
        <Chart
          {...content}
          height={240}
          label={text.label(plots.length)}
          describe={(at) => [
            exactTime(language, at * 1000),
            ...doubtsAt(at),
            ...heldAt(windows, at * 1000, words),
            ...plots.map((plot) => `${plot.mark} ${standingText(plot, at, words)}`),
          ]}
        />
      )}
      <p class="subtle">
        {text.note}
        {doubtful.length > 0 && words.common.gap + detail.suspect(doubtful.length)}
      </p>
    </section>
  );
}

const NOTHING = { at: [], publicMin: [], publicMax: [], accountMin: [], accountMax: [] };
