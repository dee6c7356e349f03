import type { Inspection } from '../../lib/inspection/inspection';
import { allSinceMs } from '../../lib/listing/all-since';
import { priceText } from '../../lib/listing/price-text';
import { Button } from '../ui/button';
import { ChangeLine } from '../ui/change-line';
import { whenText } from '../ui/when-text';
import { useWords } from '../ui/words';
import './section.css';

const SHOWN = 5;

/** What is different since the last visit; without a comparison, when and at what price it was. */
export function Changes(props: { inspection: Inspection; nowMs: number; onAll: () => void }) {
  const { inspection, nowMs, onAll } = props;
  const words = useWords();
  const { changes: text } = words.popup;
  const set = inspection.changes;
  const { last } = inspection.price;
  if (set === null) {
    if (last === null) return null;
    return (
      <section class="section">
        <p>
          {text.last(
            whenText(last.atMs, nowMs, words),
            priceText(last.price, words.common.fromPrice),
          )}
        </p>
      </section>
    );
  }
  const more = set.changes.length - SHOWN;
  // What could not be read may have changed all the same.
  const isWhole = inspection.snapshot.missing.every(({ why }) => why === 'absent');
  return (
    <section class="section">
      <h2>{text.title(whenText(allSinceMs(set), nowMs, words))}</h2>
      {set.changes.length === 0 && <p>{isWhole ? text.none : text.noneRead}</p>}
      {set.changes.slice(0, SHOWN).map((change, at) => (
        <ChangeLine key={at} change={change} />
      ))}
      {more > 0 && <Button onClick={onAll}>{text.more(more)}</Button>}
    </section>
  );
}
