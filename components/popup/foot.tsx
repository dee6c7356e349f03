import type { Inspection } from '../../lib/inspection/inspection';
import { Button } from '../ui/button';
import { useWords } from '../ui/words';
import { Star, type WatchStep } from './star';
import './foot.css';

/** What is done most: the star, the title check, and the way to everything that is stored. */
export function Foot(props: {
  inspection: Inspection;
  disabled: boolean;
  onWatch: (step: WatchStep) => void;
  onCheck: () => void;
  onAll: () => void;
}) {
  const { inspection, disabled, onWatch, onCheck, onAll } = props;
  const { popup } = useWords();
  return (
    <footer class="foot">
      <Star inspection={inspection} disabled={disabled} onStep={onWatch} />
      <Button onClick={onCheck}>{popup.check.open}</Button>
      <div class="foot-end">
        <Button onClick={onAll}>{popup.allData}</Button>
      </div>
    </footer>
  );
}
