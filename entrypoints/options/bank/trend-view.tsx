import { useMemo, useState } from 'preact/hooks';
import { BankTrend } from '../../../components/options/bank-trend';
import type { BankKind } from '../../../components/options/bank-rows';
import type { Basis } from '../../../lib/analysis/bank/basis';
import { seriesOf } from '../../../lib/analysis/bank/trend';
import type { BankOf } from '../bank-worker/bank-messages';
import type { BankClient } from './bank-client';
import { useAnswer } from './use-answer';

/** The trend of a word, wired. */
export function TrendView(props: {
  client: BankClient;
  of: BankOf | null;
  word: string;
  basis: Basis | null;
  kinds: readonly BankKind[];
  /** The kind that is shown until another one is chosen. */
  first?: string | null;
  onClose: () => void;
}) {
  const { client, of, word, basis, kinds } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = chosen ?? props.first;
  const kind = kinds.find((one) => one.kind === wanted) ?? kinds[0] ?? null;
  const name = kind?.kind ?? null;
  const series = useMemo(
    () => (basis === null || name === null ? null : seriesOf(basis, name)),
    [basis, name],
  );
  const { held } = useAnswer(client, of, {
    ask: 'trend',
    word,
    // A word without a known period still has its figures.
    series: series ?? { source: '', kind: '', days: 0 },
  });
  const own = held !== null && held.question.word === word ? held : null;
  const isOwnSeries = JSON.stringify(own?.question.series) === JSON.stringify(series);
  return (
    <BankTrend
      word={word}
      kinds={kinds}
      kind={kind}
      series={series}
      points={own !== null && isOwnSeries ? own.answer.points : null}
      figures={own?.answer.figures ?? []}
      onKind={setChosen}
      onClose={props.onClose}
    />
  );
}
