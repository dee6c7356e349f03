import type { CheckState } from '../../lib/analysis/checklist-result';
import { Icon, type IconName } from './icon';
import './state-mark.css';
import { useWords } from './words';

const ICONS: Record<CheckState, IconName> = {
  pass: 'check',
  partial: 'half',
  missing: 'cross',
  manual: 'hand',
  'not-applicable': 'dash',
  unreadable: 'eye-off',
};

/** One of the six states: icon, word and colour, never colour alone. `count` goes behind it. */
export function StateMark(props: { state: CheckState; count?: number }) {
  const { state, count } = props;
  const words = useWords();
  return (
    <span class={`state-mark state-${state}`}>
      <Icon name={ICONS[state]} size={12} filled={state === 'partial'} />
      {words.common.states[state]}
      {count !== undefined && <b>{count}</b>}
    </span>
  );
}
