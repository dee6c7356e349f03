import { render } from 'preact';
import { act } from 'preact/test-utils';
import '../../../components/ui/tokens.css';
import type { DockActions } from '../../../components/overlay/actions';
import { Dock } from '../../../components/overlay/dock';
import { WordsProvider } from '../../../components/ui/words';
import { loadCatalog, type Language } from '../../../lib/locales/catalog';
import { ok, type Result } from '../../../lib/messaging/result';
import type { TabAnswer } from '../../../lib/messaging/tab-answer';
import { SAMPLE_NOW_MS } from '../../fixtures/sample-snapshot';

export type Said = { name: keyof DockActions; given: unknown[] };

/** Actions that write down what they were asked; `answer` is what a command is answered. */
export function recordingActions(answer: Result<{ revision: null }> = ok({ revision: null })) {
  const said: Said[] = [];
  const note =
    <T,>(name: keyof DockActions, result: T) =>
    (...given: unknown[]) => {
      said.push({ name, given });
      return result;
    };
  const actions: DockActions = {
    run: note('run', Promise.resolve(answer)),
    pick: note('pick', Promise.resolve(ok(null))),
    reread: note('reread', undefined),
    locate: note('locate', Promise.resolve(true)),
    fold: note('fold', undefined),
    drag: note('drag', undefined),
    openOptions: note('openOptions', undefined),
  };
  return { actions, said };
}

/** A container like the dock's frame: 332 px wide, as high as the dock would like to be. */
export function frameLike(theme: 'light' | 'dark' = 'light', width = 332): HTMLElement {
  document.body.replaceChildren();
  document.documentElement.dataset['theme'] = theme;
  const root = document.createElement('main');
  root.className = 'in-frame';
  root.style.width = `${width}px`;
  document.body.append(root);
  return root;
}

/** Draws the dock for an answer and gives back where it stands and what it asked for. */
export async function drawDock(
  answer: TabAnswer | null,
  options: {
    language?: Language;
    theme?: 'light' | 'dark';
    answer?: Result<{ revision: null }>;
    refusals?: number;
    inPage?: boolean;
  } = {},
) {
  const { language = 'zh-CN', theme = 'light', inPage = true, refusals = 0 } = options;
  const root = frameLike(theme);
  const words = await loadCatalog(language);
  document.documentElement.lang = language;
  const { actions, said } = recordingActions(options.answer);
  const draw = (next: TabAnswer | null) =>
    act(() => {
      render(
        <WordsProvider words={words} language={language}>
          <Dock
            answer={next}
            nowMs={SAMPLE_NOW_MS}
            actions={actions}
            inPage={inPage}
            refusals={refusals}
          />
        </WordsProvider>,
        root,
      );
    });
  await draw(answer);
  return { root, said, words, draw };
}

/** The answer of an inspected page. */
export function inspected(
  inspection: Extract<TabAnswer, { state: 'inspected' }>['inspection'],
): TabAnswer {
  return { state: 'inspected', inspection, saved: null };
}
