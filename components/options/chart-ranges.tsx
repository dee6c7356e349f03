import type { ChartDays } from '../charts/price-lines';
import { useWords } from '../ui/words';
import { CHART_RANGES } from './chart-words';

/** The stretches of time that a chart can show, one of them pressed. */
export function ChartRanges(props: { days: ChartDays; onDays: (days: ChartDays) => void }) {
  const { detail } = useWords().options.watch;
  return (
    <span class="segments" role="group" aria-label={detail.range}>
      {CHART_RANGES.map((range) => (
        <button
          key={range ?? 'all'}
          type="button"
          aria-pressed={range === props.days}
          onClick={() => props.onDays(range)}
        >
          {detail.days[range ?? 'all']}
        </button>
      ))}
    </span>
  );
}
