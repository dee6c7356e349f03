import { useWords } from '../ui/words';
import './was.css';

/** A mark on a fact that changed since the last visit: what it was. Nothing where it did not. */
export function Was({ text }: { text: string | null }) {
  const words = useWords();
  if (text === null) return null;
  return (
    <small class="was" title={words.overlay.changed.since}>
      <bdi>{words.overlay.changed.was(text)}</bdi>
    </small>
  );
}

/**
 * A mark on a heading below which facts changed; each of them on hover. No number: the line at the
 * top counts prices that move together as one change, and two counts would contradict each other.
 */
export function ChangedMark(props: { texts: readonly string[] }) {
  const { texts } = props;
  const { changed } = useWords().overlay;
  if (texts.length === 0) return null;
  return (
    <small class="was was-count" title={texts.join('\n')}>
      {changed.here}
      <span class="visually-hidden">{texts.join('\n')}</span>
    </small>
  );
}
