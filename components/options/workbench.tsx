import type { TitleCoverage } from '../../lib/analysis/coverage-result';
import type { FailureCode } from '../../lib/messaging/result';
import { Chip } from '../ui/chip';
import { Meter } from '../ui/meter';
import { FailureNotice } from '../ui/notice';
import { TextArea } from '../ui/text-field';
import { useWords } from '../ui/words';
import { figureText } from './figure-input';

/** Most missing words that are shown as chips. */
const SHOWN = 24;

type Props = {
  title: string;
  /** The answer for the title, null until it is there. */
  coverage: TitleCoverage | null;
  failure: FailureCode | null;
  /** True while changes to the benchmark are not saved and so do not count. */
  unsaved: boolean;
  onTitle: (title: string) => void;
};

/** A title held against the saved keywords while it is written. */
export function Workbench({ title, coverage, failure, unsaved, onTitle }: Props) {
  const words = useWords();
  const { workbench: own } = words.options.benchmarks;
  return (
    <section class="workbench panel" aria-label={own.title}>
      <h2>{own.title}</h2>
      <TextArea
        label={own.box}
        labelHidden
        rows={3}
        placeholder={own.text}
        value={title}
        onInput={onTitle}
      />
      {unsaved && title !== '' && <p class="subtle">{own.savedOnly}</p>}
      {failure !== null && <FailureNotice code={failure} />}
      {coverage !== null && title.trim() !== '' && <Answer coverage={coverage} />}
    </section>
  );
}

function Answer({ coverage }: { coverage: TitleCoverage }) {
  const words = useWords();
  const { workbench: own } = words.options.benchmarks;
  const { covered, total, weightedShare, length } = coverage;
  const over = length.units > length.limitUnits;
  return (
    <div aria-live="polite">
      <dl class="workbench-facts">
        <div>
          <dt>{own.covered}</dt>
          <dd>
            <strong>{covered}</strong>/{total}
          </dd>
        </div>
        <div>
          <dt>{own.weighted}</dt>
          <dd>
            <strong>
              {weightedShare === null ? words.common.none : shareRange(weightedShare)}
            </strong>
          </dd>
        </div>
        <div>
          <dt>{own.length}</dt>
          <dd class={over ? 'workbench-over' : ''}>
            <strong>{length.units}</strong>/{length.limitUnits}
          </dd>
        </div>
      </dl>
      <Meter
        share={total === 0 ? 0 : covered / total}
        label={words.options.watch.coverageOf(covered, total)}
      />
      {coverage.mustHaveMissing.length > 0 && (
        <>
          <h3>{own.mustMissing}</h3>
          <div class="workbench-chips">
            {coverage.mustHaveMissing.slice(0, SHOWN).map((word) => (
              <Chip key={word} word={word} />
            ))}
          </div>
        </>
      )}
      <h3>{own.missing}</h3>
      <div class="workbench-chips">
        {coverage.missing.length === 0 && <span class="subtle">{own.none}</span>}
        {coverage.missing.slice(0, SHOWN).map((match) => (
          <Chip key={match.word} word={match.word} strong={match.mustHave}>
            {match.weight === null ? undefined : figureText(match.weight)}
          </Chip>
        ))}
        {coverage.counts.missing > SHOWN && (
          <span class="subtle">{own.more(coverage.counts.missing - SHOWN)}</span>
        )}
      </div>
      {coverage.repeated.length > 0 && (
        <>
          <h3>{own.repeated}</h3>
          <div class="workbench-chips">
            {coverage.repeated.map(({ word, count }) => (
              <Chip key={word} word={own.times(word, count)} strong={false} />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

/** A share or its range in whole per cent: rounded down and up, so that a range is never narrowed. */
function shareRange({ min, max }: { min: number; max: number }): string {
  if (min === max) return `${Math.round(min * 100)}%`;
  return `${Math.floor(min * 100)} ~ ${Math.ceil(max * 100)}%`;
}
