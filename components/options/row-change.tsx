import type { NewestChange } from '../../lib/messaging/change-news';
import { changeText } from '../ui/change-cells';
import { matchText } from '../ui/match-text';
import { useLanguage, useWords } from '../ui/words';
import './row-change.css';
import { exactTime } from './seen-text';

/** A change this much older than the last look at the listing was not found by that look. */
const SAME_LOOK_MS = 12 * 3_600_000;

/**
 * The newest change of a watched listing in one line, with a mark where the last look at it met one of
 * the operator's rules; an older one stands with its day. How the public price moved is in the line
 * above it and is not said again.
 */
export function RowChange(props: { change: NewestChange | null; seenMs: number | null }) {
  const { change, seenMs } = props;
  const words = useWords();
  const language = useLanguage();
  if (change === null) return null;
  const { item, more, marked } = change;
  const text = words.options.changes;
  const whole = changeText(item.change, words);
  const why = item.matches.map((match) => matchText(match, words));
  const isSaidAbove = item.change.kind === 'price' && item.change.which === 'public';
  const isOld = seenMs !== null && seenMs - change.atMs > SAME_LOOK_MS;
  const said =
    why[0] ?? (isSaidAbove && !isOld ? (more > 0 ? text.alsoChanged(more) : null) : whole);
  if (said === null) return null;
  const shown = isOld ? `${monthDay(language, change.atMs)} ${said}` : said;
  const isMarked = marked > 0 && !isOld;
  return (
    <small
      class={isMarked ? 'row-change row-change-marked' : 'row-change'}
      title={[
        more > 0 ? `${whole} ${text.moreChanges(more)}` : whole,
        ...why,
        text.changedAt(
          exactTime(language, change.atMs),
          exactTime(language, item.change.sinceMs ?? change.sinceMs),
        ),
      ].join('\n')}
    >
      {isMarked && <i aria-hidden="true" />}
      {isMarked && <span class="visually-hidden">{text.markedRow} </span>}
      <bdi>{shown}</bdi>
    </small>
  );
}

function monthDay(language: string, atMs: number): string {
  return new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric' }).format(
    new Date(atMs),
  );
}
