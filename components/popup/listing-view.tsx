import type { Inspection } from '../../lib/inspection/inspection';
import { BenchmarkAsk } from './benchmark-ask';
import { Changes } from './changes';
import { Facts } from './facts';
import { Gaps } from './gaps';
import { NoteEditor } from './note-editor';
import { PageHead } from './page-head';
import type { NoteDraft, PopupActions } from './popup-actions';

/** The answer about a listing, from the first glance down to the note. */
export function ListingView(props: {
  inspection: Inspection;
  /** The stores can't be read now. */
  unread: boolean;
  draft: NoteDraft | null;
  nowMs: number;
  disabled: boolean;
  actions: Pick<PopupActions, 'run' | 'keepDraft' | 'openOptions'>;
  onPick: (benchmarkId: string) => void;
}) {
  const { inspection, unread, draft, nowMs, disabled, actions, onPick } = props;
  const { listingId, mine, note } = inspection;
  return (
    <>
      <PageHead inspection={inspection} />
      {/* That there is none is not known while nothing can be read. */}
      {!unread && (
        <BenchmarkAsk
          choice={inspection.choice}
          onPick={onPick}
          onOpenOptions={actions.openOptions}
          disabled={disabled}
        />
      )}
      <Facts inspection={inspection} />
      {mine && <Gaps inspection={inspection} />}
      <Changes inspection={inspection} nowMs={nowMs} onAll={() => actions.openOptions('#/watch')} />
      <NoteEditor
        stored={note}
        draft={draft}
        unread={unread}
        onSave={(typed) => actions.run({ kind: 'save-note', listingId, ...typed })}
        onKeep={(typed) => actions.keepDraft(listingId, typed)}
      />
    </>
  );
}
