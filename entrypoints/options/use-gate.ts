import { useCallback, useEffect, useState } from 'preact/hooks';
import { openReading, type Reading } from '../../lib/db/reading';
import { sendMessage } from '../../lib/messaging/messenger';
import type { FailureCode } from '../../lib/messaging/result';

/**
 * Whether the data can be read and written. The background creates, migrates and heals first; only
 * then does this page open the database, for reading.
 */
export type Gate =
  | { state: 'opening' }
  | { state: 'open'; reading: Reading; writable: boolean }
  /** A store can't be read; `isFull`: because the disk is, which passes. */
  | { state: 'broken'; reading: Reading | null; isFull: boolean }
  | { state: 'failed'; code: FailureCode };

/** How often it is asked whether what can't be opened can be by now: a full disk has room again. */
const BROKEN_AGAIN_MS = 3000;

/**
 * Asks the background once for `ready`, then opens the database; `retry` does it again, `again` while
 * what is there stands. Stores that can't be opened are asked about until they can.
 */
export function useGate(): { gate: Gate; retry: () => void; again: () => void } {
  const [gate, setGate] = useState<Gate>({ state: 'opening' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const next = await open();
      if (!gone) setGate(next);
    };
    void load();
    return () => {
      gone = true;
    };
  }, [attempt]);
  const again = useCallback(() => setAttempt((old) => old + 1), []);
  const isBroken = gate.state === 'broken';
  useEffect(() => {
    if (!isBroken) return undefined;
    const timer = setInterval(() => {
      void sendMessage('ready', undefined)
        .then((answer) => answer.ok && answer.value.state !== 'broken' && again())
        .catch(() => {});
    }, BROKEN_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isBroken, again]);
  const retry = useCallback(() => {
    setGate({ state: 'opening' });
    setAttempt((old) => old + 1);
  }, []);
  return { gate, retry, again };
}

async function open(): Promise<Gate> {
  try {
    const answer = await sendMessage('ready', undefined);
    const isFull = !answer.ok && answer.failure.code === 'full';
    if (isFull || (answer.ok && answer.value.state === 'broken')) {
      return { state: 'broken', reading: await openReading().catch(() => null), isFull };
    }
    if (!answer.ok) return { state: 'failed', code: answer.failure.code };
    const reading = await openReading();
    return { state: 'open', reading, writable: answer.value.state === 'ok' };
  } catch {
    return { state: 'failed', code: 'internal' };
  }
}
