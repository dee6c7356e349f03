import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Listens for keys within an element; the handler may change from drawing to drawing. */
export function useKeys(
  element: RefObject<HTMLElement | null>,
  onKeyDown: (event: KeyboardEvent) => void,
): void {
  const latest = useRef(onKeyDown);
  latest.current = onKeyDown;
  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const listen = (event: KeyboardEvent) => latest.current(event);
    target.addEventListener('keydown', listen);
    return () => target.removeEventListener('keydown', listen);
  }, [element]);
}

/** Ctrl+S (⌘S) anywhere on the page saves, and the browser's own dialog stays away. */
export function useSaveKey(onSave: () => void): void {
  const latest = useRef(onSave);
  latest.current = onSave;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
