import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { chipContent } from '../../components/overlay/chip-content';
import { ChipView } from '../../components/overlay/chip-view';
import { guardClicks } from '../../components/overlay/click-guard';
import { WordsProvider } from '../../components/ui/words';
import type { AnswerPortMessage } from '../../lib/messaging/protocol';
import { dockActions, listenToAnswers } from '../dock/frame-link';
import { frameLook } from '../dock/frame-look';
import { DrawnReporter } from '../dock/report-drawn';
import type { Look } from '../dock/view-settings';

type Drawn = { message: AnswerPortMessage; look: Look; nowMs: number };

/** One chip beside the title or the price, in its frame. */
export function ChipApp(props: { which: 'title' | 'price' }) {
  const { which } = props;
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [lost, setLost] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const reporter = useMemo(() => new DrawnReporter(), []);
  const actions = useMemo(() => dockActions(null), []);
  useLayoutEffect(
    () =>
      listenToAnswers(
        null,
        (message) => setDrawn({ message, look: frameLook(message.view), nowMs: Date.now() }),
        () => setLost(true),
      ),
    [],
  );
  const isDrawn = drawn !== null;
  useEffect(() => {
    if (!isDrawn || root.current === null) return undefined;
    return guardClicks(root.current, () => {});
  }, [isDrawn]);
  const content =
    drawn === null || lost
      ? null
      : chipContent(which, drawn.message.answer, drawn.look.words, drawn.nowMs);
  const isEmpty = content === null;
  useLayoutEffect(() => {
    if (drawn === null) return;
    const { answer, itemId } = drawn.message;
    void reporter.report(() => {
      const size = root.current?.querySelector('.ys-chip')?.getBoundingClientRect();
      const inner = root.current?.querySelector('.ys-chip')?.scrollWidth ?? 0;
      return {
        frame: which === 'title' ? 'title-chip' : 'price-chip',
        itemId,
        width: Math.min(640, Math.max(Math.ceil(size?.width ?? 0), inner + 2)),
        height: Math.ceil(size?.height ?? 0),
        hide: isEmpty,
        atMs: answer.state === 'inspected' ? answer.inspection.capturedAtMs : null,
      };
    }, true);
  }, [drawn, which, reporter, isEmpty]);
  if (drawn === null) return null;
  return (
    <WordsProvider words={drawn.look.words} language={drawn.look.language}>
      <div ref={root}>
        {content !== null && <ChipView content={content} onOpen={() => actions.fold(false)} />}
      </div>
    </WordsProvider>
  );
}
