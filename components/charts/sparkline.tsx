import type { StripPoint } from '../../lib/analysis/price-result';
import './charts.css';
import { stepPath } from './step-path';

type Props = {
  points: readonly StripPoint[];
  /** Box in px. */
  width: number;
  height: number;
  /** What the line says, for those who do not see it. */
  label: string;
  /** Said where there are too few prices to draw. */
  tooFew: string;
};

/** The public price over the strip's days, as steps with gaps. */
export function Sparkline({ points, width, height, label, tooFew }: Props) {
  const path = stepPath(points, width, height);
  if (path === null) return <span class="spark-none">{tooFew}</span>;
  return (
    <svg
      class="spark"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <path d={path} />
    </svg>
  );
}
