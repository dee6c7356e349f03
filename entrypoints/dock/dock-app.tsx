import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { guardClicks } from '../../components/overlay/click-guard';
import { Dock } from '../../components/overlay/dock';
import { Rail } from '../../components/overlay/rail';
import { WordsProvider } from '../../components/ui/words';
import type { AnswerPortMessage } from '../../lib/messaging/protocol';
import { dockActions, listenToAnswers } from './frame-link';
import { frameLook } from './frame-look';
import { DrawnReporter } from './report-drawn';
import { useMatches } from './use-matches';
import type { Look } from './view-settings';

/** So narrow a frame is the folded rail. One of no width has not been laid out yet. */
const AS_RAIL = matchMedia('(min-width: 1px) and (max-width: 80px)');

/** The dock of one tab: in the page's frame (`tabId` null), or in the side panel for another tab. */
export function DockApp(props: { tabId: number | null; inPage: boolean }) {
  const { tabId, inPage } = props;
  const { message, look, lost, nowMs } = useAnswers(tabId);
  const isDrawn = look !== null;
  const folded = useMatches(AS_RAIL) && inPage;
  const actions = useMemo(() => dockActions(tabId), [tabId]);
  const root = useRef<HTMLDivElement>(null);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (!inPage || !isDrawn || root.current === null) return undefined;
    return guardClicks(root.current, () => setRefusals((count) => count + 1));
  }, [inPage, isDrawn]);
  useReports(inPage && isDrawn, message, root);
  if (look === null) return null;
  const answer = lost ? ({ state: 'reload' } as const) : (message?.answer ?? null);
  return (
    <WordsProvider words={look.words} language={look.language}>
      <div class={inPage ? 'in-frame' : 'in-panel'} ref={root}>
        {folded ? (
          <Rail answer={answer} onUnfold={() => actions.fold(false)} />
        ) : (
          <Dock
            answer={answer}
            nowMs={nowMs}
            actions={actions}
            inPage={inPage}
            refusals={refusals}
          />
        )}
      </div>
    </WordsProvider>
  );
}

function useAnswers(tabId: number | null) {
  const [message, setMessage] = useState<AnswerPortMessage | null>(null);
  const [look, setLook] = useState<Look | null>(null);
  const [lost, setLost] = useState(false);
  const [nowMs, setNowMs] = useState(0);
  // Before the first paint: a frame that is being loaded has no time to lose.
  useLayoutEffect(() => {
    let known = '';
    setMessage(null);
    return listenToAnswers(
      tabId,
      (next) => {
        const view = JSON.stringify(next.view);
        if (view !== known) setLook(frameLook(next.view));
        known = view;
        setNowMs(Date.now());
        setMessage(next);
      },
      () => setLost(true),
    );
  }, [tabId]);
  return { message, look, lost, nowMs };
}

/** Tells the frame host after every answer, and whenever the dock has grown or shrunk. */
function useReports(
  on: boolean,
  message: AnswerPortMessage | null,
  root: { current: HTMLDivElement | null },
): void {
  const reporter = useMemo(() => new DrawnReporter(), []);
  const latest = useRef(message);
  latest.current = message;
  const measure = useCallback(() => {
    const answer = latest.current?.answer ?? null;
    return {
      frame: 'dock' as const,
      itemId: latest.current?.itemId ?? null,
      width: Math.min(2000, window.innerWidth),
      height: naturalHeight(root.current),
      hide: answer === null,
      atMs: answer?.state === 'inspected' ? answer.inspection.capturedAtMs : null,
    };
  }, [root]);
  useLayoutEffect(() => {
    if (on && message !== null) void reporter.report(measure, true);
  }, [on, message, reporter, measure]);
  useEffect(() => {
    if (!on || root.current === null) return undefined;
    const sizes = new ResizeObserver(() => void reporter.report(measure, false));
    for (const part of root.current.querySelectorAll('[data-natural]')) sizes.observe(part);
    return () => sizes.disconnect();
  });
}

/** The height that everything would take without scrolling: the parts marked so, summed up. */
function naturalHeight(root: HTMLElement | null): number {
  let height = 0;
  for (const part of root?.querySelectorAll<HTMLElement>('[data-natural]') ?? []) {
    height += part.getBoundingClientRect().height;
  }
  // The dock's own border, which stands around the parts; the rail is measured with its border.
  const border = root?.querySelector('.dock') === null ? 0 : 2;
  return Math.min(4000, Math.ceil(height) + border);
}
