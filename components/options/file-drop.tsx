import { useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button';
import './backup.css';

type Props = {
  /** Which files the browser's dialog offers; what is dropped is not held to it. */
  accept: string;
  disabled: boolean;
  choose: string;
  drop: string;
  onFile: (file: File) => void;
};

/** A place for one file: chosen, or dropped on it. */
export function FileDrop({ accept, disabled, choose, drop, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      class={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        if (disabled) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file !== undefined && !disabled) onFile(file);
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
      <span class="subtle">{drop}</span>
    </div>
  );
}
