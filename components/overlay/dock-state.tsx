import type { TabAnswer } from '../../lib/messaging/tab-answer';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { useWords } from '../ui/words';
import type { DockActions } from './actions';

/** What the dock says where there is no inspection. */
export function DockState(props: {
  answer: Exclude<TabAnswer, { state: 'inspected' }> | null;
  actions: DockActions;
}) {
  const { answer, actions } = props;
  const words = useWords();
  if (answer === null)
    return (
      <div class="dock-state">
        <Skeleton lines={5} />
      </div>
    );
  const { title, text } = words.overlay.states[answer.state];
  if (answer.state === 'not-ready') {
    return (
      <div class="dock-state">
        <Skeleton lines={3} />
        <p class="dock-state-text">
          {title}
          <br />
          {text}
        </p>
      </div>
    );
  }
  const canReread = answer.state === 'changed' || answer.state === 'off-shelf';
  return (
    <div class="dock-state">
      <EmptyState
        icon={
          answer.state === 'reload' ? 'reread' : answer.state === 'off-here' ? 'eye-off' : 'warn'
        }
        title={title}
        action={
          canReread ? (
            <Button icon="reread" onClick={actions.reread}>
              {words.common.actions.reread}
            </Button>
          ) : undefined
        }
      >
        <p>{text}</p>
        {answer.state === 'changed' && answer.missing.length > 0 && (
          <p>
            <bdi>
              {words.overlay.changedParts(
                answer.missing
                  .slice(0, 12)
                  .map((name) => fieldName(name, words))
                  .join(words.common.listSeparator),
              )}
            </bdi>
          </p>
        )}
      </EmptyState>
    </div>
  );
}

function fieldName(name: string, words: ReturnType<typeof useWords>): string {
  const { fields } = words.common;
  return Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : name;
}
