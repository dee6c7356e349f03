import { useState } from 'preact/hooks';
import type { Inspection } from '../../lib/inspection/inspection';
import { allSinceMs } from '../../lib/listing/all-since';
import { ChangeLine } from '../ui/change-line';
import { matchText } from '../ui/match-text';
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
  const { changes, mine } = inspection;
  const { gaps } = inspection.counts;
  const mineText = gaps === null ? words.common.mine : text.mineLine(gaps);
  if (mine && (changes === null || changes.changes.length === 0))
    return <p class="context context-mine">{mineText}</p>;
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
  const when = whenText(allSinceMs(changes), nowMs, words);
  if (changes.changes.length === 0) return <p class="context">{text.unchangedLine(when)}</p>;
  return (
    <div class="context context-changed">
      <button
        type="button"
        class="context-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>
          {mine
            ? `${mineText} · ${text.mineChanged(inspection.counts.changes, when)}`
            : text.changedLine(inspection.counts.changes, when)}
        </span>
        <span class="context-more">{open ? text.hideChanges : text.showChanges}</span>
      </button>
      {open &&
        inspection.news.slice(0, SHOWN).map(({ change, sku, matches }, at) => (
          <div key={at} class={matches.length > 0 ? 'context-item context-marked' : 'context-item'}>
            <ChangeLine change={change} />
            {sku !== null && <bdi class="context-sku">{sku.join(' / ')}</bdi>}
            {matches.map((match, index) => (
              <span key={index} class="context-match">
                {matchText(match, words)}
              </span>
            ))}
          </div>
        ))}
      {open && inspection.news.length > SHOWN && (
        <p>{text.moreChanges(inspection.news.length - SHOWN)}</p>
      )}
    </div>
  );
}
