import type { TabAnswer } from '../../lib/messaging/tab-answer';
import type { DockActions } from './actions';
import { ThreeFacts } from './three-facts';
import './dock.css';

/** The dock. */
export function Dock(props: {
  answer: TabAnswer | null;
  nowMs: number;
  actions: DockActions;
  inPage: boolean;
  refusals: number;
}) {
  const { answer } = props;
  return (
    <div class="dock">
      {answer?.state === 'inspected' && (
        <div data-natural>
          <ThreeFacts inspection={answer.inspection} />
        </div>
      )}
    </div>
  );
}
