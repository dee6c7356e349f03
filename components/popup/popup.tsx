import { useState } from 'preact/hooks';
import type { Command } from '../../lib/messaging/commands';
import type { FailureCode, Result } from '../../lib/messaging/result';
import type { TabAnswer } from '../../lib/messaging/tab-answer';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { FailureNotice, Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { Toast, useToast } from '../ui/toast';
import { useWords } from '../ui/words';
import { Foot } from './foot';
import { Head } from './head';
import { ListingView } from './listing-view';
import { menuItems } from './menu-items';
import type { NoteDraft, PopupActions } from './popup-actions';
import './popup.css';
import { TitleCheck } from './title-check';
import { UnreadPage } from './unread-page';

/** What is known of the open tab so far. */
export type PopupState =
  | { phase: 'loading' }
  | { phase: 'failed'; code: FailureCode }
  | { phase: 'answered'; answer: TabAnswer };

export type PopupProps = {
  state: PopupState;
  /** Why the stores can't take what is written, null while they can. */
  storage: FailureCode | null;
  /** For the title check where the open page has no benchmarks of its own. */
  benchmarks: readonly { id: string; name: string }[];
  /** Both stores were emptied from outside, which is not a first start. */
  cleared?: boolean;
  /** What was typed earlier into this listing's note and not saved. */
  draft: NoteDraft | null;
  nowMs: number;
  /** The page keeps removing the overlay, so it stays away. */
  removed: boolean;
  actions: PopupActions;
};

/** The popup: an answer about the open tab, and a title check that works anywhere. */
export function Popup(props: PopupProps) {
  const { state, storage, actions } = props;
  const words = useWords();
  const [room, setRoom] = useState<'tab' | 'check'>('tab');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const { toast, show, dismiss } = useToast();

  /** One action of the operator: the failure stays until the next, a success says so once. */
  const act = async (work: () => Promise<Result<unknown>>, said: string, undo?: Command) => {
    setBusy(true);
    const result = await work();
    setBusy(false);
    setFailure(result.ok ? null : result.failure.code);
    if (!result.ok || said === '') return;
    show(
      undo === undefined
        ? { text: said }
        : { text: said, undo: () => void act(() => actions.run(undo), '') },
    );
  };
  const run = (command: Command, said: string, undo?: Command) =>
    void act(() => actions.run(command), said, undo);
  const reread = () => void act(actions.reread, words.popup.done.reread);

  const answer = state.phase === 'answered' ? state.answer : null;
  const inspection = answer?.state === 'inspected' ? answer.inspection : null;
  const saved = answer?.state === 'inspected' ? answer.saved : null;
  const unread = answer?.state === 'inspected' && answer.unread === true;
  const notices = [...new Set([storage, failure])].filter((code) => code !== null);
  const benchmarks = inspection?.benchmarks ?? props.benchmarks;
  const first = inspection?.choice.state === 'chosen' ? inspection.choice.benchmark.id : null;
  const pick = (benchmarkId: string) => {
    if (inspection === null) return;
    const { listingId } = inspection;
    run({ kind: 'pin-benchmark', listingId, benchmarkId }, words.popup.done.benchmark);
  };

  return (
    <div class="popup">
      <Head
        inspection={room === 'tab' ? inspection : null}
        disabled={busy}
        items={menuItems(inspection, words, busy, {
          run,
          reread,
          openOptions: actions.openOptions,
        })}
        onPick={pick}
      />
      <main class="popup-main">
        {notices.map((code) => (
          <div key={code} class="popup-notice">
            <FailureNotice code={code} />
          </div>
        ))}
        {props.cleared === true && (
          <div class="popup-notice">
            <Cleared onOpen={() => actions.openOptions('#/backup')} />
          </div>
        )}
        {saved !== null && !notices.includes(saved) && (
          <div class="popup-notice">
            <VisitNotSaved code={saved} />
          </div>
        )}
        {props.removed && room === 'tab' && (
          <div class="popup-notice">
            <OverlayRemoved onOpen={actions.openSidePanel} />
          </div>
        )}
        {room === 'check' && (
          <section class="section">
            <div class="popup-check-head">
              <Button icon="chevron-left" onClick={() => setRoom('tab')}>
                {words.popup.check.back}
              </Button>
              <h1>{words.popup.check.title}</h1>
            </div>
            <TitleCheck benchmarks={benchmarks} first={first} check={actions.checkTitle} focus />
          </section>
        )}
        {/* Hidden rather than gone while a title is checked: nothing typed in it is lost. */}
        <div hidden={room !== 'tab'}>
          {state.phase === 'loading' && (
            <div class="popup-loading">
              <Skeleton lines={6} />
            </div>
          )}
          {state.phase === 'failed' && (
            <EmptyState
              icon="warn"
              title={words.popup.pages.failed.title}
              action={<Button onClick={actions.retry}>{words.common.actions.retry}</Button>}
            >
              <FailureNotice code={state.code} />
            </EmptyState>
          )}
          {inspection !== null && (
            <ListingView
              key={inspection.listingId}
              inspection={inspection}
              unread={unread}
              draft={props.draft}
              nowMs={props.nowMs}
              disabled={busy}
              actions={actions}
              onPick={pick}
            />
          )}
          {answer !== null && answer.state !== 'inspected' && (
            <>
              <UnreadPage
                answer={answer}
                disabled={busy}
                actions={actions}
                onReread={reread}
                onSwitchOn={(host) => run({ kind: 'set-site', host, on: true }, '')}
              />
              {room === 'tab' && (
                <section class="section section-top">
                  <h2>{words.popup.check.open}</h2>
                  <TitleCheck
                    benchmarks={benchmarks}
                    first={null}
                    check={actions.checkTitle}
                    focus={false}
                  />
                </section>
              )}
            </>
          )}
        </div>
      </main>
      {inspection !== null && room === 'tab' && (
        <Foot
          inspection={inspection}
          disabled={busy}
          onWatch={(step) => run(step.command, step.said, step.undo)}
          onCheck={() => setRoom('check')}
          onAll={() => actions.openOptions('#/watch')}
        />
      )}
      <Toast toast={toast} onDismiss={dismiss} />
    </div>
  );
}

function OverlayRemoved(props: { onOpen: () => void }) {
  const { what, safe, open } = useWords().popup.removed;
  return (
    <Notice kind="remark" action={<Button onClick={props.onOpen}>{open}</Button>}>
      <strong>{what}</strong> {safe}
    </Notice>
  );
}

function Cleared(props: { onOpen: () => void }) {
  const { what, next, open } = useWords().popup.cleared;
  return (
    <Notice kind="fault" action={<Button onClick={props.onOpen}>{open}</Button>}>
      <strong>{what}</strong> {next}
    </Notice>
  );
}

function VisitNotSaved(props: { code: FailureCode }) {
  const { common, popup } = useWords();
  const { what, safe, next } = popup.visitNotSaved;
  return (
    <Notice kind="fault">
      <strong>{what(common.failures[props.code].short)}</strong> {safe} {next}
    </Notice>
  );
}
