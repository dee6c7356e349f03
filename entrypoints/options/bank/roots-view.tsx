import { useMemo, useState } from 'preact/hooks';
import { BankRoots } from '../../../components/options/bank-roots';
import { useWords } from '../../../components/ui/words';
import type { BankOf } from '../bank-worker/bank-messages';
import type { PageContext } from '../page-context';
import type { BankClient } from './bank-client';
import { BankOut } from './bank-out';
import { rootTable } from './bank-roots-text';
import { useAnswer } from './use-answer';
import type { Shown } from './use-bank';
import type { Titles } from './use-titles';

/** Most of my titles that roots are held against. */
const MOST = 30;

/** The roots of a bank, wired. */
export function RootsView(props: {
  client: BankClient;
  of: BankOf | null;
  shown: Shown;
  titles: Titles;
  context: PageContext;
  onRoot: (root: string) => void;
}) {
  const { client, of, shown, titles, context } = props;
  const words = useWords();
  const { rows, basis } = shown;
  const [chosen, setChosen] = useState<string | null>(null);
  const kind = rows.kinds.find((one) => one.kind === chosen) ?? rows.kinds[0] ?? null;
  const mine = useMemo(
    () => titles.choices?.filter((one) => one.mine && one.fits).slice(0, MOST) ?? null,
    [titles.choices],
  );
  const { held } = useAnswer(
    client,
    of,
    mine === null
      ? null
      : { ask: 'roots', basis, kind: kind?.kind ?? null, titles: mine.map(({ title }) => title) },
  );
  // A top word is a place in the bank as it was asked about, and the largest in those figures.
  const isOwn =
    held !== null &&
    held.of.stamp === of?.stamp &&
    shown.found !== null &&
    JSON.stringify(held.question.basis) === JSON.stringify(basis);
  // The top words are by the kind that was asked for with them.
  const byKind = rows.kinds.find((one) => one.kind === held?.question.kind) ?? kind;
  return (
    <BankRoots
      roots={isOwn ? held.answer.roots : null}
      rows={rows}
      kinds={rows.kinds}
      kind={byKind}
      titles={mine ?? []}
      renderTools={(roots) => (
        <BankOut
          name={words.options.bank.views.roots}
          table={() => rootTable({ roots, rows, kind: byKind, basis, titles: mine ?? [] }, words)}
          disabled={roots.length === 0}
          context={context}
        />
      )}
      onKind={setChosen}
      onRoot={props.onRoot}
    />
  );
}
