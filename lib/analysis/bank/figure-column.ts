import type { Metric } from '../../benchmark/keyword';
import { isSameBasis, type Basis } from './basis';

/**
 * The figures of one kind and basis, by keyword; NaN where a word has none. `atMs` is when the
 * import that gave a figure was made, NaN where none is known to have given it: it was typed, or is
 * older than what is kept.
 */
export type FigureColumn = {
  kind: string;
  min: Float64Array<ArrayBuffer>;
  max: Float64Array<ArrayBuffer>;
  atMs: Float64Array<ArrayBuffer>;
};

/** A column of words' figures. A figure that is given twice is the range that holds both. */
export function figureColumn(
  words: readonly (readonly Metric[])[],
  basis: Basis,
  kind: string,
): FigureColumn {
  const min = new Float64Array(words.length).fill(Number.NaN);
  const max = min.slice();
  words.forEach((metrics, at) => {
    for (const metric of metrics) {
      if (metric.kind !== kind || !isSameBasis(metric, basis)) continue;
      // NaN is neither: the first figure stands.
      if (!(min[at]! <= metric.min)) min[at] = metric.min;
      if (!(max[at]! >= metric.max)) max[at] = metric.max;
    }
  });
  return { kind, min, max, atMs: new Float64Array(words.length).fill(Number.NaN) };
}

/** A figure of a column, null where the word has none. */
export function figureAt(
  column: Pick<FigureColumn, 'min' | 'max'>,
  at: number,
): { min: number; max: number } | null {
  const min = column.min[at] ?? Number.NaN;
  return Number.isNaN(min) ? null : { min, max: column.max[at]! };
}
