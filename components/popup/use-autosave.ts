import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { againAfterMs } from '../../lib/messaging/again-after';
import type { FailureCode, Result } from '../../lib/messaging/result';
import type { NoteDraft } from './popup-actions';

/** Where what was typed stands: kept by the stores, on its way, or not saved and why. */
export type SaveState =
  | { state: 'clean' | 'dirty' | 'saving' | 'saved' }
  | { state: 'failed'; code: FailureCode };

export const PAUSE_MS = 700;

type Ways = {
  /** What the stores hold. */
  stored: NoteDraft;
  /** What was typed before and never saved, null where there is none. */
  draft: NoteDraft | null;
  save: (draft: NoteDraft) => Promise<Result<unknown>>;
  /** Told of every keystroke, and null when all of it is saved. */
  keep: (draft: NoteDraft | null) => void;
};

/**
 * Saves a note by itself: after a pause, on `flush` (blur, a tag added), when the page is hidden and
 * when the editor goes. One save is under way at a time; what was typed meanwhile is saved after it.
 * A failed save leaves the text where it is and the state says why; where that may pass by itself (a
 * full disk), it is tried again. A newer note from outside is taken over only while nothing typed
 * here is unsaved.
 */
export function useAutosave(ways: Ways) {
  const { stored } = ways;
  const [draft, setDraft] = useState<NoteDraft>(ways.draft ?? stored);
  const [save, setSave] = useState<SaveState>({
    state: ways.draft === null || same(ways.draft, stored) ? 'clean' : 'dirty',
  });
  const now = useRef({ ways, draft, dirty: save.state === 'dirty', busy: false, alive: true });
  now.current.ways = ways;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async (isAgain = false) => {
    const at = now.current;
    clearTimeout(timer.current);
    if (!at.dirty || at.busy) return;
    at.busy = true;
    let failed: FailureCode | null = null;
    while (at.dirty && failed === null) {
      const sent = at.draft;
      at.dirty = false;
      // What was said of the last try stands until this one is through.
      if (at.alive && !isAgain) setSave({ state: 'saving' });
      // oxlint-disable-next-line no-await-in-loop -- one save at a time, in order
      const result = await at.ways.save(sent);
      if (!result.ok) {
        at.dirty = true;
        failed = result.failure.code;
      }
    }
    at.busy = false;
    if (failed === null) at.ways.keep(null);
    if (at.alive) {
      setSave(failed === null ? { state: 'saved' } : { state: 'failed', code: failed });
    }
    const againMs = failed === null ? null : againAfterMs(failed);
    if (at.alive && againMs !== null) {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(true), againMs);
    }
  }, []);

  const change = useCallback(
    (next: NoteDraft) => {
      const at = now.current;
      at.draft = next;
      at.dirty = true;
      setDraft(next);
      at.ways.keep(next);
      if (!at.busy) setSave({ state: 'dirty' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush],
  );

  useEffect(() => {
    const at = now.current;
    if (at.dirty || at.busy || same(at.draft, stored)) return;
    at.draft = stored;
    setDraft(stored);
  }, [stored]);

  useEffect(() => {
    const at = now.current;
    const hidden = () => {
      if (document.visibilityState === 'hidden') void flush();
    };
    const leaving = () => void flush();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', leaving);
    // A draft of an earlier time is saved at once.
    void flush();
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', leaving);
      at.alive = false;
      void flush();
    };
  }, [flush]);

  return { draft, save, change, flush };
}

function same(a: NoteDraft, b: NoteDraft): boolean {
  return a.text === b.text && a.tags.join('\n') === b.tags.join('\n');
}
