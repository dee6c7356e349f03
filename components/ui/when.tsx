import { exactTimeText, whenText } from './when-text';
import { useWords } from './words';

/** A moment relative to `nowMs`, with the exact time for the mouse and for machines. */
export function When(props: { atMs: number; nowMs: number }) {
  const { atMs, nowMs } = props;
  const words = useWords();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={exactTimeText(atMs, words)}>
      {whenText(atMs, nowMs, words)}
    </time>
  );
}
