import { isSameBasis, type Basis } from './basis';
import { wordKey, type BankWords } from './bank-words';
import type { FigureColumn } from './figure-column';
import type { ImportTable } from './import-table';
import { periodSpan } from './period';

/**
 * Whether figures of that period are of other days when they come from another import: those of a
 * relative period (近 7 天), and those of a period that is not known.
 */
export function needsDates(basis: Basis): boolean {
  return (periodSpan(basis.period)?.toMs ?? null) === null;
}

/**
 * Writes into the columns when each figure was imported: by the newest import that has a figure of
 * that word, kind and basis, where it is the bank's own. A figure that was typed over since is no
 * import's. `imports` newest first.
 */
export function dateFigures(
  words: BankWords,
  basis: Basis,
  columns: readonly FigureColumn[],
  imports: readonly ImportTable[],
): void {
  const keys = words.words.map(wordKey);
  for (const column of columns) {
    const { kind, min, max, atMs } = column;
    let open = 0;
    const done = new Uint8Array(words.size);
    for (let at = 0; at < words.size; at++) {
      if (min[at] === min[at]) open++;
      else done[at] = 1;
    }
    for (const { head, rows, at: rowOf } of imports) {
      if (open === 0) break;
      for (let at = 0; at < words.size; at++) {
        if (done[at] === 1) continue;
        const row = rows[rowOf.get(keys[at]!) ?? -1];
        const figures = row?.metrics.filter(
          (metric) => metric.kind === kind && isSameBasis(metric, basis),
        );
        if (figures === undefined || figures.length === 0) continue;
        done[at] = 1;
        open--;
        if (figures.some((figure) => figure.min === min[at] && figure.max === max[at]))
          atMs[at] = head.atMs;
      }
    }
  }
}
