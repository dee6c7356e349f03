import type { StripPoint } from '../../lib/analysis/price-result';
import { priceText } from '../../lib/listing/price-text';
import { sparklineShape } from './sparkline-path';
import './sparkline.css';
import { useWords } from './words';

/** The price history in a line of text: steps with gaps; the label says it for a screen reader. */
export function Sparkline(props: {
  points: readonly StripPoint[];
  width?: number;
  height?: number;
}) {
  const { points, width = 84, height = 22 } = props;
  const words = useWords();
  const shape = sparklineShape(points, width, height);
  if (shape === null) return <span class="sparkline-none">{words.common.chart.noHistory}</span>;
  const seen = points.flatMap((point) => (point.fen === null ? [] : [point.fen]));
  const price = (fen: number) => priceText({ minFen: fen, maxFen: fen }, words.common.fromPrice);
  const label = words.common.chart.summary(
    seen.length,
    price(Math.min(...seen)),
    price(Math.max(...seen)),
  );
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <path class="sparkline-line" d={shape.path} />
      {shape.last !== null && (
        <circle class="sparkline-dot" cx={shape.last.x} cy={shape.last.y} r="2.2" />
      )}
    </svg>
  );
}
