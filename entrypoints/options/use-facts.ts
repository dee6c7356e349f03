import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
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

/** At most this many listings are asked for in one message, and of them with their strips. */
const PART = 500;
const STRIP_PART = 50;

/** A listing's facts with what they were made of; `whole` where the strip is there. */
type Got = { stamp: string; row: ListingFacts; whole: boolean };

/**
 * The facts of the listings in the order given, from the background; those of a listing are asked
 * for again whenever what they are made of is written: a visit, a note, a benchmark, the settings.
 * Of many listings everything but the strips is asked for first, which is quick. Old rows stay until
 * the new ones are there; rows of listings no longer asked for go at once. Strips can be left out.
 */
export function useFacts(reader: Reader, listingIds: readonly string[], strips = true): Facts {
  const asked = listingIds.join(' ');
  const [got, setGot] = useState<ReadonlyMap<string, Got> | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [attempt, setAttempt] = useState(0);
  const held = useRef(got);
  held.current = got;
  const made = useLive(() => madeOf(reader, listingIds), [asked]);
  const stamps = made.state === 'value' ? made.value : null;
  useEffect(() => {
    if (stamps === null) return undefined;
    let gone = false;
    const load = async () => {
      const code = await loadFacts(
        stampsOf(stamps),
        strips,
        held.current ?? new Map<string, Got>(),
        (next) => {
          if (!gone) setGot(next);
          return !gone;
        },
      );
      if (!gone) setFailure(code);
    };
    void load();
    return () => {
      gone = true;
    };
  }, [stamps, strips, attempt]);
  const retry = useCallback(() => {
    setGot(null);
    setAttempt((old) => old + 1);
  }, []);
  const known = listingIds.flatMap((id) => got?.get(id)?.row ?? []);
  // Of another list hardly any are known: a handful of it would pass for the whole.
  const waiting = got === null || known.length * 2 < listingIds.length;
  return { rows: waiting ? null : known, failure, retry };
}

/** A line for each listing, which changes when anything its facts are made of is written. */
async function madeOf(reader: Reader, listingIds: readonly string[]): Promise<string> {
  const ids = [...listingIds];
  const [latest, notes, benchmarks, settings, lists] = await Promise.all([
    reader.latestMany(ids),
    reader.notes(ids),
    reader.benchmarks(),
    reader.settings(),
    reader.lists(),
  ]);
  const counts = await Promise.all(benchmarks.map(({ value }) => reader.keywordCount(value.id)));
  const shared = [
    benchmarks.map(({ value, revision }) => `${value.id}:${revision}`).join(),
    counts.map((count) => count?.revision ?? 0).join(),
    settings?.revision ?? 0,
    lists.map(({ value, revision }) => `${value.id}:${revision}`).join(),
  ].join('|');
  return ids
    .map((id, index) => {
      const own = [latest[index]?.seenAtMs ?? 0, notes.get(id)?.revision ?? 0];
      return [id, ...own, shared].join('|');
    })
    .join('\n');
}

/** The lines by listing. */
function stampsOf(made: string): Map<string, string> {
  const lines = made === '' ? [] : made.split('\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('|')), line]));
}

/**
 * Asks for what is not known as it is now, and hands on all that is known after each answer, until
 * `take` says that nobody waits any more. Answers with why it failed, null where it did not.
 */
async function loadFacts(
  stamps: ReadonlyMap<string, string>,
  withStrips: boolean,
  before: ReadonlyMap<string, Got>,
  take: (got: ReadonlyMap<string, Got>) => boolean,
): Promise<FailureCode | null> {
  const known = new Map([...before].filter(([id]) => stamps.has(id)));
  const missing = [...stamps].flatMap(([id, stamp]) =>
    known.get(id)?.stamp === stamp ? [] : [id],
  );
  const ask = async (ids: string[], strips: boolean, part: number) => {
    for (let from = 0; from < ids.length; from += part) {
      const listingIds = ids.slice(from, from + part);
      const answer = await sendMessage('listing-facts', { listingIds, strips });
      if (!answer.ok) return answer.failure.code;
      for (const row of answer.value) {
        const old = known.get(row.listingId)?.row.strip ?? [];
        const stamp = stamps.get(row.listingId) ?? '';
        // The old strip stands until the new one is there.
        const shown = strips ? row : { ...row, strip: old };
        known.set(row.listingId, { stamp, row: shown, whole: strips });
      }
      if (strips && !take(new Map(known))) return null;
    }
    if (!strips) take(new Map(known));
    return null;
  };
  try {
    if (missing.length === 0) take(new Map(known));
    if (!withStrips || missing.length > STRIP_PART) {
      const code = await ask(missing, false, PART);
      if (code !== null) return code;
    }
    if (!withStrips) return null;
    const bare = [...stamps].flatMap(([id, stamp]) => {
      const row = known.get(id);
      return row?.whole === true && row.stamp === stamp ? [] : [id];
    });
    return await ask(bare, true, STRIP_PART);
  } catch {
    return 'internal';
  }
}
