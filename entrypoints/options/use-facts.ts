import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Reader } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import type { ListingFacts } from '../../lib/messaging/listing-facts';
import { sendMessage } from '../../lib/messaging/messenger';
import type { FailureCode } from '../../lib/messaging/result';

type Facts = {
  rows: readonly ListingFacts[] | null;
  failure: FailureCode | null;
  retry: () => void;
};

/** At most this many listings are asked for in one message. */
const PART = 500;

/**
 * The facts of the listings in the order given, from the background, asked for again whenever what
 * they are made of is written: a visit, a note, a benchmark, the settings. The old rows stay until
 * the new ones are there; rows of listings no longer asked for go at once.
 */
export function useFacts(reader: Reader, listingIds: readonly string[]): Facts {
  const asked = listingIds.join(' ');
  const [got, setGot] = useState<ReadonlyMap<string, ListingFacts> | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [attempt, setAttempt] = useState(0);
  const made = useLive(() => madeOf(reader, listingIds), [asked]);
  const stamp = made.state === 'value' ? made.value : null;
  useEffect(() => {
    if (stamp === null) return undefined;
    let gone = false;
    const load = async () => {
      const answer = await factsOf(asked === '' ? [] : asked.split(' '));
      if (gone) return;
      setFailure(answer.ok ? null : answer.code);
      if (answer.ok) setGot(new Map(answer.rows.map((row) => [row.listingId, row])));
    };
    void load();
    return () => {
      gone = true;
    };
  }, [asked, stamp, attempt]);
  const retry = useCallback(() => setAttempt((old) => old + 1), []);
  const known = listingIds.flatMap((id) => got?.get(id) ?? []);
  // Of another list hardly any are known: a handful of it would pass for the whole.
  const waiting = got === null || known.length * 2 < listingIds.length;
  return { rows: waiting ? null : known, failure, retry };
}

/** A text that changes when anything the facts are made of is written. */
async function madeOf(reader: Reader, listingIds: readonly string[]): Promise<string> {
  const ids = [...listingIds];
  const [latest, notes, benchmarks, settings] = await Promise.all([
    reader.latestMany(ids),
    reader.notes(ids),
    reader.benchmarks(),
    reader.settings(),
  ]);
  const counts = await Promise.all(benchmarks.map(({ value }) => reader.keywordCount(value.id)));
  return [
    latest.map((row) => row?.seenAtMs ?? 0).join(),
    [...notes].map(([id, note]) => `${id}:${note.revision}`).join(),
    benchmarks.map(({ value, revision }) => `${value.id}:${revision}`).join(),
    counts.map((count) => count?.revision ?? 0).join(),
    settings?.revision ?? 0,
  ].join('|');
}

async function factsOf(
  listingIds: string[],
): Promise<{ ok: true; rows: ListingFacts[] } | { ok: false; code: FailureCode }> {
  const rows: ListingFacts[] = [];
  try {
    for (let from = 0; from < listingIds.length; from += PART) {
      const part = listingIds.slice(from, from + PART);
      const answer = await sendMessage('listing-facts', { listingIds: part });
      if (!answer.ok) return { ok: false, code: answer.failure.code };
      rows.push(...answer.value);
    }
    return { ok: true, rows };
  } catch {
    return { ok: false, code: 'internal' };
  }
}
