import type { Plot } from '../charts/plots';
import './plot-key.css';

/** A line of a chart as its legend shows it: number, dash and colour. */
export function PlotKey({ plot }: { plot: Plot }) {
  return (
    <span class="plot-key" aria-hidden="true">
      <svg width="30" height="8" viewBox="0 0 30 8">
        <line
          x1="0"
          y1="4"
          x2="30"
          y2="4"
          stroke={`var(${plot.color})`}
          stroke-width="2"
          stroke-dasharray={plot.dash.join(' ')}
        />
      </svg>
      <b style={{ background: `var(${plot.color})` }}>{plot.mark}</b>
    </span>
  );
}
