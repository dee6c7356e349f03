/** A period of a trend; `figure` null where its table lacks the word, `apart` where nothing joins it. */
export type TrendMark = {
  fromMs: number;
  toMs: number;
  figure: { min: number; max: number } | null;
  apart: boolean;
};

/** What a chart is drawn from: seconds, both ends, and the period that each row is of. */
export type TrendColumns = {
  at: number[];
  min: (number | null)[];
  max: (number | null)[];
  /** Null for a row that only breaks the line. */
  marks: (TrendMark | null)[];
};

/** Periods (ascending) as columns; an empty row stands before a period that nothing joins. */
export function trendColumns(points: readonly TrendMark[]): TrendColumns {
  const columns: TrendColumns = { at: [], min: [], max: [], marks: [] };
  for (const mark of points) {
    const seconds = Math.floor(mark.toMs / 1000);
    const last = columns.at.at(-1);
    if (mark.apart && last !== undefined) push(columns, last + 1, null, null);
    // Columns ascend: two periods that end in one second stand a second apart.
    const at = Math.max(seconds, (columns.at.at(-1) ?? -Infinity) + 1);
    push(columns, at, mark.figure, mark);
  }
  return columns;
}

function push(
  columns: TrendColumns,
  at: number,
  figure: { min: number; max: number } | null,
  mark: TrendMark | null,
): void {
  columns.at.push(at);
  columns.min.push(figure?.min ?? null);
  columns.max.push(figure?.max ?? null);
  columns.marks.push(mark);
}
