import type { PriceLines } from './price-lines';

/** Roles of the tokens in which lines are drawn: told apart in both themes. */
export const LINE_COLORS = [
  '--accent',
  '--missing',
  '--manual',
  '--partial',
  '--unreadable',
  '--ink-2',
] as const;
export type LineColor = (typeof LINE_COLORS)[number];

/** Dashes in px that go with them: no line is told apart by its colour alone. */
export const LINE_DASHES: readonly (readonly number[])[] = [
  [],
  [7, 4],
  [2, 3],
  [10, 3, 2, 3],
  [4, 2],
  [14, 5],
];

/**
 * One line of a chart: a price over time. `mark` stands at its end on the chart and before its name
 * in the legend, '' for none. The columns run along `at` (seconds, ascending), prices in yuan.
 */
export type Plot = {
  name: string;
  mark: string;
  color: LineColor;
  dash: readonly number[];
  width: number;
  dots: boolean;
  at: readonly number[];
  min: readonly (number | null)[];
  max: readonly (number | null)[];
};

/** A listing's public price, and its account's thinner beside it, as two lines. */
export function ownPlots(lines: PriceLines, names: { public: string; account: string }): Plot[] {
  const { at } = lines;
  const line = { mark: '', dash: [], at };
  return [
    {
      ...line,
      name: names.public,
      color: '--accent',
      width: 2,
      dots: true,
      min: lines.publicMin,
      max: lines.publicMax,
    },
    {
      ...line,
      name: names.account,
      color: '--partial',
      width: 1.4,
      dots: false,
      min: lines.accountMin,
      max: lines.accountMax,
    },
  ];
}

/** The public price of one of several listings; `index` gives its colour, dash and mark. */
export function listingPlot(lines: PriceLines, name: string, index: number): Plot {
  return {
    name,
    mark: String(index + 1),
    color: LINE_COLORS[index % LINE_COLORS.length] ?? '--accent',
    dash: LINE_DASHES[index % LINE_DASHES.length] ?? [],
    width: 2,
    dots: true,
    at: lines.at,
    min: lines.publicMin,
    max: lines.publicMax,
  };
}

/** Columns over one row of times: `undefined` where a line has no sight there, null where it breaks. */
export type AlignedPlots = {
  at: number[];
  columns: { min: (number | null | undefined)[]; max: (number | null | undefined)[] }[];
};

/** Puts lines with times of their own upon one row of times; no line takes a price of another. */
export function alignPlots(plots: readonly Plot[]): AlignedPlots {
  const own = plots[0]?.at ?? [];
  // The lines of one listing share their times: there is nothing to align.
  if (plots.every(({ at }) => at === own) && isAscending(own))
    return {
      at: [...own],
      columns: plots.map(({ min, max }) => ({ min: [...min], max: [...max] })),
    };
  const at = [...new Set(plots.flatMap((plot) => plot.at))].sort((a, b) => a - b);
  const rowOf = new Map(at.map((time, row) => [time, row]));
  const columns = plots.map((plot) => {
    const min: (number | null | undefined)[] = Array.from({ length: at.length });
    const max: (number | null | undefined)[] = Array.from({ length: at.length });
    plot.at.forEach((time, index) => {
      const row = rowOf.get(time);
      if (row === undefined) return;
      // A break at the second of a sight must not wipe it away.
      if (min[row] !== undefined && plot.min[index] === null) return;
      min[row] = plot.min[index] ?? null;
      max[row] = plot.max[index] ?? null;
    });
    return { min, max };
  });
  return { at, columns };
}

/** Whether no time stands twice. */
function isAscending(at: readonly number[]): boolean {
  return at.every((time, index) => index === 0 || time > (at[index - 1] ?? time));
}

/** The row of a sight: one that only breaks a line stands for the sight a second before it. */
export function sightOf({ at, columns }: AlignedPlots, row: number): number {
  const breaksOnly = columns.every(({ min }) => min[row] === undefined || min[row] === null);
  const isBreak = breaksOnly && row > 0 && at[row - 1] === (at[row] ?? 0) - 1;
  return isBreak ? row - 1 : row;
}

/**
 * What a line stands at at a time (seconds): its sight then, or the last one before that still holds;
 * null before its first one, in a gap, and where no price could be told.
 */
export function standingAt(
  plot: Pick<Plot, 'at' | 'min' | 'max'>,
  time: number,
): { at: number; min: number; max: number | null } | null {
  const index = plot.at.findLastIndex((each) => each <= time);
  const [at, min] = [plot.at[index], plot.min[index]];
  if (at === undefined || min === undefined || min === null) return null;
  return { at, min, max: plot.max[index] ?? null };
}
