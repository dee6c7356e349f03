import { useRef, useState } from 'preact/hooks';
import {
  BackupRoom,
  type BackupState,
  type RestoreState,
} from '../../components/options/backup-room';
import { previewRestore } from '../../lib/transfer/preview-restore';
import { textOf } from '../../lib/transfer/read-backup';
import { writeBackup } from '../../lib/transfer/write-backup';
import { backupName } from './backup-name';
import { run } from './command';
import type { PageContext } from './page-context';
import { readableBackup } from './readable-backup';
import { saveFile } from './save-file';
import { sendRestore } from './send-restore';

/** Backup and restore, wired. */
export function BackupPage({ context }: { context: PageContext }) {
  const { reading, reader, readOnly, settings } = context;
  const [backup, setBackup] = useState<BackupState>({ state: 'idle' });
  const [restore, setRestore] = useState<RestoreState>({ state: 'idle' });
  const chosen = useRef<File | null>(null);

  const save = async () => {
    setBackup({ state: 'writing' });
    try {
      const atMs = Date.now();
      // On a full disk Chromium may close the database under the page: what else can be read, then.
      const { file, leftOut } = await writeBackup(reading.backupTables, atMs).catch(async () =>
        someRows(await readableBackup(atMs)),
      );
      const name = backupName(atMs);
      saveFile(file, name);
      setBackup({ state: 'done', name, bytes: file.size, leftOut });
      // For the reminder only: where it can't be noted, the file is saved all the same.
      if (!readOnly) {
        const backup = { savedAtMs: atMs, laterAtMs: null };
        void run({ kind: 'save-settings', patch: { backup: { ...settings.backup, ...backup } } });
      }
    } catch {
      setBackup({ state: 'failed' });
    }
  };

  const check = async (file: File) => {
    chosen.current = file;
    setRestore({ state: 'checking', share: 0 });
    try {
      const open = counted(file, (share) => setRestore({ state: 'checking', share }));
      const answer = await previewRestore(open, file.size, reader);
      if (chosen.current !== file) return;
      setRestore(
        answer.ok
          ? { state: 'preview', preview: answer.preview }
          : { state: 'wrong', fault: answer.fault },
      );
    } catch {
      setRestore({ state: 'failed', code: 'internal' });
    }
  };

  const confirm = async () => {
    const file = chosen.current;
    if (file === null) return;
    setRestore({ state: 'restoring', share: 0 });
    const code = await sendRestore(file, (share) => setRestore({ state: 'restoring', share }));
    chosen.current = null;
    setRestore(code === null ? { state: 'done' } : { state: 'failed', code });
  };

  return (
    <BackupRoom
      backup={backup}
      restore={restore}
      readOnly={readOnly}
      onSave={() => void save()}
      onFile={(file) => void check(file)}
      onConfirm={() => void confirm()}
      onCancel={() => {
        chosen.current = null;
        setRestore({ state: 'idle' });
      }}
    />
  );
}

/** A backup that holds something; an empty one is none. */
function someRows(backup: Awaited<ReturnType<typeof writeBackup>>) {
  if (backup.rows === 0) throw new Error('nothing can be read');
  return backup;
}

/** The file's text for two passes, telling which share of both is done (by characters, roughly). */
function counted(file: File, onShare: (share: number) => void) {
  const open = textOf(file);
  let seen = 0;
  return async function* text() {
    for await (const piece of open()) {
      yield piece;
      seen += piece.length;
      onShare(Math.min(0.99, seen / (2 * Math.max(1, file.size))));
    }
  };
}
