import type { Keyword, Metric } from '../../lib/benchmark/keyword';

/** Which metric a column shows: kinds, periods and sources never share one. */
export type MetricKey = Pick<Metric, 'kind' | 'period' | 'source'>;

/** True when a metric is of that kind, period and source. */
export function isOf(metric: Metric, key: MetricKey): boolean {
  return metric.kind === key.kind && metric.period === key.period && metric.source === key.source;
}

/**
 * Reads a typed figure of a kind: one number or a range, `none` for an empty one, `bad` for anything
 * else.
 * The entry hands in the same reader that pasted text goes through.
 */
export type FigureReader = (
  text: string,
  kind: string,
) => { min: number; max: number } | 'none' | 'bad';

/** A figure as text: "1,200", "600 ~ 1,200". */
export function figureText(figure: { min: number; max: number }): string {
  const text = (value: number) => {
    const [whole = '', decimals] = String(value).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return decimals === undefined ? grouped : `${grouped}.${decimals}`;
  };
  return figure.min === figure.max ? text(figure.min) : `${text(figure.min)} ~ ${text(figure.max)}`;
}

/** The keyword's metric of that key, null where it has none. */
export function metricOf(keyword: Keyword, key: MetricKey | null): Metric | null {
  return key === null ? null : (keyword.metrics.find((metric) => isOf(metric, key)) ?? null);
}

/** The keyword with its metric of that key set, or taken away where `figure` is null. */
export function withMetric(
  keyword: Keyword,
  key: MetricKey,
  figure: { min: number; max: number } | null,
): Keyword {
  const others = keyword.metrics.filter((metric) => !isOf(metric, key));
  return {
    ...keyword,
    metrics: figure === null ? others : [...others, { ...key, min: figure.min, max: figure.max }],
  };
}

/** Every metric key that occurs, the most used first. */
export function metricKeys(keywords: Iterable<Keyword>): MetricKey[] {
  const seen = new Map<string, { key: MetricKey; count: number }>();
  for (const keyword of keywords) {
    for (const { kind, period, source } of keyword.metrics) {
      const id = `${kind}\n${period}\n${source}`;
      const entry = seen.get(id);
      if (entry === undefined) seen.set(id, { key: { kind, period, source }, count: 1 });
      else entry.count += 1;
    }
  }
  return [...seen.values()].sort((a, b) => b.count - a.count).map(({ key }) => key);
}
