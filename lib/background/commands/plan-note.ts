import { recordKey } from '../../benchmark/record';
import type { Note, Verdict } from '../../benchmark/watchlist';
import type { Plan } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';

/**
 * Saves the note of a listing; one without text, tags and owner is deleted. `owner` '' names
 * nobody, and where it is not given the one that stands there stays.
 */
export async function planNote(reader: Reader, given: Note): Promise<Outcome<Plan>> {
  const { owner: named, ...note } = given;
  const key = recordKey.note(note.listingId);
  const owner = named ?? (await reader.note(note.listingId))?.value.owner ?? '';
  const empty = note.text.trim() === '' && note.tags.length === 0 && owner === '';
  const value = owner === '' ? note : { ...note, owner };
  return done({ writes: [{ key, value: empty ? null : value }], answerKey: key });
}

/** Sets a selling point's state by hand; the benchmark must be there. */
export async function planVerdict(reader: Reader, verdict: Verdict): Promise<Outcome<Plan>> {
  if ((await reader.benchmark(verdict.benchmarkId)) === null) return failed('gone', 'benchmarkId');
  const key = recordKey.verdict(verdict);
  return done({ writes: [{ key, value: verdict }], answerKey: key });
}

/** Takes a hand-set state back; where there was none that is done. */
export function planClearVerdict(of: {
  benchmarkId: string;
  pointId: string;
  listingId: string;
}): Outcome<Plan> {
  const key = recordKey.verdict(of);
  return done({ writes: [{ key, value: null }], answerKey: key });
}
