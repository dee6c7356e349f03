import { useRef, useState } from 'preact/hooks';
import { Button, IconButton } from '../ui/button';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { hashOf } from './rooms';
import { useKeys } from './use-keys';

export type ListName = { id: string; name: string; count: number };

type Props = {
  lists: readonly ListName[];
  /** The chosen list, null for all of them together. */
  chosen: string | null;
  /** How many different listings all lists hold. */
  total: number;
  readOnly: boolean;
  onAdd: (name: string) => void;
  onRename: (listId: string, name: string) => void;
  onDelete: (listId: string) => void;
};

/** The lists, one chosen; add, rename and delete. */
export function ListBar({ lists, chosen, total, readOnly, ...on }: Props) {
  const words = useWords().options.watch;
  const [editing, setEditing] = useState<'add' | 'rename' | null>(null);
  const list = lists.find((each) => each.id === chosen) ?? null;
  const link = (id: string | null, name: string, count: number) => (
    <a key={id ?? ''} href={hashOf('watch', id)} aria-current={chosen === id ? 'page' : undefined}>
      <span title={name}>{name}</span>
      <em>{count}</em>
    </a>
  );
  return (
    <nav class="list-bar" aria-label={words.lists}>
      {link(null, words.all, total)}
      {lists.map(({ id, name, count }) => link(id, name, count))}
      {!readOnly && editing === null && (
        <>
          <IconButton icon="plus" label={words.newList} onClick={() => setEditing('add')} />
          {list !== null && (
            <>
              <IconButton
                icon="pencil"
                label={words.renameList}
                onClick={() => setEditing('rename')}
              />
              <IconButton
                icon="trash"
                label={words.deleteList}
                onClick={() => on.onDelete(list.id)}
              />
            </>
          )}
        </>
      )}
      {editing !== null && (
        <NameForm
          key={editing}
          label={editing === 'add' ? words.newListName : words.renameTo}
          start={editing === 'rename' ? (list?.name ?? '') : ''}
          taken={lists
            .filter((each) => editing === 'add' || each.id !== list?.id)
            .map((each) => each.name)}
          onCancel={() => setEditing(null)}
          onName={(name) => {
            if (editing === 'add') on.onAdd(name);
            else if (list !== null) on.onRename(list.id, name);
            setEditing(null);
          }}
        />
      )}
    </nav>
  );
}

function NameForm(props: {
  label: string;
  start: string;
  taken: readonly string[];
  onName: (name: string) => void;
  onCancel: () => void;
}) {
  const words = useWords();
  const { watch } = words.options;
  const [name, setName] = useState(props.start);
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useKeys(form, (event) => {
    if (event.key === 'Escape') props.onCancel();
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const plain = name.trim();
        if (plain === '') setError(watch.nameEmpty);
        else if (props.taken.includes(plain)) setError(watch.nameTaken);
        else props.onName(plain);
      }}
      ref={form}
    >
      <TextField
        label={props.label}
        labelHidden
        placeholder={props.label}
        value={name}
        error={error}
        maxLength={60}
        onInput={setName}
        inputRef={(input) => {
          // Asked for by a click on the button before it: the field is where to go on.
          if (input !== null && document.activeElement?.closest('form') !== input.form) {
            input.focus();
          }
        }}
      />
      <Button kind="primary" type="submit">
        {words.common.actions.save}
      </Button>
      <Button onClick={props.onCancel}>{words.common.actions.cancel}</Button>
    </form>
  );
}
