import { useRef } from 'preact/hooks';
import type { Drag } from '../../lib/messaging/frames';

/** A press that moves less than this is a click, px. */
const CLICK_DISTANCE = 5;
/** How far an arrow key moves the dock, and a distance that snaps to the other side. */
const STEP = 40;
const ACROSS = 9999;

const OTHER_CONTROLS = 'select, input, textarea, a, .menu, .icon-button';

/**
 * The dock's head as a handle: a press that moves drags, one that does not is a click and folds.
 * Positions are the screen's, since the frame itself moves under the pointer. Arrow keys move too.
 */
export function useDrag(drag: (drag: Drag) => void, fold: () => void) {
  const press = useRef<{ x: number; y: number; moved: boolean; id: number } | null>(null);
  const wasDragged = useRef(false);
  const away = (event: PointerEvent) => ({
    dx: clampTo(event.screenX - (press.current?.x ?? 0)),
    dy: clampTo(event.screenY - (press.current?.y ?? 0)),
  });
  return {
    onPointerDown: (event: PointerEvent) => {
      wasDragged.current = false;
      if (!event.isTrusted || event.button !== 0 || isOther(event.target)) return;
      press.current = { x: event.screenX, y: event.screenY, moved: false, id: event.pointerId };
    },
    onPointerMove: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      const at = press.current;
      if (at === null || at.id !== event.pointerId) return;
      const { dx, dy } = away(event);
      if (!at.moved && Math.hypot(dx, dy) < CLICK_DISTANCE) return;
      if (!at.moved) event.currentTarget.setPointerCapture(event.pointerId);
      at.moved = true;
      drag({ phase: 'move', dx, dy });
    },
    onPointerUp: (event: PointerEvent) => {
      const at = press.current;
      if (at === null) return;
      if (at.moved) {
        wasDragged.current = true;
        drag({ phase: 'end', ...away(event) });
      }
      press.current = null;
    },
    onPointerCancel: () => {
      if (press.current?.moved === true) drag({ phase: 'cancel', dx: 0, dy: 0 });
      press.current = null;
    },
    onClick: (event: MouseEvent) => {
      if (wasDragged.current || isOther(event.target)) return;
      fold();
    },
    onKeyDown: (event: KeyboardEvent) => {
      const to = KEYS[event.key];
      if (to === undefined || isOther(event.target)) return;
      event.preventDefault();
      drag({ phase: 'end', ...to });
    },
  };
}

const KEYS: Record<string, { dx: number; dy: number }> = Object.assign(Object.create(null), {
  ArrowLeft: { dx: -ACROSS, dy: 0 },
  ArrowRight: { dx: ACROSS, dy: 0 },
  ArrowUp: { dx: 0, dy: -STEP },
  ArrowDown: { dx: 0, dy: STEP },
});

function isOther(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OTHER_CONTROLS) !== null;
}

function clampTo(distance: number): number {
  return Math.max(-9999, Math.min(9999, distance));
}
