import type { Keyword, Metric } from '../benchmark/keyword';
import { canWeigh } from '../benchmark/metric-kind';
import type { WeightMetric } from './coverage-result';

const isSame = (a: WeightMetric, b: WeightMetric) =>
  a.kind === b.kind && a.source === b.source && a.period === b.period;

/**
 * The one metric a coverage is weighted by: the kind, source and period that most keywords carry,
 * of the kinds that are amounts; where two are carried alike, the one met first. A rate, growth or
 * a price never weighs. Null where no keyword has such a figure.
 */
export function chooseWeightMetric(keywords: readonly Keyword[]): WeightMetric | null {
  const tally: { metric: Metric; words: number }[] = [];
  for (const { metrics } of keywords) {
    metrics.forEach((metric, index) => {
      if (!canWeigh(metric.kind)) return;
      if (metrics.findIndex((other) => isSame(other, metric)) < index) return;
      const entry = tally.find((known) => isSame(known.metric, metric));
      if (entry === undefined) tally.push({ metric, words: 1 });
      else entry.words++;
    });
  }
  let best: { metric: Metric; words: number } | null = null;
  for (const entry of tally) if (best === null || entry.words > best.words) best = entry;
  if (best === null) return null;
  const { kind, source, period } = best.metric;
  return { kind, source, period };
}

/**
 * A keyword's figure of that metric. Where it is given twice with different figures, the range
 * that holds them all.
 */
export function weightOf(
  metrics: readonly Metric[],
  metric: WeightMetric | null,
): { min: number; max: number } | null {
  if (metric === null) return null;
  let span: { min: number; max: number } | null = null;
  for (const other of metrics) {
    if (!isSame(other, metric)) continue;
    const { min, max } = other;
    span =
      span === null ? { min, max } : { min: Math.min(span.min, min), max: Math.max(span.max, max) };
  }
  return span;
}
