import type { TitleCoverage } from '../../lib/analysis/coverage-result';
import type { Metric } from '../../lib/benchmark/keyword';
import { groupedText } from '../../lib/listing/grouped-text';
import { Chip } from '../ui/chip';
import { useWords } from '../ui/words';

/** The heaviest missing words with their figure, then how many more there are. */
export function MissingWords(props: { coverage: TitleCoverage; shown: number }) {
  const { coverage, shown } = props;
  const words = useWords();
  const listed = coverage.missing.slice(0, shown);
  // The list may be cut; the count never is.
  const more = coverage.counts.missing - listed.length;
  return (
    <>
      {listed.map(({ word, weight }) => (
        <Chip key={word} word={word}>
          {weight === null ? undefined : figure(weight)}
        </Chip>
      ))}
      {more > 0 && <Chip word={words.common.counts.moreWords(more)} strong={false} />}
    </>
  );
}

function figure({ min, max }: Metric): string {
  const text = (n: number) => groupedText(n, 2);
  return min === max ? text(min) : `${text(min)} ~ ${text(max)}`;
}
