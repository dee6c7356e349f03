import type { ScoreCheck } from '../../lib/analysis/price-result';
import { Icon } from '../ui/icon';
import type { NewsItem } from '../../lib/messaging/change-news';
import { useWords } from '../ui/words';
import { Was } from './was';

const ICON = { pass: 'check', missing: 'cross', unreadable: 'eye-off' } as const;

/** Shop scores against the operator's thresholds. */
export function Scores(props: { scores: readonly ScoreCheck[]; news: readonly NewsItem[] }) {
  const { scores, news } = props;
  const words = useWords();
  const text = words.overlay.price;
  if (scores.length === 0) return null;
  return (
    <ul class="scores" aria-label={text.scores}>
      {scores.map(({ name, value, min, state }) => (
        <li key={name}>
          <bdi>{name}</bdi>
          <span class={`score-${state}`}>
            <Icon name={ICON[state]} size={11} />
            {value === null ? words.common.states.unreadable : String(value)}
          </span>
          <small>{text.atLeast(String(min))}</small>
          <Was text={wasScore(name, news)} />
        </li>
      ))}
    </ul>
  );
}

/** What a score was at the last visit; null where it did not change, or is not told apart by name. */
function wasScore(name: string, news: readonly NewsItem[]): string | null {
  for (const { change } of news)
    if (change.kind === 'score' && change.name === name) return change.before;
  return null;
}
