import { useState } from 'preact/hooks';
import type { ImportHead } from '../../lib/benchmark/keyword-import';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Meter } from '../ui/meter';
import { FailureNotice, Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { TextArea } from '../ui/text-field';
import { useWords } from '../ui/words';
import { FileDrop } from './file-drop';
import './import.css';
import { ImportFault } from './import-fault';
import { ImportLog } from './import-log';
import { ImportPreview } from './import-preview';
import { ImportSaid } from './import-said';
import type { DropSaid, ImportGate, ImportState, RoleChoice } from './import-state';
import type { TableMapping } from '../../lib/transfer/tables/table-view';
import { hashOf } from './rooms';
import { RoomHead } from './shell';
import { usePageDrop } from './use-page-drop';

type Props = {
  benchmarks: readonly { id: string; name: string }[];
  benchmarkId: string | null;
  /** Whether a file can be read now. */
  gate: ImportGate;
  /** What became of the files dropped last. */
  said: DropSaid | null;
  now: ImportState;
  choices: readonly RoleChoice[];
  /** The code of each column's role. */
  roles: readonly string[];
  log: readonly ImportHead[];
  onBenchmark: (id: string) => void;
  /** Files that were dropped anywhere on the page, or one that was chosen. */
  onFiles: (files: File[]) => void;
  onPaste: (text: string) => void;
  onRole: (column: number, code: string) => void;
  onMapping: (change: Partial<TableMapping>) => void;
  onImport: () => void;
  onCancel: () => void;
  onUndo: (importId: string) => void;
};

/** Keyword tables in: a file or a pasted table, what it is, what it would do, and the way back. */
export function ImportRoom(props: Props) {
  const { benchmarks, benchmarkId, now, gate } = props;
  const over = usePageDrop(props.onFiles);
  const words = useWords();
  const { imports: own } = words.options;
  if (benchmarkId === null) {
    return (
      <>
        <RoomHead title={own.title} />
        {props.said !== null && <ImportSaid said={props.said} />}
        <EmptyState
          title={own.noBenchmark}
          action={
            <Button onClick={() => (location.hash = hashOf('benchmarks'))}>
              {own.toBenchmarks}
            </Button>
          }
        />
      </>
    );
  }
  const busy = now.state === 'reading' || now.state === 'importing';
  const closed = gate !== 'ready' || busy;
  const neverTakes = gate === 'read-only' || gate === 'unreadable';
  return (
    <div class="import-room">
      <RoomHead title={own.title}>
        <Select
          label={own.into}
          compact
          value={benchmarkId}
          disabled={busy}
          options={benchmarks.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={props.onBenchmark}
        />
      </RoomHead>
      <p class="editor-text">{own.text}</p>
      {gate === 'unreadable' && <Notice kind="fault">{own.drops.why.unreadable}</Notice>}
      {props.said !== null && <ImportSaid said={props.said} />}
      {gate === 'unsaved' ? (
        <Notice
          kind="remark"
          action={
            <Button onClick={() => (location.hash = hashOf('benchmarks', benchmarkId, 'keywords'))}>
              {own.toUnsaved}
            </Button>
          }
        >
          {own.unsaved}
        </Notice>
      ) : now.state === 'open' ? (
        <ImportPreview
          table={now.table}
          preview={now.preview}
          choices={props.choices}
          roles={props.roles}
          failure={now.failure ?? null}
          readOnly={gate !== 'ready'}
          onRole={props.onRole}
          onMapping={props.onMapping}
          onImport={props.onImport}
          onCancel={props.onCancel}
        />
      ) : (
        <>
          <FileDrop
            accept=".xlsx,.xls,.csv,.tsv,.txt"
            disabled={closed}
            choose={own.choose}
            drop={neverTakes ? '' : own.drop}
            over={over && !neverTakes}
            onFile={(file) => props.onFiles([file])}
          />
          <Progress {...props} />
          <PasteTable disabled={closed} onPaste={props.onPaste} />
        </>
      )}
      <ImportLog log={props.log} readOnly={closed} onUndo={props.onUndo} />
    </div>
  );
}

function Progress({ now, benchmarkId, onCancel, onUndo }: Props) {
  const words = useWords();
  const { imports: own } = words.options;
  switch (now.state) {
    case 'reading': {
      const text = own.reading(Math.round(now.share * 100));
      return (
        <div class="progress">
          <Meter share={now.share} label={text} />
          <span role="status">{text}</span>
          <Button onClick={onCancel}>{own.cancel}</Button>
        </div>
      );
    }
    case 'importing':
      return <p role="status">{own.importing}</p>;
    case 'wrong':
      return (
        <Notice kind="fault">
          <ImportFault fault={now.fault} />
          {words.common.gap + own.nothingWritten}
        </Notice>
      );
    case 'failed':
      return <FailureNotice code={now.code} />;
    case 'done':
      return (
        <div class="import-done">
          <span role="status">{own.done(now.added, now.changed, now.same)}</span>
          <Button onClick={() => onUndo(now.importId)}>{own.undo}</Button>
          <a href={hashOf('bank', benchmarkId)}>{own.openBank}</a>
        </div>
      );
    default:
      return null;
  }
}

function PasteTable(props: { disabled: boolean; onPaste: (text: string) => void }) {
  const { imports: own } = useWords().options;
  const [text, setText] = useState('');
  return (
    <div class="import-paste">
      <TextArea
        label={own.pasteLabel}
        rows={5}
        value={text}
        placeholder={own.pastePlaceholder}
        disabled={props.disabled}
        onInput={setText}
      />
      <Button disabled={props.disabled || text.trim() === ''} onClick={() => props.onPaste(text)}>
        {own.readPaste}
      </Button>
    </div>
  );
}
