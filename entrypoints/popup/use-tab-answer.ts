import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { NoteDraft } from '../../components/popup/popup-actions';
import type { PopupState } from '../../components/popup/popup';
import { keepAnswers } from '../../lib/messaging/answer-port';
import type { ViewSettings } from '../../lib/messaging/protocol';
import type { TabAnswer } from '../../lib/messaging/tab-answer';
import { takeOnLook, type Look } from '../dock/view-settings';
import { readDraft } from './note-drafts';
import type { tabQuestions } from './popup-link';

const SYSTEM_LOOK: ViewSettings = { language: 'auto', theme: 'auto' };
/** After this long without an answer by port, the tab is asked about by message. */
const PATIENCE_MS = 1500;

/** What the popup shows: the tab's answer as it changes, the words it is said in, the kept draft. */
export function useTabAnswer(tabId: number, questions: ReturnType<typeof tabQuestions>) {
  const [look, setLook] = useState<Look | null>(null);
  const [state, setState] = useState<PopupState>({ phase: 'loading' });
  const [draft, setDraft] = useState<NoteDraft | null>(null);
  const [nowMs, setNowMs] = useState(() => Date.now());
  const turn = useRef(0);
  const draftOf = useRef<string | null>(null);
  const answered = useRef(false);

  /** Shows an answer, with its words and draft; one that has been overtaken meanwhile is dropped. */
  const take = useCallback(async (answer: TabAnswer, view: ViewSettings | null) => {
    turn.current += 1;
    const mine = turn.current;
    answered.current = true;
    const taken = view === null ? null : await takeOnLook(view);
    const listingId = answer.state === 'inspected' ? answer.inspection.listingId : null;
    const isNew = listingId !== null && listingId !== draftOf.current;
    const kept = isNew ? await readDraft(listingId) : null;
    if (mine !== turn.current) return;
    if (taken !== null) setLook(taken);
    if (isNew) {
      draftOf.current = listingId;
      setDraft(kept);
    }
    setNowMs(Date.now());
    setState({ phase: 'answered', answer });
  }, []);

  const ask = useCallback(async () => {
    const before = turn.current;
    const result = await questions.answer();
    // The port has said something newer while this was under way.
    if (before !== turn.current) return;
    if (result.ok) await take(result.value, null);
    else if (!answered.current) setState({ phase: 'failed', code: result.failure.code });
  }, [questions, take]);

  useEffect(() => {
    let gone = false;
    void takeOnLook(SYSTEM_LOOK).then((first) => {
      if (!gone) setLook((now) => now ?? first);
      return null;
    });
    const patience = setTimeout(() => {
      if (!answered.current) void ask();
    }, PATIENCE_MS);
    const stop = keepAnswers(
      {
        connect: (name) => browser.runtime.connect({ name }),
        isAlive: () => browser.runtime?.id !== undefined,
        received: ({ answer, view }) => void take(answer, view),
        lost: () => setState({ phase: 'failed', code: 'internal' }),
        later: (task, ms) => setTimeout(task, ms),
      },
      tabId,
    );
    return () => {
      gone = true;
      clearTimeout(patience);
      stop();
    };
  }, [tabId, ask, take]);

  const retry = useCallback(() => {
    setState({ phase: 'loading' });
    answered.current = false;
    void ask();
  }, [ask]);
  return { look, state, draft, nowMs, ask, retry };
}
