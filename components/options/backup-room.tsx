import type { FailureCode } from '../../lib/messaging/result';
import type { BackupFault } from '../../lib/transfer/backup-format';
import type { RestorePreview } from '../../lib/transfer/preview-restore';
import { Button } from '../ui/button';
import { Meter } from '../ui/meter';
import { FailureNotice, Notice } from '../ui/notice';
import { useLanguage, useWords } from '../ui/words';
import './backup.css';
import { FileDrop } from './file-drop';
import { RestoreTable } from './restore-table';
import { exactTime } from './seen-text';
import { RoomHead } from './shell';

/** How far saving the file is. `leftOut` counts damaged records that are not in it. */
export type BackupState =
  | { state: 'idle' | 'writing' | 'failed' }
  | { state: 'done'; name: string; bytes: number; leftOut: number };

/** How far a restore is; `share` is 0 to 1. */
export type RestoreState =
  | { state: 'idle' }
  | { state: 'checking'; share: number }
  | { state: 'wrong'; fault: BackupFault }
  | { state: 'preview'; preview: RestorePreview }
  | { state: 'restoring'; share: number }
  | { state: 'done' }
  | { state: 'failed'; code: FailureCode };

type Props = {
  backup: BackupState;
  restore: RestoreState;
  readOnly: boolean;
  onSave: () => void;
  onFile: (file: File) => void;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Everything in one file, and back again after showing what that would do. */
export function BackupRoom(props: Props) {
  const { backup, restore } = props;
  const words = useWords();
  const { backup: own } = words.options;
  return (
    <div class="room-narrow">
      <RoomHead title={own.title} />
      <section class="panel">
        <h2>{own.saveTitle}</h2>
        <p>{own.saveText}</p>
        <Button
          kind="primary"
          icon="download"
          disabled={backup.state === 'writing'}
          onClick={props.onSave}
        >
          {own.save}
        </Button>
        <p role="status" class="backup-said">
          {backup.state === 'writing' && own.saving}
          {backup.state === 'done' && own.savedAs(backup.name, sizeText(backup.bytes))}
          {backup.state === 'done' && backup.leftOut > 0 && ` ${own.leftOut(backup.leftOut)}`}
        </p>
        {backup.state === 'failed' && <Notice kind="fault">{own.saveFailed}</Notice>}
      </section>
      <section class="panel">
        <h2>{own.restoreTitle}</h2>
        <p>{`${own.restoreText} ${own.nothingDeleted}`}</p>
        <FileDrop
          accept=".json,application/json"
          choose={own.choose}
          drop={own.drop}
          disabled={props.readOnly || restore.state === 'checking' || restore.state === 'restoring'}
          onFile={props.onFile}
        />
        <Restore {...props} />
      </section>
    </div>
  );
}

function Restore({ restore, readOnly, onConfirm, onCancel }: Props) {
  const words = useWords();
  const language = useLanguage();
  const { backup: own } = words.options;
  switch (restore.state) {
    case 'idle':
      return null;
    case 'checking':
      return <Progress share={restore.share} text={own.reading(percent(restore.share))} />;
    case 'restoring':
      return <Progress share={restore.share} text={own.restoring(percent(restore.share))} />;
    case 'wrong':
      return (
        <Notice kind="fault">
          <strong>{own.wrong}</strong> <FaultText fault={restore.fault} />
        </Notice>
      );
    case 'failed':
      return (
        <>
          <Notice kind="fault">{own.restoreFailed}</Notice>
          <FailureNotice code={restore.code} />
        </>
      );
    case 'done':
      return (
        <p role="status" class="backup-done">
          {own.restored}
        </p>
      );
    case 'preview': {
      const { preview } = restore;
      return (
        <div class="restore">
          <h3>{own.dryRun}</h3>
          <p class="subtle">{own.fileOf(exactTime(language, preview.createdAtMs))}</p>
          <RestoreTable preview={preview} />
          <div class="row">
            <Button kind="primary" disabled={readOnly || !changesAny(preview)} onClick={onConfirm}>
              {own.confirm}
            </Button>
            <Button onClick={onCancel}>{own.cancel}</Button>
            {!changesAny(preview) && <span class="subtle">{own.nothing}</span>}
          </div>
        </div>
      );
    }
  }
}

/** True when a restore would write anything. */
export function changesAny(preview: RestorePreview): boolean {
  const { records, latest, observations, changes } = preview;
  return [...Object.values(records), latest, observations, changes].some(
    (counts) => counts.added + counts.changed > 0,
  );
}

function FaultText({ fault }: { fault: BackupFault }) {
  const { why, tables } = useWords().options.backup;
  switch (fault.code) {
    case 'too-large':
      return <>{why['too-large'](fault.maxMb)}</>;
    case 'other-product':
      return <>{why['other-product'](fault.product)}</>;
    case 'newer-schema':
      return <>{why['newer-schema'](fault.schemaVersion)}</>;
    case 'bad-row':
      return <>{why['bad-row'](tables[fault.table], fault.row, fault.path)}</>;
    default:
      return <>{why[fault.code]}</>;
  }
}

function Progress({ share, text }: { share: number; text: string }) {
  return (
    <div class="progress">
      <Meter share={share} label={text} />
      <span role="status">{text}</span>
    </div>
  );
}

function percent(share: number): number {
  return Math.max(0, Math.min(100, Math.round(share * 100)));
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kb = bytes / 1024;
  return kb < 1024 ? `${kb.toFixed(0)} KB` : `${(kb / 1024).toFixed(1)} MB`;
}
