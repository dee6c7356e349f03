import { yuanText } from '../../lib/listing/price-text';
import { stepShape, type StepSight } from './step-shape';
import './step-chart.css';

const WIDTH = 640;
const HEIGHT = 96;
const AXIS = 18;
const LEFT = 64;

/**
 * A price over a period and the one before it, as steps with gaps: drawn as SVG, so that it prints
 * sharp. The ground of the period before is darker; a dot is a sight.
 */
export function StepChart(props: {
  sights: readonly StepSight[];
  fromMs: number;
  /** Where the period begins, after the one before it. */
  midMs: number;
  toMs: number;
  nowMs: number;
  label: string;
  /** What stands after a price: 起 for a series of entry prices, else ''. */
  after: string;
  /** Days named below, by their beginnings. */
  days: readonly { atMs: number; text: string }[];
}) {
  const { fromMs, midMs, toMs, nowMs } = props;
  const shape = stepShape(
    props.sights,
    { fromMs, toMs, nowMs },
    { width: WIDTH, height: HEIGHT, edge: 12 },
  );
  if (shape === null) return null;
  const x = (atMs: number) => ((atMs - fromMs) / (toMs - fromMs)) * WIDTH;
  const levels =
    shape.low === shape.high
      ? [{ fen: shape.low, y: HEIGHT / 2 }]
      : [
          { fen: shape.high, y: 12 },
          { fen: shape.low, y: HEIGHT - 12 },
        ];
  return (
    <svg
      class="step-chart"
      viewBox={`${-LEFT} 0 ${WIDTH + LEFT + 8} ${HEIGHT + AXIS}`}
      role="img"
      aria-label={props.label}
    >
      <rect class="step-before" x="0" y="0" width={x(midMs)} height={HEIGHT} />
      {levels.map(({ fen, y }) => (
        <g key={fen}>
          <line class="step-level" x1="0" x2={WIDTH} y1={y} y2={y} />
          <text class="step-text" x="-6" y={y + 4} text-anchor="end">
            {`¥${yuanText(fen)}${props.after}`}
          </text>
        </g>
      ))}
      {shape.steps.map(
        ({ from, to, y, top }) =>
          top !== null && (
            <rect
              key={`band ${from}`}
              class="step-band"
              x={from}
              y={top}
              width={to - from}
              height={y - top}
            />
          ),
      )}
      {shape.steps.map(({ from, to, y, top }) => (
        <path
          key={from}
          class="step-line"
          d={`M${from} ${y}H${to}${top === null ? '' : `M${from} ${top}H${to}`}`}
        />
      ))}
      {shape.joints.map(({ x: at, from, to }) => (
        <path key={at} class="step-joint" d={`M${at} ${from}V${to}`} />
      ))}
      {shape.dots.map((dot) => (
        <circle key={dot.x} class="step-dot" cx={dot.x} cy={dot.y} r="2.4" />
      ))}
      {props.days.map(({ atMs, text }) => (
        <text key={atMs} class="step-text" x={x(atMs)} y={HEIGHT + 14}>
          {text}
        </text>
      ))}
    </svg>
  );
}
