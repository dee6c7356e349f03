import { useCallback, useState } from 'preact/hooks';
import type { Command } from '../../lib/messaging/commands';
import type { FailureCode, Result } from '../../lib/messaging/result';

/** Runs commands one after another's answer; keeps why the last one was not done. */
export function useRun(run: (command: Command) => Promise<Result<unknown>>) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<FailureCode | null>(null);
  const start = useCallback(
    async (command: Command): Promise<Result<unknown>> => {
      setBusy(true);
      const result = await run(command);
      setBusy(false);
      setFailed(result.ok ? null : result.failure.code);
      return result;
    },
    [run],
  );
  const dismiss = useCallback(() => setFailed(null), []);
  return { busy, failed, start, dismiss };
}
