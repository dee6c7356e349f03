import { Button } from '../ui/button';
import { useWords } from '../ui/words';
import type { BackupDue } from './backup-due';
import './stores.css';

/** One quiet line: a backup file is due, why, and where to save one. */
export function BackupLine({ due, onLater }: { due: BackupDue; onLater: () => void }) {
  const { stores: own } = useWords().options;
  const say = {
    days: due.never ? own.due.neverDays : own.due.days,
    saves: due.never ? own.due.neverSaves : own.due.saves,
  }[due.why];
  return (
    <p class="backup-due" role="note">
      <span>
        {say(due.count)} {own.why}
      </span>
      <a href="#/backup">{own.toBackup}</a>
      <Button onClick={onLater}>{own.later}</Button>
    </p>
  );
}
