import type { BankKind, BankRows } from '../../../components/options/bank-rows';
import { basisText, importDay, kindFigureText } from '../../../components/options/bank-text';
import { longOut, type LongOut } from '../../../components/options/long-out';
import type { OutCell } from '../../../components/options/table-out';
import type { Basis } from '../../../lib/analysis/bank/basis';
import type { Catalog, Language } from '../../../lib/locales/catalog';

/**
 * Words of a bank as a table, the names of the columns at its head. Each column of figures says of
 * which source and period it is, and, where that does not say the days, when each was imported. A
 * single figure is a number in a workbook; a range stays the text that it is.
 */
export function bankTable(
  of: { rows: BankRows; kinds: readonly BankKind[]; basis: Basis | null },
  places: ArrayLike<number>,
  words: Catalog,
  language: Language,
): LongOut {
  const { rows, kinds, basis } = of;
  const { columns } = words.options.bank;
  const isDated = rows.newestMs !== null;
  const suffix = basis === null ? '' : words.common.inBrackets(basisText(basis, words));
  const days = new Map<number, string>();
  const dayOf = (atMs: number) => {
    const day = days.get(atMs) ?? importDay(atMs, language);
    days.set(atMs, day);
    return day;
  };
  const head = [
    columns.word,
    ...kinds.flatMap(({ kind }) => {
      const name = `${kind}${suffix}`;
      return isDated ? [name, `${kind} ${columns.imported}`] : [name];
    }),
    columns.class,
    columns.mustHave,
  ];
  return longOut(head, places.length, (index) => {
    const at = places[index]!;
    const kept = rows.classOf(at);
    return [
      rows.word(at),
      ...kinds.flatMap(({ kind, share }) => {
        const figure = rows.figure(kind, at);
        const shown = figure === null ? '' : figureCell(figure, share);
        if (!isDated) return [shown];
        return [shown, figure === null || figure.atMs === null ? '' : dayOf(figure.atMs)];
      }),
      kept === null ? '' : words.common.keywordClasses[kept],
      rows.mustHave(at) ? words.options.yes : '',
    ];
  });
}

/** A figure as a cell. */
export function figureCell(figure: { min: number; max: number }, share: boolean): OutCell {
  const text = kindFigureText(figure, share);
  const { min, max } = figure;
  return min === max ? { text, figure: share ? { share: min } : min } : text;
}
