import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useLanguage, useWords } from '../ui/words';
import { hashOf } from './rooms';
import { exactTime } from './seen-text';
import './stores.css';

/** Both stores were found emptied: when, and how many months of history and imports files held. */
export type LossFound = { atMs: number; months: number; imports: number };

/** That the data was cleared from outside: what is back, what is gone, and what to do. */
export function LossLine({ loss, onSeen }: { loss: LossFound; onSeen: (() => void) | null }) {
  const { loss: own } = useWords().options.stores;
  const { gap } = useWords().common;
  const language = useLanguage();
  return (
    <div class="loss-line">
      <Notice
        kind="fault"
        action={
          <>
            <Button kind="primary" onClick={() => (location.hash = hashOf('backup'))}>
              {own.restore}
            </Button>
            <Button disabled={onSeen === null} onClick={() => onSeen?.()}>
              {own.seen}
            </Button>
          </>
        }
      >
        <strong>{own.what(exactTime(language, loss.atMs))}</strong>
        {['', own.back(loss.months, loss.imports), own.gone].join(gap)}
      </Notice>
    </div>
  );
}
