import type { Price } from '../../lib/listing/price';

/** A sight of a price; null: seen, and the price could not be told. */
export type StepSight = { atMs: number; price: Price | null };

/** Where a step stands in the drawing; `top` is the range's upper end, null for an exact price. */
export type Step = { from: number; to: number; y: number; top: number | null };

/** The drawing of a price over time: steps that touch where the price held from one to the next. */
export type StepShape = {
  steps: Step[];
  /** Lines from one step to the next, where nothing lies between them unseen. */
  joints: { x: number; from: number; to: number }[];
  dots: { x: number; y: number }[];
  /** Lowest and highest price drawn, in fen. */
  low: number;
  high: number;
};

/** A price is drawn on until the next sight only where that is this near; else it ends after a day. */
export const HOLDS_MS = 3 * 86_400_000;
const DAY_MS = 86_400_000;

/**
 * Steps of a price between two times, in a box of `width` × `height` px with `edge` px of room above
 * and below. Null where no price was seen.
 */
export function stepShape(
  sights: readonly StepSight[],
  span: { fromMs: number; toMs: number; nowMs: number },
  box: { width: number; height: number; edge: number },
): StepShape | null {
  const ends = sights.flatMap(({ price }) =>
    price === null ? [] : [price.minFen, price.maxFen ?? price.minFen],
  );
  if (ends.length === 0) return null;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const x = (atMs: number) => round(((atMs - span.fromMs) / (span.toMs - span.fromMs)) * box.width);
  const y = (fen: number) =>
    high === low
      ? round(box.height / 2)
      : round(box.edge + ((high - fen) / (high - low)) * (box.height - 2 * box.edge));
  const shape: StepShape = { steps: [], joints: [], dots: [], low, high };
  let before: { endMs: number; y: number } | null = null;
  for (const [index, { atMs, price }] of sights.entries()) {
    const nextMs = sights[index + 1]?.atMs ?? Infinity;
    const last = Math.min(span.toMs, Math.max(atMs, span.nowMs));
    const endMs = nextMs - atMs <= HOLDS_MS ? nextMs : Math.min(atMs + DAY_MS, last);
    if (price === null) {
      before = null;
      continue;
    }
    const at = y(price.minFen);
    const isRange = price.maxFen !== null && price.maxFen > price.minFen;
    const top = isRange && price.maxFen !== null ? y(price.maxFen) : null;
    if (before !== null && before.endMs === atMs && before.y !== at)
      shape.joints.push({ x: x(atMs), from: before.y, to: at });
    shape.steps.push({ from: x(atMs), to: x(endMs), y: at, top });
    shape.dots.push({ x: x(atMs), y: at });
    before = { endMs, y: at };
  }
  return shape;
}

const round = (n: number) => Math.round(n * 100) / 100;
