import { useEffect, useState } from 'preact/hooks';
import { sendCommand } from '../../components/ui/send-command';
import type { Command } from '../../lib/messaging/commands';
import { sendMessage } from '../../lib/messaging/messenger';
import type { Result } from '../../lib/messaging/result';

let isFull = false;
const listeners = new Set<(isFull: boolean) => void>();

/** Sends one command of the operator's to the background, the only writer. */
export async function run(command: Command): Promise<Result<{ revision: number | null }>> {
  const result = await sendCommand((message) => sendMessage('command', message), command);
  const found = result.ok ? false : result.failure.code === 'full' ? true : isFull;
  if (found !== isFull) {
    isFull = found;
    for (const listener of listeners) listener(found);
  }
  return result;
}

/** Whether the last save found no room; a save that goes through ends it. */
export function useDiskFull(): boolean {
  const [full, setFull] = useState(isFull);
  useEffect(() => {
    setFull(isFull);
    listeners.add(setFull);
    return () => void listeners.delete(setFull);
  }, []);
  return full;
}
