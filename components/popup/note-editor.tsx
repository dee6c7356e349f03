import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../../lib/messaging/result';
import { Button } from '../ui/button';
import { Tag } from '../ui/chip';
import { FailureNotice } from '../ui/notice';
import { TextArea, TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import './note-editor.css';
import type { NoteDraft } from './popup-actions';
import { useAutosave, type SaveState } from './use-autosave';

const MAX_TEXT = 5000;
const MAX_TAG = 30;
const MAX_TAGS = 30;

/** The operator's note and tags on a listing; it saves by itself and says whether it has. */
export function NoteEditor(props: {
  stored: NoteDraft;
  draft: NoteDraft | null;
  /** The stores can't be read: `stored` says nothing of the note that may be there. */
  unread?: boolean;
  onSave: (draft: NoteDraft) => Promise<Result<unknown>>;
  onKeep: (draft: NoteDraft | null) => void;
}) {
  const words = useWords();
  const { note } = words.popup;
  const unread = props.unread === true;
  const known = useRef<NoteDraft | null>(null);
  if (!unread) known.current = props.stored;
  // What was never seen must not be written over.
  const closed = known.current === null && props.draft === null;
  const { draft, save, change, flush } = useAutosave({
    stored: known.current ?? props.stored,
    draft: props.draft,
    save: props.onSave,
    keep: props.onKeep,
  });
  const [typedTag, setTypedTag] = useState('');
  const fault = useRef<HTMLDivElement>(null);
  const failed = save.state === 'failed';
  // Below the text: at the foot of a long dock nobody would see it.
  useLayoutEffect(() => {
    if (failed && fault.current !== null) scrollDownTo(fault.current);
  }, [failed]);
  const addTags = () => {
    const added = typedTag
      .split(/[,，、]/)
      .map((tag) => tag.trim().slice(0, MAX_TAG))
      .filter((tag) => tag !== '');
    setTypedTag('');
    const tags = [...new Set([...draft.tags, ...added])];
    if (tags.length === draft.tags.length) return;
    change({ ...draft, tags: tags.slice(0, MAX_TAGS) });
    void flush();
  };
  const full = draft.tags.length >= MAX_TAGS;
  return (
    <section class="note-editor" aria-label={note.label}>
      <TextArea
        label={note.label}
        labelHidden
        placeholder={closed ? note.unread : note.placeholder}
        disabled={closed}
        value={draft.text}
        maxLength={MAX_TEXT}
        rows={2}
        onInput={(text) => change({ ...draft, text })}
        onBlur={() => void flush()}
      />
      <div class="note-editor-tags">
        {draft.tags.map((tag) => (
          <Tag
            key={tag}
            name={tag}
            onRemove={() => {
              change({ ...draft, tags: draft.tags.filter((each) => each !== tag) });
              void flush();
            }}
          />
        ))}
        <div class="note-editor-add">
          <TextField
            label={note.tags}
            labelHidden
            placeholder={full ? note.tooManyTags : note.addTag}
            value={typedTag}
            maxLength={MAX_TAG}
            disabled={full || closed}
            onInput={setTypedTag}
            onEnter={addTags}
            onBlur={addTags}
          />
        </div>
        <SaveMark save={save} />
      </div>
      {save.state === 'failed' && (
        <div ref={fault}>
          <FailureNotice
            code={save.code}
            action={<Button onClick={() => void flush()}>{note.retry}</Button>}
          />
        </div>
      )}
    </section>
  );
}

/** Scrolls the box that an element lies in until its foot is in sight; no page is scrolled. */
function scrollDownTo(element: HTMLElement): void {
  let box = element.parentElement;
  while (box !== null && box.scrollHeight <= box.clientHeight) box = box.parentElement;
  if (box === null) return;
  const below = element.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom;
  if (below > 0) box.scrollTop += Math.ceil(below);
}

/** 已保存, 正在保存 or 未保存：原因; nothing while nothing was typed. */
function SaveMark(props: { save: SaveState }) {
  const { save } = props;
  const { common } = useWords();
  return (
    <span
      class={save.state === 'failed' ? 'note-editor-save note-editor-failed' : 'note-editor-save'}
      role="status"
    >
      {save.state === 'saved' && common.saved}
      {(save.state === 'saving' || save.state === 'dirty') && common.saving}
      {save.state === 'failed' && common.notSaved(common.failures[save.code].short)}
    </span>
  );
}
