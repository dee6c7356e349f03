import { useEffect } from 'preact/hooks';

/**
 * Gives the focus back to what had it when the view opened, once the view is gone and took the
 * focus with it. Somebody who has gone on elsewhere keeps it.
 */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, []);
}
