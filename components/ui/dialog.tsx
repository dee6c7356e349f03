import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { IconButton } from './button';
import './dialog.css';
import { useWords } from './words';

/**
 * A modal dialog on the browser's own `<dialog>`: focus stays inside while it is open and goes back
 * to where it was. Escape asks to close; a click beside it does not, so that nothing typed is lost.
 */
export function Dialog(props: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons at the foot. */
  foot?: ComponentChildren;
}) {
  const { title, open, onClose, children, foot } = props;
  const words = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!open || element === null) return undefined;
    const before = document.activeElement;
    if (!element.open) element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="cross" label={words.common.actions.close} onClick={onClose} />
      </header>
      <div class="dialog-body">{children}</div>
      {foot !== undefined && <footer class="dialog-foot">{foot}</footer>}
    </dialog>
  );
}
