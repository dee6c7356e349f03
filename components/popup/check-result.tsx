import type { MatchTier, TitleCoverage } from '../../lib/analysis/coverage-result';
import { Chip } from '../ui/chip';
import { Meter } from '../ui/meter';
import { Notice } from '../ui/notice';
import { useWords } from '../ui/words';
import { shareRange } from './fact-texts';
import { MissingWords } from './missing-words';

const TIERS: readonly MatchTier[] = ['contiguous', 'near', 'scattered', 'partial', 'missing'];
const SHOWN = 12;

/** What a title carries: coverage, length in units and characters, and the words it lacks. */
export function CheckResult(props: { coverage: TitleCoverage }) {
  const { coverage } = props;
  const { common, popup } = useWords();
  const { check, facts } = popup;
  const { units, characters, limitUnits } = coverage.length;
  const over = units - limitUnits;
  const length = check.length(units, limitUnits, characters);
  return (
    <div class="check-result">
      <p class="check-result-coverage">
        {facts.keywords} <strong>{common.counts.ofTotal(coverage.covered, coverage.total)}</strong>
        {coverage.weightedShare !== null && (
          <span>{facts.weighted(shareRange(coverage.weightedShare))}</span>
        )}
      </p>
      <div class="check-result-length">
        <span title={common.lengthHint}>{length}</span>
        <Meter share={limitUnits === 0 ? 1 : units / limitUnits} label={length} over={over > 0} />
        {over > 0 && <span class="check-result-over">{common.overLimit(over)}</span>}
      </div>
      {coverage.mustHaveMissing.length > 0 && (
        <Notice kind="remark">
          {check.mustHave}
          {common.colon}
          {coverage.mustHaveMissing.slice(0, SHOWN).join(common.listSeparator)}
        </Notice>
      )}
      <p class="check-result-tiers">
        <span class="visually-hidden">{check.tiers}</span>
        {TIERS.filter((tier) => coverage.counts[tier] > 0).map((tier) => (
          <span key={tier} title={common.tierMeanings[tier]}>
            {common.tiers[tier]} {coverage.counts[tier]}
          </span>
        ))}
      </p>
      <div class="check-result-missing">
        {coverage.counts.missing === 0 ? (
          <Chip word={check.noneMissing} strong={false} />
        ) : (
          <>
            <span class="section-name">{check.missing}</span>
            <MissingWords coverage={coverage} shown={SHOWN} />
          </>
        )}
      </div>
      {coverage.repeated.slice(0, 3).map(({ word, count }) => (
        <p key={word} class="check-result-repeated">
          {check.repeated(word, count)}
        </p>
      ))}
    </div>
  );
}
