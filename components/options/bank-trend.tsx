import { useEffect, useState } from 'preact/hooks';
import type { Basis } from '../../lib/analysis/bank/basis';
import type { TrendPoint } from '../../lib/analysis/bank/trend';
import type { Metric } from '../../lib/benchmark/keyword';
import type TrendChart from '../charts/trend-chart';
import { IconButton } from '../ui/button';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { useLanguage, useWords } from '../ui/words';
import './bank-trend.css';
import type { BankKind } from './bank-rows';
import { basisText, kindFigureText, periodText } from './bank-text';
import { dayText } from './seen-text';
import { useReturnFocus } from './use-return-focus';

const DAY_MS = 86_400_000;
const HEIGHT = 210;

type Props = {
  word: string;
  kinds: readonly BankKind[];
  kind: BankKind | null;
  /** The source, and how many days its periods have; null where the figures have no known period. */
  series: { source: string; days: number } | null;
  /** Oldest first; null until they are there. */
  points: readonly TrendPoint[] | null;
  /** All that is kept of the word, whatever it is of. */
  figures: readonly (Metric & { share: boolean })[];
  onKind: (kind: string) => void;
  onClose: () => void;
};

/** A word over all imports of one kind, source and length of period, and every figure it has now. */
export function BankTrend(props: Props) {
  const { word, kinds, kind, series, points, figures } = props;
  const words = useWords();
  const { trend: text } = words.options.bank;
  useReturnFocus();
  return (
    <aside class="bank-trend panel" aria-label={text.title(word)}>
      <header>
        <h2>
          <bdi>{text.title(word)}</bdi>
        </h2>
        <IconButton icon="cross" label={text.close} onClick={props.onClose} />
      </header>
      {kind !== null && kinds.length > 1 && (
        <Select
          label={text.kind}
          labelHidden
          compact
          value={kind.kind}
          options={kinds.map((one) => ({ value: one.kind, label: one.kind }))}
          onChange={props.onKind}
        />
      )}
      {series === null && <p class="subtle">{text.noPeriod}</p>}
      {series !== null && kind !== null && points === null && <Skeleton lines={5} />}
      {series !== null && kind !== null && points !== null && (
        <Points word={word} kind={kind} series={series} points={points} />
      )}
      {figures.length > 0 && (
        <>
          <h3>{text.figures}</h3>
          <Figures figures={figures} />
        </>
      )}
    </aside>
  );
}

function Points(props: {
  word: string;
  kind: BankKind;
  series: { source: string; days: number };
  points: readonly TrendPoint[];
}) {
  const { word, kind, series, points } = props;
  const words = useWords();
  const language = useLanguage();
  const { trend: text } = words.options.bank;
  const { Chart } = useChart();
  const seen = points.filter(({ figure }) => figure !== null);
  const daysOf = ({ fromMs, toMs }: Pick<TrendPoint, 'fromMs' | 'toMs'>) =>
    // The last day ends at the next one's beginning.
    text.daysOf(dayText(language, fromMs), dayText(language, Math.max(fromMs, toMs - DAY_MS / 2)));
  const figureOf = ({ figure }: Pick<TrendPoint, 'figure'>) =>
    figure === null ? text.gap : kindFigureText(figure, kind.share);
  if (seen.length === 0) return <p class="subtle">{text.none}</p>;
  return (
    <>
      <p class="subtle">{text.seriesOf(series.source, series.days)}</p>
      {Chart === null ? (
        <Skeleton lines={5} />
      ) : (
        <Chart
          points={points}
          height={HEIGHT}
          label={text.chart(word, kind.kind)}
          describe={(point) => [daysOf(point), figureOf(point)]}
          dayLabel={(atMs) => dayText(language, atMs - DAY_MS / 2)}
          figureLabel={(figure) => kindFigureText({ min: figure, max: figure }, kind.share)}
        />
      )}
      {points.length === 1 && <p class="subtle">{text.one}</p>}
      <p class="subtle">{text.hint}</p>
      <details>
        <summary>{text.points}</summary>
        <table class="table">
          <thead>
            <tr>
              <th>{text.days}</th>
              <th class="num">{kind.kind}</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map((point) => (
              <tr key={`${point.fromMs} ${point.toMs}`}>
                <td>{daysOf(point)}</td>
                <td class="num">{figureOf(point)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Figures({ figures }: { figures: readonly (Metric & { share: boolean })[] }) {
  const words = useWords();
  const groups = new Map<string, { basis: Basis; figures: (Metric & { share: boolean })[] }>();
  for (const figure of figures) {
    const id = `${figure.source}\n${figure.period}`;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { basis: figure, figures: [figure] });
    else group.figures.push(figure);
  }
  return (
    <dl class="bank-figures">
      {[...groups].map(([id, group]) => (
        <div key={id}>
          <dt title={periodText(group.basis.period, words)}>{basisText(group.basis, words)}</dt>
          {group.figures.map((figure) => (
            <dd key={figure.kind}>
              <span>{figure.kind}</span>
              <b>{kindFigureText(figure, figure.share)}</b>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** The chart with its library, loaded when the first trend is looked at. */
function useChart(): { Chart: typeof TrendChart | null } {
  const [loaded, setLoaded] = useState<{ chart: typeof TrendChart } | null>(null);
  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const { default: chart } = await import('../charts/trend-chart');
      if (!isGone) setLoaded({ chart });
    };
    void load();
    return () => {
      isGone = true;
    };
  }, []);
  return { Chart: loaded?.chart ?? null };
}
