import type { MovedRows } from '../../../components/options/bank-moves';
import type { BankKind } from '../../../components/options/bank-rows';
import { basisText, importDay } from '../../../components/options/bank-text';
import { longOut, type LongOut } from '../../../components/options/long-out';
import type { DatedTable } from '../../../lib/analysis/bank/import-table';
import type { Catalog, Language } from '../../../lib/locales/catalog';
import { figureCell } from './bank-table-text';

/**
 * Words between two imports as a table, the names of the columns at its head. Both columns of figures
 * say of which source and period they are and when they were imported.
 */
export function moveTable(
  of: { moved: MovedRows; earlier: DatedTable; later: DatedTable; kind: BankKind },
  places: ArrayLike<number>,
  words: Catalog,
  language: Language,
): LongOut {
  const { moved, earlier, later, kind } = of;
  const { columns, importedAt, moves: text } = words.options.bank;
  const name = (when: string, { basis, importedAtMs }: DatedTable) => {
    const day = importedAt(importDay(importedAtMs, language));
    return `${when} · ${kind.kind}${words.common.inBrackets(`${basisText(basis, words)} · ${day}`)}`;
  };
  const cell = (figure: { min: number; max: number } | null) =>
    figure === null ? '' : figureCell(figure, kind.share);
  const head = [columns.word, text.movement, name(text.was, earlier), name(text.now, later)];
  return longOut(head, places.length, (index) => {
    const at = places[index]!;
    return [
      moved.word(at),
      text.names[moved.movement(at)],
      cell(moved.before(at)),
      cell(moved.after(at)),
    ];
  });
}
