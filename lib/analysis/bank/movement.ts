import type { DatedTable, ImportTable } from './import-table';
import { figuresOf } from './import-table';
import { periodSpan } from './period';

/**
 * What became of a word from an older table to a newer one.
 * - `new`: only the newer one has it · `gone`: only the older one
 * - `rising`, `falling`: the figures lie wholly above or below those before
 * - `same`: both are one and the same exact figure
 * - `unsure`: ranges overlap or touch, or one of the tables has no figure for it
 */
export type Movement = 'new' | 'rising' | 'falling' | 'same' | 'unsure' | 'gone';
export const MOVEMENTS: readonly Movement[] = [
  'new',
  'rising',
  'falling',
  'gone',
  'unsure',
  'same',
];

export type Figure = { min: number; max: number };
export type MovedWord = {
  word: string;
  movement: Movement;
  before: Figure | null;
  after: Figure | null;
};

/** How a figure moved. */
export function moved(before: Figure | null, after: Figure | null): Movement {
  if (before === null || after === null) return 'unsure';
  if (after.min > before.max) return 'rising';
  if (after.max < before.min) return 'falling';
  const isExact = before.min === before.max && after.min === after.max;
  return isExact ? 'same' : 'unsure';
}

/**
 * Whether two dated tables can be held against each other: of one source and one known length of
 * period, and not the same import and period.
 */
export function areComparable(a: DatedTable, b: DatedTable): boolean {
  const days = periodSpan(a.basis.period)?.days ?? null;
  if (days === null || a.basis.source !== b.basis.source) return false;
  if (a.importId === b.importId && a.basis.period === b.basis.period) return false;
  return periodSpan(b.basis.period)?.days === days;
}

/**
 * Every word of both tables with what became of its figure of one kind: first by movement in the
 * order of `MOVEMENTS`, then by the figure now (before, where it is gone), the largest first.
 */
export function movements(
  before: { table: ImportTable; dated: DatedTable },
  after: { table: ImportTable; dated: DatedTable },
  kind: string,
): MovedWord[] {
  const old = figuresOf(before.table, before.dated.basis, kind);
  const now = figuresOf(after.table, after.dated.basis, kind);
  const words: MovedWord[] = [];
  for (const [key, { word, figure }] of now) {
    const had = old.get(key);
    words.push({
      word,
      movement: had === undefined ? 'new' : moved(had.figure, figure),
      before: had?.figure ?? null,
      after: figure,
    });
  }
  for (const [key, { word, figure }] of old)
    if (!now.has(key)) words.push({ word, movement: 'gone', before: figure, after: null });
  const rank = new Map(MOVEMENTS.map((movement, index) => [movement, index]));
  const size = (one: MovedWord) => one.after ?? one.before ?? { min: -Infinity, max: -Infinity };
  return words.sort((a, b) => {
    if (a.movement !== b.movement) return rank.get(a.movement)! - rank.get(b.movement)!;
    const [x, y] = [size(a), size(b)];
    return compare(y.min, x.min) || compare(y.max, x.max);
  });
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}
