import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListingFacts } from '../../lib/messaging/listing-facts';
import type { FailureCode } from '../../lib/messaging/result';
import { Button, IconButton } from '../ui/button';
import { FailureNotice } from '../ui/notice';
import { TextArea, TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import './detail.css';
import { TagInput } from './tag-input';
import { useKeys, useSaveKey } from './use-keys';

type Note = { text: string; tags: string[]; owner: string };

type Props = {
  row: ListingFacts;
  readOnly: boolean;
  /** What was typed and not saved yet, kept by the page while other rows are open. */
  draft: Note | null;
  saving: boolean;
  failure: FailureCode | null;
  onDraft: (note: Note | null) => void;
  onSave: (note: Note) => void;
  onClose: () => void;
  /** The price history. */
  children: ComponentChildren;
  /** 提醒价 of the listing. */
  alerts?: ComponentChildren;
};

/** One listing in full: its price history, note and tags, and its alerts. Escape closes it. */
export function ListingDetail(props: Props) {
  const { row, draft, readOnly, onDraft, onSave, onClose } = props;
  const words = useWords();
  const { watch } = words.options;
  const { detail } = watch;
  const title = row.title ?? watch.noTitle;
  const stored = { text: row.note, tags: row.tags, owner: row.owner };
  const note = draft ?? stored;
  const changed = draft !== null && !sameNote(draft, stored);
  const [saved, setSaved] = useState(false);
  const wasSaving = useRef(false);
  useEffect(() => {
    if (wasSaving.current && !props.saving) setSaved(props.failure === null);
    wasSaving.current = props.saving;
  }, [props.saving, props.failure]);
  const section = useRef<HTMLElement>(null);
  useKeys(section, (event) => {
    if (event.key === 'Escape' && !event.isComposing) onClose();
  });
  useSaveKey(() => {
    if (changed && !readOnly && !props.saving) onSave(note);
  });
  const edit = (next: Note) => {
    setSaved(false);
    onDraft(next);
  };
  return (
    <section class="detail" aria-label={detail.label(title)} ref={section}>
      <header class="detail-head">
        <h2 title={title}>{title}</h2>
        <IconButton icon="cross" label={detail.close} onClick={onClose} />
      </header>
      <div class="detail-body">
        {props.children}
        <div class="detail-note">
          <TextArea
            label={detail.note}
            rows={4}
            placeholder={detail.notePlaceholder}
            value={note.text}
            maxLength={5000}
            disabled={readOnly}
            onInput={(text) => edit({ ...note, text })}
          />
          <TagInput
            label={detail.tags}
            values={note.tags}
            maxLength={30}
            disabled={readOnly}
            placeholder={detail.addTag}
            onChange={(tags) => edit({ ...note, tags: tags.slice(0, 30) })}
          />
          <TextField
            label={watch.owner}
            placeholder={detail.ownerPlaceholder}
            value={note.owner}
            maxLength={30}
            disabled={readOnly}
            onInput={(owner) => edit({ ...note, owner })}
          />
          {props.failure !== null && <FailureNotice code={props.failure} />}
          <div class="detail-save">
            <Button
              kind="primary"
              disabled={readOnly || !changed || props.saving}
              onClick={() => onSave(note)}
            >
              {detail.saveNote}
            </Button>
            <span role="status" class="subtle">
              {props.saving
                ? words.common.saving
                : changed
                  ? detail.noteUnsaved
                  : saved
                    ? detail.noteSaved
                    : ''}
            </span>
          </div>
          {props.alerts}
        </div>
      </div>
    </section>
  );
}

function sameNote(a: Note, b: Note): boolean {
  return a.text === b.text && a.owner.trim() === b.owner && a.tags.join('\n') === b.tags.join('\n');
}
