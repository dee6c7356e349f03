import type { Inspection } from '../../lib/inspection/inspection';
import type { Command } from '../../lib/messaging/commands';
import { Button } from '../ui/button';
import { Menu } from '../ui/menu';
import { useWords } from '../ui/words';
import './star.css';

/** What a click on the star does, and what takes it back. */
export type WatchStep = { command: Command; undo: Command; said: string };

/**
 * The star and the choice of lists. The star adds to the first list (one is made where there is
 * none) and takes from the one list that has the listing; where several have it, the menu asks.
 */
export function Star(props: {
  inspection: Inspection;
  disabled: boolean;
  onStep: (step: WatchStep) => void;
}) {
  const { inspection, disabled, onStep } = props;
  const { watch, listingId } = inspection;
  const { star } = useWords().popup;
  const step = (listId: string | null, on: boolean, said: string): WatchStep => ({
    command: { kind: 'watch', listingId, listId, on },
    undo: { kind: 'watch', listingId, listId, on: !on },
    said,
  });
  const holding = watch.lists.filter(({ has }) => has);
  const items = watch.lists.map(({ id, name, has }) => ({
    id,
    label: name,
    checked: has,
    disabled,
    onChoose: () => onStep(step(id, !has, has ? star.removedFrom(name) : star.addedTo(name))),
  }));
  return (
    <div class="star">
      {holding.length > 1 ? (
        <Menu label={`${star.on} ${holding.length}`} icon="star" items={items} side="above" />
      ) : (
        <Button
          kind={watch.starred ? 'primary' : 'quiet'}
          icon="star"
          iconFilled={watch.starred}
          pressed={watch.starred}
          disabled={disabled}
          onClick={() =>
            onStep(
              watch.starred
                ? step(holding[0]?.id ?? null, false, star.removed)
                : step(null, true, star.added),
            )
          }
        >
          {watch.starred ? star.on : star.off}
        </Button>
      )}
      {holding.length <= 1 && items.length > 1 && (
        <Menu label={star.lists} icon="chevron-up" iconOnly items={items} side="above" />
      )}
    </div>
  );
}
