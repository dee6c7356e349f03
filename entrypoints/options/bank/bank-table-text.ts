import type { BankKind, BankRows } from '../../../components/options/bank-rows';
import { basisText, importDay, kindFigureText } from '../../../components/options/bank-text';
import type { Basis } from '../../../lib/analysis/bank/basis';
import type { Catalog, Language } from '../../../lib/locales/catalog';

/**
 * Words of a bank as rows of text, the names of the columns first. Each column of figures says of
 * which source and period it is, and, where that does not say the days, when each was imported.
 */
export function bankTable(
  of: { rows: BankRows; kinds: readonly BankKind[]; basis: Basis | null },
  places: ArrayLike<number>,
  words: Catalog,
  language: Language,
): string[][] {
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
  const body = Array.from(places, (at) => {
    const kept = rows.classOf(at);
    return [
      rows.word(at),
      ...kinds.flatMap(({ kind, share }) => {
        const figure = rows.figure(kind, at);
        const shown = figure === null ? '' : kindFigureText(figure, share);
        if (!isDated) return [shown];
        return [shown, figure === null || figure.atMs === null ? '' : dayOf(figure.atMs)];
      }),
      kept === null ? '' : words.common.keywordClasses[kept],
      rows.mustHave(at) ? words.options.yes : '',
    ];
  });
  return [head, ...body];
}
