import type { ScoreCheck } from '../../lib/analysis/price-result';
import { Icon } from '../ui/icon';
import { useWords } from '../ui/words';

const ICON = { pass: 'check', missing: 'cross', unreadable: 'eye-off' } as const;

/** Shop scores against the operator's thresholds. */
export function Scores({ scores }: { scores: readonly ScoreCheck[] }) {
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
        </li>
      ))}
    </ul>
  );
}
