import type { ImportHead, ImportRow } from '../../benchmark/keyword-import';
import { basesOf, isSameBasis, type Basis } from './basis';
import { wordKey } from './bank-words';
import { figureColumn } from './figure-column';

/** An import's rows, found by their word. */
export type ImportTable = {
  head: ImportHead;
  rows: readonly ImportRow[];
  /** The key of a word (`wordKey`) → its row. */
  at: ReadonlyMap<string, number>;
};

/** An import's rows made findable. */
export function importTable(head: ImportHead, rows: readonly ImportRow[]): ImportTable {
  return { head, rows, at: new Map(rows.map(({ word }, index) => [wordKey(word), index])) };
}

/**
 * One set of figures that can be held against another: what one import has of one source and one
 * period. An import whose rows have days of their own has a table for each day.
 */
export type DatedTable = {
  importId: string;
  importedAtMs: number;
  fileName: string;
  basis: Basis;
  /** How many words it has, and the kinds of their figures (`kindsInOrder`). */
  words: number;
  kinds: string[];
};

/** The dated tables of an import, the latest period first. */
export function datedTables({ head, rows }: ImportTable): DatedTable[] {
  return basesOf(rows.map(({ metrics }) => metrics))
    .map(({ words, kinds, ...basis }) => ({
      importId: head.id,
      importedAtMs: head.atMs,
      fileName: head.fileName,
      basis,
      // A row without a figure is a word of its table too, where the table has one period only.
      words: isWhole(head, basis) ? rows.length : words,
      kinds,
    }))
    .sort((a, b) => (a.basis.period < b.basis.period ? 1 : -1));
}

function isWhole(head: ImportHead, basis: Basis): boolean {
  return head.period !== '' && head.period === basis.period && head.source === basis.source;
}

/**
 * The words of a dated table, by key, with their figure of a kind; null for a word of the table that
 * has none.
 */
export function figuresOf(
  { head, rows }: ImportTable,
  basis: Basis,
  kind: string,
): Map<string, { word: string; figure: { min: number; max: number } | null }> {
  const isAll = isWhole(head, basis);
  const { min, max } = figureColumn(
    rows.map(({ metrics }) => metrics),
    basis,
    kind,
  );
  const figures = new Map<string, { word: string; figure: { min: number; max: number } | null }>();
  rows.forEach(({ word, metrics }, at) => {
    if (!isAll && !metrics.some((metric) => isSameBasis(metric, basis))) return;
    const has = min[at] === min[at];
    figures.set(wordKey(word), { word, figure: has ? { min: min[at]!, max: max[at]! } : null });
  });
  return figures;
}
