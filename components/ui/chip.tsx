import type { ComponentChildren } from 'preact';
import './chip.css';
import { Icon } from './icon';
import { useWords } from './words';

/** A small word with what belongs to it, e.g. a missing keyword and its 人气. */
export function Chip(props: { word: string; children?: ComponentChildren; strong?: boolean }) {
  const { word, children, strong = true } = props;
  return (
    <span class="chip">
      {strong ? <b>{word}</b> : word}
      {children !== undefined && <span>{children}</span>}
    </span>
  );
}

/** A tag; with `onRemove` it carries a button that takes it away. */
export function Tag(props: { name: string; onRemove?: () => void }) {
  const { name, onRemove } = props;
  const words = useWords();
  return (
    <span class="tag">
      <span class="tag-name">{name}</span>
      {onRemove !== undefined && (
        <button
          type="button"
          class="tag-remove"
          aria-label={words.common.removeTag(name)}
          onClick={onRemove}
        >
          <Icon name="cross" size={10} />
        </button>
      )}
    </span>
  );
}
