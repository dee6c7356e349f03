import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Button, IconButton } from './button';
import './toast.css';
import { useWords } from './words';

export type ToastContent = { text: string; undo?: () => void };
type Shown = ToastContent & { id: number };

const STAY_MS = 8000;

/** One toast at a time: `show` replaces the one before, `toast` goes into `Toast`. */
export function useToast() {
  const [toast, setToast] = useState<Shown | null>(null);
  const next = useRef(1);
  const show = useCallback((content: ToastContent) => {
    setToast({ ...content, id: next.current++ });
  }, []);
  const dismiss = useCallback(() => setToast(null), []);
  return { toast, show, dismiss };
}

/**
 * Says what was done, with the way back. It is announced politely, and goes by itself after eight
 * seconds, but not while the pointer or the focus is on it.
 */
export function Toast(props: { toast: Shown | null; onDismiss: () => void }) {
  const { toast, onDismiss } = props;
  const words = useWords();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (toast === null || held) return undefined;
    const timer = setTimeout(onDismiss, STAY_MS);
    return () => clearTimeout(timer);
  }, [toast, held, onDismiss]);
  useEffect(() => {
    if (toast === null) setHeld(false);
  }, [toast]);
  return (
    <div
      class="toast-place"
      role="status"
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {toast !== null && (
        <div class="toast" key={toast.id}>
          <span class="toast-text">{toast.text}</span>
          {toast.undo !== undefined && (
            <Button
              icon="undo"
              onClick={() => {
                toast.undo?.();
                onDismiss();
              }}
            >
              {words.common.actions.undo}
            </Button>
          )}
          <IconButton icon="cross" label={words.common.actions.close} onClick={onDismiss} />
        </div>
      )}
    </div>
  );
}
