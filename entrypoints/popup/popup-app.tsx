import { useEffect, useMemo, useState } from 'preact/hooks';
import { Popup } from '../../components/popup/popup';
import type { PopupActions } from '../../components/popup/popup-actions';
import { WordsProvider } from '../../components/ui/words';
import type { FailureCode } from '../../lib/messaging/result';
import { storedFacts, type StoredFacts } from './stored-facts';
import { keepDraft } from './note-drafts';
import { storageTrouble, tabQuestions } from './popup-link';
import { useTabAnswer } from './use-tab-answer';

/** The popup of one tab, wired to the background. */
export function PopupApp(props: { tabId: number }) {
  const { tabId } = props;
  const questions = useMemo(() => tabQuestions(tabId), [tabId]);
  const { look, state, draft, nowMs, ask, retry } = useTabAnswer(tabId, questions);
  const { storage, benchmarks, cleared } = useStores();
  const removed = useRemoved(questions);
  const actions = useMemo<PopupActions>(
    () => ({
      run: async (command) => {
        const result = await questions.run(command);
        if (result.ok) void ask();
        // While the popup's click lets the window be pictured.
        if (result.ok && command.kind === 'watch' && command.on) questions.keepPicture();
        return result;
      },
      checkTitle: questions.checkTitle,
      reread: questions.reread,
      retry,
      reloadTab: () => {
        questions.reloadTab();
        window.close();
      },
      openSidePanel: () => {
        void questions.openSidePanel().then(() => window.close());
      },
      openOptions: (hash) => {
        questions.openOptions(hash);
      },
      keepDraft,
    }),
    [questions, ask, retry],
  );
  if (look === null) return null;
  return (
    <WordsProvider words={look.words} language={look.language}>
      <Popup
        state={state}
        storage={storage}
        benchmarks={benchmarks}
        cleared={cleared}
        draft={draft}
        nowMs={nowMs}
        removed={removed}
        actions={actions}
      />
    </WordsProvider>
  );
}

/** Whether the page keeps removing the overlay, looked up when the popup opens. */
function useRemoved(questions: ReturnType<typeof tabQuestions>): boolean {
  const [removed, setRemoved] = useState(false);
  useEffect(() => {
    void questions.removed().then(setRemoved);
  }, [questions]);
  return removed;
}

/** How often it is asked whether stores that take nothing do by now: a full disk has room again. */
const TROUBLE_AGAIN_MS = 3000;

function useStores() {
  const [storage, setStorage] = useState<FailureCode | null>(null);
  const [facts, setFacts] = useState<StoredFacts>({ benchmarks: [], cleared: false });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      // The background creates and heals the database; only then may a page open it.
      const trouble = await storageTrouble();
      setStorage(trouble);
      if (trouble === null || trouble === 'read-only') setFacts(await storedFacts());
      else timer = setTimeout(() => void look(), TROUBLE_AGAIN_MS);
    };
    void look();
    return () => clearTimeout(timer);
  }, []);
  return { storage, ...facts };
}
