import { useWords } from '../ui/words';
import type { ChipContent } from './chip-content';
import './chip-view.css';

/** One chip: a line, cut with an ellipsis where the page gives it less room. A click opens the dock. */
export function ChipView(props: { content: ChipContent; onOpen: () => void }) {
  const { content, onOpen } = props;
  const words = useWords();
  const inner = (
    <>
      <b>{content.lead}</b>
      {content.rest.length > 0 && <span>{content.rest.join(' · ')}</span>}
    </>
  );
  if (content.tone === 'stopped') {
    return (
      <p class="ys-chip ys-chip-stopped" role="status">
        {inner}
      </p>
    );
  }
  return (
    <button
      type="button"
      class={`ys-chip ys-chip-${content.tone}`}
      title={words.overlay.chip.openDock}
      onClick={onOpen}
    >
      {inner}
    </button>
  );
}
