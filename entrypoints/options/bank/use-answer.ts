import { useCallback, useEffect, useState } from 'preact/hooks';
import type { BankAnswers, BankOf } from '../bank-worker/bank-messages';
import type { Answered, Asks, BankClient, Question } from './bank-client';

/** An answer with what it is of: a newer question may be waiting already. */
export type Held<A extends Asks> = { of: BankOf; question: Question<A>; answer: BankAnswers[A] };

/**
 * Asks the bank's worker, and again whenever the question or the bank changes; null asks nothing. The
 * old answer stays until the new one is there, but never that of another benchmark.
 */
export function useAnswer<A extends Asks>(
  client: BankClient,
  of: BankOf | null,
  question: Question<A> | null,
): {
  held: Held<A> | null;
  why: Exclude<Answered<A>, { ok: true }>['why'] | null;
  retry: () => void;
} {
  const [held, setHeld] = useState<Held<A> | null>(null);
  const [why, setWhy] = useState<'failed' | 'gone' | 'damaged' | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = of === null || question === null ? null : JSON.stringify([of, question]);
  useEffect(() => {
    if (key === null || of === null || question === null) return undefined;
    let isOver = false;
    void client.ask(of, question).then((reply) => {
      if (isOver) return;
      setWhy(reply.ok ? null : reply.why);
      if (reply.ok) setHeld({ of, question, answer: reply.answer });
    });
    return () => {
      isOver = true;
    };
    // What is asked is in the key; the objects are new with each drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, key, attempt]);
  const retry = useCallback(() => setAttempt((old) => old + 1), []);
  return { held: held?.of.benchmarkId === of?.benchmarkId ? held : null, why, retry };
}
