import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import './long-table.css';
import { useKeys } from './use-keys';
import { useRowWindow } from './use-rows';

/** Height of a row and of the sticky head, px. */
export const LONG_ROW = 32;
const LONG_HEAD = 34;

type Props = {
  label: string;
  count: number;
  head: ComponentChildren;
  /** The cells of a row; `tabIndex` is 0 in the row that the keyboard is at, else −1. */
  renderRow: (place: number, tabIndex: 0 | -1) => ComponentChildren;
  /** Attributes of a row, its class among them. */
  rowProps?: (place: number) => JSX.IntrinsicElements['tr'];
  /** The row that the keyboard is at. */
  active: number;
  onActive: (place: number) => void;
  /** Keys beyond moving; true where it was taken. `to` is where the key moves to, null for none. */
  onKey?: (event: KeyboardEvent, place: number, to: number | null) => boolean;
  /** Shown in the box below an empty table. */
  empty?: ComponentChildren;
  /** Narrower than this (px) it scrolls sideways, under its first column where that is `long-fixed`. */
  minWidth?: number;
  /**
   * Wider than this (px) it is `long-roomy`: columns stay beside each other, and the rest is left empty
   * at the end of the row.
   */
  roomyAt?: number;
  /** Another value brings the box back to its top. */
  topAt?: unknown;
};

/**
 * A table of any length, of which only the rows in sight are drawn. Rows keep their elements while
 * they stay in sight, and the elements of those that leave serve those that come. The arrow keys,
 * page keys, Home and End move from row to row; of the controls in the rows only those of the row
 * that the keyboard is at are reached by Tab.
 */
export function LongTable(props: Props) {
  const { count, active, onActive } = props;
  const { box, window, width, show } = useRowWindow(count, LONG_ROW, LONG_HEAD);
  const wantsFocus = useRef(false);
  const at = Math.min(active, Math.max(0, count - 1));
  // The row of the keyboard is drawn in sight or not at all: Tab then goes to the first drawn one.
  const tabbed = at >= window.from && at < window.to ? at : window.from;

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const target = box.current?.querySelector<HTMLElement>(
      `tr[data-row="${at}"] :is(input, button, a, select, [tabindex])`,
    );
    if (target === null || target === undefined) return;
    wantsFocus.current = false;
    target.focus({ preventScroll: true });
  });
  useEffect(() => {
    const element = box.current;
    if (element !== null) element.scrollTop = 0;
  }, [box, props.topAt]);

  useKeys(box, (event) => {
    const row = event.target instanceof Element ? event.target.closest('tr[data-row]') : null;
    const place = row === null ? null : Number(row.getAttribute('data-row'));
    if (place === null || event.isComposing || event.altKey) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 300) / LONG_ROW) - 2);
    const to = targetOf(event.key, place, page, count);
    if (props.onKey?.(event, place, to) === true) event.preventDefault();
    if (to === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    wantsFocus.current = true;
    onActive(to);
    show(to);
  });

  return (
    <div class="long-box" ref={box}>
      <table
        class={
          props.roomyAt !== undefined && width > props.roomyAt
            ? 'long-table long-roomy'
            : 'long-table'
        }
        style={{ minWidth: `${props.minWidth ?? 520}px` }}
        aria-label={props.label}
        aria-rowcount={count + 1}
      >
        <thead>{props.head}</thead>
        <tbody>
          <Gap height={window.above} />
          {Array.from({ length: window.to - window.from }, (_, index) => {
            const place = window.from + index;
            return (
              <tr
                {...props.rowProps?.(place)}
                // Elements go round: the one that leaves at the top comes back at the bottom.
                key={`r${place % window.slots}`}
                data-row={place}
                aria-rowindex={place + 2}
                onFocusIn={() => {
                  if (place !== active) onActive(place);
                }}
              >
                {props.renderRow(place, place === tabbed ? 0 : -1)}
              </tr>
            );
          })}
          <Gap height={window.below} />
        </tbody>
      </table>
      {count === 0 && props.empty}
    </div>
  );
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" style={{ height: `${height}px` }} />;
}

function targetOf(key: string, place: number, page: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: place + 1,
    ArrowUp: place - 1,
    PageDown: place + page,
    PageUp: place - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(Math.max(0, to), Math.max(0, count - 1));
}
