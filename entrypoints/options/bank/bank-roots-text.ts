import type { BankKind, BankRows } from '../../../components/options/bank-rows';
import { basisText } from '../../../components/options/bank-text';
import { longOut, type LongOut } from '../../../components/options/long-out';
import type { OutCell } from '../../../components/options/table-out';
import type { BankRoot } from '../../../lib/analysis/bank/bank-roots';
import type { Basis } from '../../../lib/analysis/bank/basis';
import type { Catalog } from '../../../lib/locales/catalog';
import { figureCell } from './bank-table-text';

/**
 * Roots as a table, the names of the columns at its head: how many words carry each, its top word with
 * the figure that made it so, and which of my titles lack it. Titles that were not read are not among
 * those held against it.
 */
export function rootTable(
  of: {
    roots: readonly BankRoot[];
    rows: BankRows;
    kind: BankKind | null;
    basis: Basis | null;
    titles: readonly { title: string | null }[];
  },
  words: Catalog,
): LongOut {
  const { roots, rows, kind, basis, titles } = of;
  const { roots: text } = words.options.bank;
  const suffix = basis === null ? '' : words.common.inBrackets(basisText(basis, words));
  const head = [
    text.root,
    text.words,
    ...(kind === null ? [] : [text.top, `${kind.kind}${suffix}`, text.columns.alike]),
    ...(titles.length === 0
      ? []
      : [text.columns.lacking, text.columns.checked, text.columns.which]),
  ];
  return longOut(head, roots.length, (at) => [...rootCells(roots[at]!), ...titleCells(roots[at]!)]);

  function rootCells({ root, words: carriers, top }: BankRoot): OutCell[] {
    const own: OutCell[] = [root, numberCell(carriers)];
    if (kind === null) return own;
    if (top === null) return [...own, '', '', ''];
    const figure = rows.figure(kind.kind, top.at);
    const shown = figure === null ? '' : figureCell(figure, kind.share);
    return [...own, rows.word(top.at), shown, numberCell(top.alike)];
  }

  function titleCells({ lacking }: BankRoot): OutCell[] {
    if (titles.length === 0) return [];
    const those = titles.filter((_, index) => lacking[index] === true);
    const read = lacking.filter((one) => one !== null).length;
    const names = those.map(({ title }) => title ?? words.options.bank.gaps.noTitle);
    return [numberCell(those.length), numberCell(read), names.join(' / ')];
  }
}

function numberCell(figure: number): OutCell {
  return { text: figure.toLocaleString('en-US'), figure };
}
