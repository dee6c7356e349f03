import type { Metric } from '../../benchmark/keyword';
import { canWeigh } from '../../benchmark/metric-kind';

/**
 * Which figures a table, chart or sort is of: those of one source and one period. Kinds stand side
 * by side in columns of their own; no two bases ever meet.
 */
export type Basis = Pick<Metric, 'source' | 'period'>;

/** A basis that occurs, how many words have a figure of it, and of which kinds (`kindsInOrder`). */
export type KnownBasis = Basis & { words: number; kinds: string[] };

/** Whether two are one. */
export function isSameBasis(a: Basis, b: Basis): boolean {
  return a.source === b.source && a.period === b.period;
}

/**
 * Kinds in the order that they are shown in: 搜索人气, then other amounts, then ratios, prices and
 * shares; of each those that most words have first, else in the order met.
 */
function kindsInOrder(counts: ReadonlyMap<string, number>): string[] {
  const rank = (kind: string) => (kind === '搜索人气' ? 0 : canWeigh(kind) ? 1 : 2);
  return [...counts].sort((a, b) => rank(a[0]) - rank(b[0]) || b[1] - a[1]).map(([kind]) => kind);
}

/** Every basis among the words' metrics, that of the most words first, else in the order met. */
export function basesOf(words: readonly (readonly Metric[])[]): KnownBasis[] {
  const found = new Map<string, { basis: Basis; words: number; kinds: Map<string, number> }>();
  for (const metrics of words) {
    const counted = new Set<string>();
    for (const { source, period, kind } of metrics) {
      const id = `${source}\n${period}`;
      let entry = found.get(id);
      if (entry === undefined) {
        entry = { basis: { source, period }, words: 0, kinds: new Map() };
        found.set(id, entry);
      }
      if (!counted.has(id)) entry.words += 1;
      counted.add(id);
      entry.kinds.set(kind, (entry.kinds.get(kind) ?? 0) + 1);
    }
  }
  return [...found.values()]
    .map(({ basis, words: count, kinds }) => ({
      ...basis,
      words: count,
      kinds: kindsInOrder(kinds),
    }))
    .sort((a, b) => b.words - a.words);
}
