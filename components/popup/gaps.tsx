import type { Inspection } from '../../lib/inspection/inspection';
import { StateMark } from '../ui/state-mark';
import { useWords } from '../ui/words';
import { MissingWords } from './missing-words';
import './section.css';

/** On a listing of mine: what my title and selling points still lack. */
export function Gaps(props: { inspection: Inspection }) {
  const { coverage, checklist } = props.inspection;
  const { gaps } = useWords().popup;
  if (coverage === null && checklist === null) return null;
  const points = (checklist?.points ?? []).filter(
    ({ state }) => state === 'missing' || state === 'partial',
  );
  const lacksWords = coverage !== null && coverage.counts.missing > 0;
  if (!lacksWords && points.length === 0 && !isWhole(coverage, checklist)) return null;
  return (
    <section class="section">
      <h2>{gaps.title}</h2>
      {!lacksWords && points.length === 0 && <p>{gaps.none}</p>}
      {lacksWords && (
        <div class="section-row">
          <span class="section-name">{gaps.words}</span>
          <MissingWords coverage={coverage} shown={4} />
        </div>
      )}
      {points.length > 0 && (
        <div class="section-row gap-points">
          <span class="section-name">{gaps.points}</span>
          {points.map(({ pointId, name, state }) => (
            <span key={pointId} class="gap-point">
              <StateMark state={state} /> {name}
            </span>
          ))}
        </div>
      )}
    </section>
  );
}

/** True when nothing lacks, and nothing is left that could not be told. */
function isWhole(coverage: Inspection['coverage'], checklist: Inspection['checklist']): boolean {
  if (coverage === null || checklist === null) return false;
  return coverage.covered === coverage.total && checklist.passed === checklist.total;
}
