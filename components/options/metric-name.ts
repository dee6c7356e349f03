import type { Catalog } from '../../lib/locales/catalog';
import type { MetricKey } from './figure-input';

/** "搜索人气 · 近 7 天"; with the source where several metrics are to be told apart. */
export function metricName(key: MetricKey, words: Catalog, withSource: boolean): string {
  const { keywords, paste } = words.options.benchmarks;
  const periods: Record<string, string> = paste.periods;
  const period = key.period === '' ? '' : (periods[key.period] ?? key.period);
  return keywords.figureOf(
    key.kind,
    [period, withSource ? key.source : ''].filter((part) => part !== '').join(' · '),
  );
}
