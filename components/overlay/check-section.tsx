import { useState } from 'preact/hooks';
import type { Checklist, CheckState, PointCheck } from '../../lib/analysis/checklist-result';
import type { Inspection } from '../../lib/inspection/inspection';
import { Chip } from '../ui/chip';
import { useWords } from '../ui/words';
import type { DockActions } from './actions';
import './check-section.css';
import { PointRow } from './point-row';
import { changedTexts } from './changed-texts';
import { Section } from './section';

/** Failed first: what lacks, what is half there, what a person must look at. */
const ORDER: Record<CheckState, number> = {
  missing: 0,
  partial: 1,
  manual: 2,
  unreadable: 3,
  pass: 4,
  'not-applicable': 5,
};

/** Failed points first, within a state the must-haves first; otherwise in the operator's order. */
export function orderPoints(points: readonly PointCheck[]): PointCheck[] {
  return points.toSorted(
    (a, b) => ORDER[a.state] - ORDER[b.state] || Number(b.mustHave) - Number(a.mustHave),
  );
}

/** The checklist: failed first, passed folded, each with its evidence and a verdict by hand. */
export function CheckSection(props: {
  inspection: Inspection;
  actions: DockActions;
  nowMs: number;
  onAddPoints: () => void;
}) {
  const { inspection, onAddPoints } = props;
  const words = useWords();
  const text = words.overlay.checks;
  const { checklist, choice } = inspection;
  if (checklist === null || choice.state !== 'chosen') return null;
  if (checklist.points.length === 0) {
    return (
      <Section name={text.heading}>
        <p>
          {text.none}{' '}
          <button type="button" class="dock-link" onClick={onAddPoints}>
            {text.addPoints}
          </button>
        </p>
      </Section>
    );
  }
  const points = orderPoints(checklist.points);
  const rows = (shown: PointCheck[]) =>
    shown.map((point) => (
      <PointRow
        key={point.pointId}
        point={point}
        benchmarkId={choice.benchmark.id}
        listingId={inspection.listingId}
        actions={props.actions}
        nowMs={props.nowMs}
      />
    ));
  const passed = points.filter(({ state }) => state === 'pass');
  const aside = points.filter(({ state }) => state === 'not-applicable');
  const open = points.filter(({ state }) => ORDER[state] < ORDER.pass);
  return (
    <Section
      name={text.heading}
      from={text.from}
      changed={changedTexts(inspection.news, 'checks', words)}
    >
      {open.length > 0 && <ul class="points">{rows(open)}</ul>}
      <Folded name={text.passed(passed.length)} open={open.length === 0}>
        {passed.length === 0 ? null : rows(passed)}
      </Folded>
      <Folded name={text.notApplicable(aside.length)} open={false}>
        {aside.length === 0 ? null : rows(aside)}
      </Folded>
      <Impressions checklist={checklist} />
    </Section>
  );
}

function Folded(props: { name: string; open: boolean; children: preact.ComponentChild[] | null }) {
  const [open, setOpen] = useState<boolean | null>(null);
  if (props.children === null) return null;
  const isOpen = open ?? props.open;
  return (
    <details
      class="points-folded"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{props.name}</summary>
      {isOpen && <ul class="points">{props.children}</ul>}
    </details>
  );
}

function Impressions({ checklist }: { checklist: Checklist }) {
  const text = useWords().overlay.checks;
  if (checklist.uncoveredImpressions.length === 0) return null;
  return (
    <div class="impressions">
      <span>{text.impressions}</span>
      {checklist.uncoveredImpressions.slice(0, 8).map(({ word, count }) => (
        <Chip key={word} word={word} strong={false}>
          {count.text}
        </Chip>
      ))}
    </div>
  );
}
