import type { Inspection } from '../../lib/inspection/inspection';
import { Button } from '../ui/button';
import { useWords } from '../ui/words';
import { BenchmarkAsk } from './benchmark-ask';
import { Changes } from './changes';
import { Facts } from './facts';
import { Gaps } from './gaps';
import { NoteEditor } from './note-editor';
import { PageHead } from './page-head';
import type { NoteDraft, PopupActions } from './popup-actions';
import { Star, type WatchStep } from './star';

/** The answer about a listing, from the first glance down to the note. */
export function ListingView(props: {
  inspection: Inspection;
  draft: NoteDraft | null;
  nowMs: number;
  disabled: boolean;
  actions: Pick<PopupActions, 'run' | 'keepDraft' | 'openOptions'>;
  onPick: (benchmarkId: string) => void;
  onWatch: (step: WatchStep) => void;
  onCheck: () => void;
}) {
  const { inspection, draft, nowMs, disabled, actions, onPick, onWatch, onCheck } = props;
  const { popup } = useWords();
  const { listingId, mine, note } = inspection;
  const all = () => actions.openOptions('#/watch');
  return (
    <>
      <PageHead inspection={inspection} />
      <BenchmarkAsk
        choice={inspection.choice}
        onPick={onPick}
        onOpenOptions={actions.openOptions}
        disabled={disabled}
      />
      <Facts inspection={inspection} />
      {mine && <Gaps inspection={inspection} />}
      <Changes inspection={inspection} nowMs={nowMs} onAll={all} />
      <NoteEditor
        stored={note}
        draft={draft}
        onSave={(typed) => actions.run({ kind: 'save-note', listingId, ...typed })}
        onKeep={(typed) => actions.keepDraft(listingId, typed)}
      />
      <footer class="popup-foot">
        <Star inspection={inspection} disabled={disabled} onStep={onWatch} />
        <Button onClick={onCheck}>{popup.check.open}</Button>
        <div class="popup-foot-end">
          <Button onClick={all}>{popup.allData}</Button>
        </div>
      </footer>
    </>
  );
}
