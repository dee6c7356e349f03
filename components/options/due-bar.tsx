import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dueQueue, nextDueDays, waitingIn } from '../../lib/listing/due';
import type { ListingFacts } from '../../lib/messaging/listing-facts';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { useWords } from '../ui/words';

/** How often a list can be due, in days. */
const RHYTHMS = [1, 2, 3, 5, 7, 14, 30];

/**
 * Which listings are due, and the next one opened at a click or by the key N, never by itself. One
 * that was opened is passed over until it was seen again, so that a page which can't be read does
 * not hold up the round.
 */
export function DueBar(props: {
  rows: readonly ListingFacts[];
  everyDays: ReadonlyMap<string, number>;
  /** The rhythm of the chosen list, null for none; undefined where no one list is chosen. */
  listDays: number | null | undefined;
  readOnly: boolean;
  nowMs: number;
  onDays: (days: number | null) => void;
  onOpen: (row: ListingFacts) => void;
}) {
  const { rows, everyDays, listDays, readOnly, nowMs, onDays, onOpen } = props;
  const words = useWords();
  const { due } = words.options.watch;
  // When each was last seen before it was opened: seen since, it has its next turn.
  const [opened, setOpened] = useState<ReadonlyMap<string, number | null>>(new Map());
  const openedNow = useRef(opened);
  const queue = useMemo(() => dueQueue(rows, everyDays, nowMs), [rows, everyDays, nowMs]);
  const waiting = waitingIn(queue, opened);
  const next = waiting[0];
  const open = () => {
    // Two presses before it is drawn again open two listings.
    const [now] = waitingIn(queue, openedNow.current);
    if (now === undefined) return;
    openedNow.current = new Map([...openedNow.current, [now.listingId, now.lastSeenMs]]);
    setOpened(openedNow.current);
    onOpen(now);
  };
  useNextKey(open);
  const later = nextDueDays(rows, everyDays, nowMs);
  const text =
    everyDays.size === 0
      ? ''
      : queue.length > 0
        ? due.some(queue.length, queue.length - waiting.length)
        : later === null
          ? due.none
          : due.later(later);
  if (text === '' && listDays === undefined) return null;
  return (
    <div class="due-bar">
      {listDays !== undefined && (
        <Select
          compact
          label={due.rhythm}
          labelHidden
          value={listDays === null ? '' : String(listDays)}
          disabled={readOnly}
          options={[
            { value: '', label: due.noRhythm },
            ...[...new Set([...RHYTHMS, ...(listDays === null ? [] : [listDays])])]
              .toSorted((a, b) => a - b)
              .map((days) => ({ value: String(days), label: due.every(days) })),
          ]}
          onChange={(value) => onDays(value === '' ? null : Number(value))}
        />
      )}
      <span role="status">{text}</span>
      {queue.length > 0 && (
        <Button icon="open" disabled={next === undefined} hint={next?.title ?? ''} onClick={open}>
          {due.openNext}
        </Button>
      )}
    </div>
  );
}

/** The key N anywhere on the page, but where something is typed or chosen. */
function useNextKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyped = event.target instanceof Element && event.target.closest(TYPED) !== null;
      if (event.key.toLowerCase() !== 'n' || isTyped || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

const TYPED = 'input, textarea, select, [contenteditable], dialog';
