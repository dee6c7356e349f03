import { useState } from 'preact/hooks';
import type { Inspection } from '../../lib/inspection/inspection';
import { ChangeLine } from '../ui/change-line';
import { whenText } from '../ui/when-text';
import { useWords } from '../ui/words';
import './context-line.css';

const SHOWN = 30;

/** One line on whose listing it is: mine speaks of gaps, a competitor's of what changed. */
export function ContextLine(props: { inspection: Inspection; nowMs: number }) {
  const { inspection, nowMs } = props;
  const words = useWords();
  const text = words.overlay;
  const [open, setOpen] = useState(false);
  if (inspection.mine) {
    const { gaps } = inspection.counts;
    return (
      <p class="context context-mine">{gaps === null ? words.common.mine : text.mineLine(gaps)}</p>
    );
  }
  const { changes } = inspection;
  if (changes === null) {
    const { last } = inspection.price;
    return (
      <p class="context">
        {last === null
          ? text.firstVisitLine
          : text.unchangedLine(whenText(last.atMs, nowMs, words))}
      </p>
    );
  }
  const when = whenText(changes.sinceMs, nowMs, words);
  if (changes.changes.length === 0) return <p class="context">{text.unchangedLine(when)}</p>;
  return (
    <div class="context context-changed">
      <button
        type="button"
        class="context-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>{text.changedLine(inspection.counts.changes, when)}</span>
        <span class="context-more">{open ? text.hideChanges : text.showChanges}</span>
      </button>
      {open &&
        changes.changes
          .slice(0, SHOWN)
          .map((change, at) => <ChangeLine key={at} change={change} />)}
    </div>
  );
}
