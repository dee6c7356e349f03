import * as z from 'zod/mini';
import { metricSchema, type Metric } from './keyword';
import { isFigureOf } from './metric-kind';

const { source, kind, period } = metricSchema.shape;

/** Every source, kind and period that occurs among packed metrics, once. */
export const metricKeysSchema = z
  .array(z.object({ source, kind, period }))
  .check(z.maxLength(4000));
export type MetricKeys = z.infer<typeof metricKeysSchema>;

/** Metrics as flat triples: the place among the keys, lower and upper end. */
export const packedMetricsSchema = z.array(z.number()).check(z.maxLength(6000));
export type PackedMetrics = z.infer<typeof packedMetricsSchema>;

/**
 * Packs metrics of many words, collecting their keys. 50,000 words with three figures are 2.5 MB
 * so, and 13 MB as they stand.
 */
export class MetricPacker {
  readonly keys: MetricKeys = [];
  #places = new Map<string, number>();

  pack(metrics: readonly Metric[]): PackedMetrics {
    return metrics.flatMap((metric) => [this.#placeOf(metric), metric.min, metric.max]);
  }

  #placeOf({ source: of, kind: name, period: time }: Metric): number {
    const id = `${of}\n${name}\n${time}`;
    const place =
      this.#places.get(id) ?? this.keys.push({ source: of, kind: name, period: time }) - 1;
    this.#places.set(id, place);
    return place;
  }
}

/** The metrics again; null where a triple names no key or is no figure. */
export function unpackMetrics(keys: MetricKeys, packed: PackedMetrics): Metric[] | null {
  const metrics: Metric[] = [];
  for (let at = 0; at < packed.length; at += 3) {
    const key = keys[packed[at] ?? -1];
    const [min, max] = [packed[at + 1], packed[at + 2]];
    if (key === undefined || min === undefined || max === undefined) return null;
    if (!isFigureOf(key.kind, min, max)) return null;
    metrics.push({ ...key, min, max });
  }
  return metrics;
}
