import type { useDrawnChart } from './use-drawn-chart';
import './charts.css';

/** Where a chart stands: it takes the focus, and then the arrow keys go from sight to sight. */
export function ChartBox(props: { chart: ReturnType<typeof useDrawnChart>; label: string }) {
  const { box, onKeyDown, onBlur } = props.chart;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what the pointer reads, the keyboard reads
    <div
      class="price-chart"
      ref={box}
      role="group"
      aria-label={props.label}
      aria-keyshortcuts="ArrowLeft ArrowRight Home End"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys need it focused
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}
