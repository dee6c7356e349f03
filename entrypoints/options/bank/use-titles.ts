import { useMemo } from 'preact/hooks';
import type { Reader } from '../../../lib/db/reader';
import { useLive } from '../../../lib/db/use-live';
import type { BankOf, TitleChoice } from '../bank-worker/bank-messages';
import type { BankClient } from './bank-client';
import { useAnswer } from './use-answer';

/** The listings whose titles can be held against the bank; null until they are there. */
export type Titles = { choices: readonly TitleChoice[] | null };

/** Asks for them while `isWanted`, and again when a listing is seen, a list or the settings change. */
export function useTitles(
  client: BankClient,
  of: BankOf | null,
  reader: Reader,
  isWanted: boolean,
): Titles {
  const made = useLive(isWanted ? () => madeOf(reader) : null, [isWanted]);
  const stamp = made.state === 'value' ? made.value : null;
  const { held } = useAnswer(
    client,
    of,
    isWanted && stamp !== null ? { ask: 'titles', stamp } : null,
  );
  const titles = held?.answer.titles ?? null;
  return useMemo(() => ({ choices: titles }), [titles]);
}

/** A text that changes when anything the choices are made of is written. */
async function madeOf(reader: Reader): Promise<string> {
  const [lists, newest, settings, benchmarks] = await Promise.all([
    reader.lists(),
    reader.newest(1),
    reader.settings(),
    reader.benchmarks(),
  ]);
  return [
    lists.map(({ value, revision }) => `${value.id}:${revision}`).join(),
    newest.map(({ listingId, seenAtMs }) => `${listingId}:${seenAtMs}`).join(),
    settings?.revision ?? 0,
    benchmarks.map(({ value, revision }) => `${value.id}:${revision}`).join(),
  ].join('|');
}
