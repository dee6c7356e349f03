import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Texts up to this length (characters) are left to the browser. */
export const SHORT = 5_000;

/**
 * The browser's own paste goes line by line and stands still for minutes over 50,000 of them: a
 * long text is put into the box at once.
 */
export function useLongPaste(
  box: RefObject<HTMLTextAreaElement | null>,
  open: boolean,
  onText: (text: string) => void,
): void {
  useEffect(() => {
    const area = box.current;
    if (!open || area === null) return undefined;
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? '';
      if (text.length < SHORT) return;
      event.preventDefault();
      const { value, selectionStart, selectionEnd } = area;
      onText(value.slice(0, selectionStart) + text + value.slice(selectionEnd));
    };
    area.addEventListener('paste', paste);
    return () => area.removeEventListener('paste', paste);
  }, [box, open, onText]);
}
