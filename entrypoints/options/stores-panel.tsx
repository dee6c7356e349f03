import { useEffect, useState } from 'preact/hooks';
import { StoresShut, type RescueState } from '../../components/options/stores-shut';
import { StoresState, type StoresHealth } from '../../components/options/stores-state';
import type { Reader } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import { sendMessage } from '../../lib/messaging/messenger';
import { backupName } from './backup-name';
import { readableBackup } from './readable-backup';
import { saveFile } from './save-file';

/** How the stores are, wired; where one can't be opened, the ways out of that. */
export function StoresPanel(props: {
  /** Null where the database can't be opened. */
  reader: Reader | null;
  /** Absent where the settings can't be read. */
  savedAtMs?: number | null;
  nowMs: number;
  /** The disk is full, which passes. */
  isFull?: boolean;
  /** Called when stores that could not be opened were deleted; the page starts anew without it. */
  onReset?: () => void;
}) {
  const { reader, savedAtMs, nowMs } = props;
  const [health, setHealth] = useState<StoresHealth>(null);
  const [rescue, setRescue] = useState<RescueState>({ state: 'idle' });
  const [reset, setReset] = useState<'idle' | 'running' | 'failed'>('idle');
  const verification = useLive(reader === null ? null : () => reader.lastVerification(), [reader]);
  useEffect(() => {
    let gone = false;
    void sendMessage('store-health', undefined)
      .then((answer) => {
        if (!gone && answer.ok) setHealth(answer.value);
      })
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, []);

  const save = async () => {
    setRescue({ state: 'writing' });
    try {
      const atMs = Date.now();
      const { file, rows } = await readableBackup(atMs);
      const name = backupName(atMs);
      if (rows > 0) saveFile(file, name);
      setRescue(rows > 0 ? { state: 'done', name, rows } : { state: 'nothing' });
    } catch {
      setRescue({ state: 'failed' });
    }
  };

  const start = async (typed: string) => {
    setReset('running');
    const answer = await sendMessage('reset-stores', { typed }).catch(() => null);
    // Whether it helped is for the stores to say.
    const now = await sendMessage('store-health', undefined).catch(() => null);
    const whole = now?.ok === true && now.value.database && now.value.second;
    setReset(answer?.ok === true && whole ? 'idle' : 'failed');
    if (answer?.ok === true && whole) (props.onReset ?? (() => location.reload()))();
  };

  return (
    <>
      {health !== null && !(health.database && health.second) && (
        <StoresShut
          health={health}
          rescue={rescue}
          reset={reset}
          isFull={props.isFull === true}
          onRescue={() => void save()}
          onReset={(typed) => void start(typed)}
        />
      )}
      <StoresState
        health={health}
        verification={verification.state === 'value' ? verification.value : undefined}
        savedAtMs={savedAtMs}
        nowMs={nowMs}
      />
    </>
  );
}
