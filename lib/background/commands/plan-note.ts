import { recordKey } from '../../benchmark/record';
import type { Note, Verdict } from '../../benchmark/watchlist';
import type { Plan } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';

/** Saves the note of a listing; one without text and tags is deleted. */
export function planNote(note: Note): Outcome<Plan> {
  const key = recordKey.note(note.listingId);
  const empty = note.text.trim() === '' && note.tags.length === 0;
  return done({ writes: [{ key, value: empty ? null : note }], answerKey: key });
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
