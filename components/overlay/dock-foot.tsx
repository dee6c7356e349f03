import { useId, useState } from 'preact/hooks';
import type { Inspection } from '../../lib/inspection/inspection';
import type { Command } from '../../lib/messaging/commands';
import { Star } from '../popup/star';
import { Icon } from '../ui/icon';
import { useWords } from '../ui/words';
import './dock-foot.css';

/** The foot: the star and its lists, and how many fields were read; opened, which were not and why. */
export function DockFoot(props: {
  inspection: Inspection;
  busy: boolean;
  run: (command: Command) => void;
}) {
  const { inspection, busy, run } = props;
  const words = useWords();
  const text = words.overlay.foot;
  const [open, setOpen] = useState(false);
  const id = useId();
  const { read, of } = inspection.read;
  const count = words.common.counts.read(read, of);
  return (
    <footer class="dock-foot">
      {open && <MissingFields inspection={inspection} id={id} />}
      <div class="dock-foot-line">
        <Star inspection={inspection} disabled={busy} onStep={({ command }) => run(command)} />
        <button
          type="button"
          class="dock-read"
          aria-expanded={open}
          aria-label={text.readList(count)}
          onClick={() => setOpen(!open)}
        >
          {count}
          <Icon name={open ? 'chevron-down' : 'chevron-up'} size={12} />
        </button>
      </div>
    </footer>
  );
}

function MissingFields(props: { inspection: Inspection; id: string }) {
  const words = useWords();
  const text = words.overlay.foot;
  const { missing } = props.inspection.snapshot;
  if (missing.length === 0) return <p class="missing-none">{text.allRead}</p>;
  return (
    <ul class="missing" id={props.id} aria-label={text.missingHeading} tabIndex={0}>
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
