import type { Inspection } from '../../lib/inspection/inspection';
import type { Command } from '../../lib/messaging/commands';
import { Star } from '../popup/star';
import { Icon } from '../ui/icon';
import { useWords } from '../ui/words';
import './dock-foot.css';

/** The foot: the star and its lists, and how many fields were read; a click lists the others. */
export function DockFoot(props: {
  inspection: Inspection;
  busy: boolean;
  run: (command: Command) => void;
  listsMissing: boolean;
  onListMissing: (on: boolean) => void;
}) {
  const { inspection, busy, run, listsMissing, onListMissing } = props;
  const words = useWords();
  const text = words.overlay.foot;
  const { read, of } = inspection.read;
  const count = words.common.counts.read(read, of);
  return (
    <footer class="dock-foot">
      <div class="dock-foot-line">
        <Star inspection={inspection} disabled={busy} onStep={({ command }) => run(command)} />
        <button
          type="button"
          class="dock-read"
          aria-expanded={listsMissing}
          aria-label={text.readList(count)}
          onClick={() => onListMissing(!listsMissing)}
        >
          {count}
          <Icon name={listsMissing ? 'chevron-down' : 'chevron-up'} size={12} />
        </button>
      </div>
    </footer>
  );
}

/** The fields that were not read, each with why and what to do. */
export function MissingFields(props: { inspection: Inspection }) {
  const words = useWords();
  const text = words.overlay.foot;
  const { missing } = props.inspection.snapshot;
  if (missing.length === 0) return <p class="missing-none">{text.allRead}</p>;
  return (
    <ul class="missing" aria-label={text.missingHeading}>
      {missing.map(({ field, why }) => (
        <li key={field}>
          <b>{words.common.fields[field]}</b>
          <span>{words.common.missing[why].name}</span>
          <p>{words.common.missing[why].todo}</p>
        </li>
      ))}
    </ul>
  );
}
