import { backupDue, countedSince, DUE_SAVES } from '../../components/options/backup-due';
import { BackupLine } from '../../components/options/backup-line';
import type { Reader } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import type { Settings } from '../../lib/settings';
import { run } from './command';

/** The reminder to save a backup file, wired: a line while one is due, nothing else. */
export function BackupReminder(props: {
  reader: Reader;
  backup: Settings['backup'];
  nowMs: number;
}) {
  const { reader, backup, nowMs } = props;
  const saves = useLive(async () => {
    const firstMs = await reader.firstSaveMs();
    const since = countedSince(backup, firstMs);
    return { firstMs, since: since === null ? 0 : await reader.savesSince(since, DUE_SAVES) };
  }, [reader, backup.savedAtMs, backup.laterAtMs]);
  if (saves.state !== 'value') return null;
  const due = backupDue(backup, saves.value, nowMs);
  if (due === null) return null;
  const later = () => {
    void run({
      kind: 'save-settings',
      patch: { backup: { ...backup, laterAtMs: Date.now() } },
    });
  };
  return <BackupLine due={due} onLater={later} />;
}
