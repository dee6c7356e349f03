import { useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button';
import './backup.css';

type Props = {
  /** Which files the browser's dialog offers; what is dropped is not held to it. */
  accept: string;
  disabled: boolean;
  choose: string;
  /** The invitation beside the button; empty where nothing is taken. */
  drop: string;
  onFile: (file: File) => void;
  /** Given where the whole page takes what is dropped: whether a file is held over it. */
  over?: boolean;
};

/** A place for one file: chosen, or dropped on it. */
export function FileDrop({ accept, disabled, choose, drop, onFile, over: pageOver }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [ownOver, setOver] = useState(false);
  const takesDrops = pageOver === undefined && !disabled;
  const over = pageOver ?? ownOver;
  return (
    <div
      class={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        if (!takesDrops) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!takesDrops) return;
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) onFile(file);
      }}
    >
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-label={choose}
        disabled={disabled}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again after it was put right.
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Button icon="upload" disabled={disabled} onClick={() => input.current?.click()}>
        {choose}
      </Button>
      {drop !== '' && <span class="subtle">{drop}</span>}
    </div>
  );
}
