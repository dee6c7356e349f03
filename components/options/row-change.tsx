import type { NewestChange } from '../../lib/messaging/change-news';
import { changeText } from '../ui/change-cells';
import { matchText } from '../ui/match-text';
import { useLanguage, useWords } from '../ui/words';
import './row-change.css';
import { exactTime } from './seen-text';

/**
 * The newest change of a watched listing in one line, with a mark where one of the operator's rules
 * speaks of it. How the public price moved stands in the line above it and is not said again.
 */
export function RowChange({ change }: { change: NewestChange | null }) {
  const words = useWords();
  const language = useLanguage();
  if (change === null) return null;
  const { item, more, marked } = change;
  const text = words.options.changes;
  const whole = changeText(item.change, words);
  const why = item.matches.map((match) => matchText(match, words));
  const isSaidAbove = item.change.kind === 'price' && item.change.which === 'public';
  const shown = why[0] ?? (isSaidAbove ? (more > 0 ? text.alsoChanged(more) : null) : whole);
  if (shown === null) return null;
  return (
    <small
      class={marked > 0 ? 'row-change row-change-marked' : 'row-change'}
      title={[
        more > 0 ? `${whole} ${text.moreChanges(more)}` : whole,
        ...why,
        text.changedAt(exactTime(language, change.atMs), exactTime(language, change.sinceMs)),
      ].join('\n')}
    >
      {marked > 0 && <i aria-hidden="true" />}
      {marked > 0 && <span class="visually-hidden">{text.markedRow} </span>}
      <bdi>{shown}</bdi>
    </small>
  );
}
