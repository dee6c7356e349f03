import { useId, useState } from 'preact/hooks';
import type { Evidence, PointCheck } from '../../lib/analysis/checklist-result';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { StateMark } from '../ui/state-mark';
import { whenText } from '../ui/when-text';
import { useWords } from '../ui/words';
import type { DockActions } from './actions';
import { quoteParts } from './quote-text';
import { VerdictEditor } from './verdict-editor';

/** One selling point: its state, the quoted evidence that scrolls to the page, and a verdict. */
export function PointRow(props: {
  point: PointCheck;
  benchmarkId: string;
  listingId: string;
  actions: DockActions;
  nowMs: number;
}) {
  const { point, actions, nowMs } = props;
  const words = useWords();
  const text = words.overlay.checks;
  const [open, setOpen] = useState(false);
  const [lost, setLost] = useState(false);
  const detailsId = useId();
  const [first, ...others] = point.evidence;
  const locate = async (evidence: Evidence) => {
    const { place, index, quote } = evidence;
    setLost(!(await actions.locate({ place, index, quote: quote.slice(0, 300) })));
  };
  return (
    <li class="point">
      <div class="point-line">
        <span class="point-state">
          <StateMark state={point.state} />
        </span>
        <span class="point-name">
          {point.name}
          {point.mustHave && <small class="point-must">{words.common.mustHave}</small>}
        </span>
        <IconButton
          icon={open ? 'chevron-up' : 'chevron-down'}
          label={text.details(point.name)}
          expanded={open}
          onClick={() => setOpen(!open)}
        />
      </div>
      {first === undefined ? (
        <ReasonLine point={point} />
      ) : (
        <EvidenceLine evidence={first} onLocate={locate} />
      )}
      {open && (
        <div class="point-details" id={detailsId}>
          {others.slice(0, 6).map((evidence, at) => (
            <EvidenceLine key={at} evidence={evidence} onLocate={locate} />
          ))}
          {first !== undefined && point.reason !== null && (
            <p>{words.common.reasons[point.reason]}</p>
          )}
          {point.notFound.length > 0 && (first !== undefined || point.notFound.length > 4) && (
            <p>{text.lacks(point.notFound.slice(0, 12).join(words.common.listSeparator))}</p>
          )}
          {point.verdict !== null && (
            <p>
              {text.byHand(whenText(point.verdict.atMs, nowMs, words))}
              {point.verdict.note !== '' && ` · ${point.verdict.note}`}
            </p>
          )}
          <VerdictEditor
            point={point}
            benchmarkId={props.benchmarkId}
            listingId={props.listingId}
            run={actions.run}
            nowMs={nowMs}
          />
        </div>
      )}
      <p class="point-lost" role="status">
        {lost && text.notOnPage}
      </p>
    </li>
  );
}

function ReasonLine({ point }: { point: PointCheck }) {
  const words = useWords();
  const lacks = point.notFound.slice(0, 4).join(words.common.listSeparator);
  const reason =
    point.reason !== null
      ? words.common.reasons[point.reason]
      : lacks === ''
        ? words.common.none
        : words.overlay.checks.lacks(lacks);
  const note =
    point.verdict === null || point.verdict.note === '' ? '' : ` · ${point.verdict.note}`;
  return <p class="point-reason">{reason + note}</p>;
}

function EvidenceLine(props: { evidence: Evidence; onLocate: (evidence: Evidence) => void }) {
  const { evidence, onLocate } = props;
  const words = useWords();
  const { before, hit, after } = quoteParts(evidence, 4, 16);
  return (
    <button
      type="button"
      class="evidence"
      title={words.overlay.checks.locate(evidence.quote)}
      onClick={() => onLocate(evidence)}
    >
      <q>
        <bdi>
          {before}
          <mark>{hit}</mark>
          {after}
        </bdi>
      </q>
      <span>{words.common.places[evidence.place]}</span>
      {evidence.synonym && <span>{words.common.viaSynonym(evidence.phrase)}</span>}
      <Icon name="locate" size={12} />
    </button>
  );
}
