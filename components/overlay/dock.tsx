import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Inspection } from '../../lib/inspection/inspection';
import type { FailureCode } from '../../lib/messaging/result';
import type { TabAnswer } from '../../lib/messaging/tab-answer';
import { NoteEditor } from '../popup/note-editor';
import { Button } from '../ui/button';
import { FailureNotice, Notice } from '../ui/notice';
import { useWords } from '../ui/words';
import type { DockActions } from './actions';
import { Ambiguous } from './ambiguous';
import { BenchmarkAsk } from './benchmark-ask';
import { CheckSection } from './check-section';
import { ContextLine } from './context-line';
import { DockFoot, MissingFields } from './dock-foot';
import { DockHead } from './dock-head';
import { DockState } from './dock-state';
import './dock.css';
import { PriceSection } from './price-section';
import { ThreeFacts } from './three-facts';
import { TitleSection } from './title-section';
import { useRun } from './use-run';

/**
 * The dock: head, three facts, title, checklist, price note, note, foot. `refusals` counts clicks
 * that came before the dock had been visible long enough. Parts marked `data-natural` add up to the
 * height that the dock would take without scrolling.
 */
export function Dock(props: {
  answer: TabAnswer | null;
  nowMs: number;
  actions: DockActions;
  inPage: boolean;
  refusals: number;
}) {
  const { answer, nowMs, actions, inPage, refusals } = props;
  const words = useWords();
  const { busy, failed, start, dismiss } = useRun(actions.run);
  const inspection = answer?.state === 'inspected' ? answer.inspection : null;
  const saved = answer?.state === 'inspected' ? answer.saved : null;
  const run = (command: Parameters<typeof start>[0]) => void start(command);
  const [listsMissing, setListsMissing] = useState(false);
  const root = useRef<HTMLElement>(null);
  useEscape(root, inPage ? actions.fold : null);
  return (
    <section class="dock" aria-label={words.overlay.dock} ref={root}>
      <div data-natural class="dock-top">
        <DockHead inspection={inspection} actions={actions} run={run} inPage={inPage} />
        {inspection !== null && <ThreeFacts inspection={inspection} />}
      </div>
      <div class="dock-scroll" tabIndex={-1}>
        <div data-natural>
          {saved !== null && <NotRecorded code={saved} onReread={actions.reread} />}
          {failed !== null && (
            <div class="dock-notice">
              <FailureNotice
                code={failed}
                action={<Button onClick={dismiss}>{words.common.actions.dismiss}</Button>}
              />
            </div>
          )}
          <Refusal refusals={refusals} />
          {listsMissing && inspection !== null && <MissingFields inspection={inspection} />}
          {inspection === null ? (
            <DockState answer={answer?.state === 'inspected' ? null : answer} actions={actions} />
          ) : (
            <Inspected
              key={inspection.listingId}
              inspection={inspection}
              unread={answer?.state === 'inspected' && answer.unread === true}
              nowMs={nowMs}
              actions={actions}
              run={run}
            />
          )}
        </div>
      </div>
      {inspection !== null && (
        <div data-natural class="dock-bottom">
          <DockFoot
            inspection={inspection}
            busy={busy}
            run={run}
            listsMissing={listsMissing}
            onListMissing={setListsMissing}
          />
        </div>
      )}
    </section>
  );
}

function Inspected(props: {
  inspection: Inspection;
  /** The stores can't be read now. */
  unread: boolean;
  nowMs: number;
  actions: DockActions;
  run: (command: Parameters<DockActions['run']>[0]) => void;
}) {
  const { inspection, unread, nowMs, actions, run } = props;
  const { listingId, choice } = inspection;
  const edit = (part: string) => () =>
    actions.openOptions(
      choice.state === 'chosen' ? `#/benchmarks/${choice.benchmark.id}/${part}` : '#/benchmarks',
    );
  return (
    <>
      <ContextLine inspection={inspection} nowMs={nowMs} />
      <Ambiguous inspection={inspection} pick={actions.pick} />
      {/* That there is none is not known while nothing can be read. */}
      {!unread && (
        <BenchmarkAsk inspection={inspection} run={run} openOptions={actions.openOptions} />
      )}
      <TitleSection inspection={inspection} onAddKeywords={edit('keywords')} />
      <CheckSection
        inspection={inspection}
        actions={actions}
        nowMs={nowMs}
        onAddPoints={edit('points')}
      />
      <PriceSection inspection={inspection} nowMs={nowMs} onSetLadder={edit('ladder')} />
      <NoteEditor
        stored={inspection.note}
        draft={null}
        unread={unread}
        onSave={({ text, tags }) => actions.run({ kind: 'save-note', listingId, text, tags })}
        onKeep={() => {}}
      />
    </>
  );
}

/** Escape folds the dock, unless what has the focus took the key for itself. */
function useEscape(root: RefObject<HTMLElement | null>, fold: DockActions['fold'] | null): void {
  useEffect(() => {
    const dock = root.current;
    if (dock === null || fold === null) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) fold(true);
    };
    dock.addEventListener('keydown', onKey);
    return () => dock.removeEventListener('keydown', onKey);
  }, [root, fold]);
}

/** Says that this visit was not recorded, and why; what is shown still holds. */
function NotRecorded(props: { code: FailureCode; onReread: () => void }) {
  const words = useWords();
  const { saved } = words.overlay;
  const { code } = props;
  const text =
    code === 'full' || code === 'blocked' || code === 'read-only' || code === 'broken'
      ? saved[code]
      : saved.other;
  return (
    <div class="dock-notice">
      <Notice
        kind="fault"
        action={<Button onClick={props.onReread}>{words.common.actions.reread}</Button>}
      >
        {text}
      </Notice>
    </div>
  );
}

const REFUSAL_MS = 4000;

/** For a few seconds after a click that came too early. */
function Refusal({ refusals }: { refusals: number }) {
  const words = useWords();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (refusals === 0) return undefined;
    setShown(true);
    const timer = setTimeout(() => setShown(false), REFUSAL_MS);
    return () => clearTimeout(timer);
  }, [refusals]);
  if (!shown) return null;
  return (
    <div class="dock-notice">
      <Notice kind="remark">{words.overlay.refused}</Notice>
    </div>
  );
}
