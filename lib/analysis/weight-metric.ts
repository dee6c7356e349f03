import type { Keyword, Metric } from '../benchmark/keyword';
import type { WeightMetric } from './coverage-result';

const keyOf = (metric: Metric) => JSON.stringify([metric.kind, metric.source, metric.period]);

/**
 * The one metric a coverage is weighted by: the kind, source and period that most keywords carry;
 * where two are carried alike, the one met first. Null where no keyword has a figure.
 */
export function chooseWeightMetric(keywords: readonly Keyword[]): WeightMetric | null {
  const tally = new Map<string, { metric: Metric; words: number }>();
  for (const keyword of keywords) {
    const keys = new Map(keyword.metrics.map((metric) => [keyOf(metric), metric]));
    for (const [key, metric] of keys) {
      const entry = tally.get(key);
      if (entry === undefined) tally.set(key, { metric, words: 1 });
      else entry.words++;
    }
  }
  let best: { metric: Metric; words: number } | null = null;
  for (const entry of tally.values()) if (best === null || entry.words > best.words) best = entry;
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
  for (const { kind, source, period, min, max } of metrics) {
    if (kind !== metric.kind || source !== metric.source || period !== metric.period) continue;
    span =
      span === null ? { min, max } : { min: Math.min(span.min, min), max: Math.max(span.max, max) };
  }
  return span;
}
