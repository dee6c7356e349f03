import type { Reading } from '../../listing/provenance';
import type { MissingWhy } from '../../listing/snapshot';
import type { Field, Vote } from './page';

/** A field as the snapshot holds it, and why its value is null where it is. */
export type Settled<T> = { reading: Reading<T>; why: MissingWhy | null };

/** Most candidates that a reading keeps. */
const MAX_CANDIDATES = 8;

/**
 * One reading from the votes of several sources: the value that all agree on, else no value and
 * every different one as a candidate. `agree` gives the vote that stands for all, null where they
 * contradict each other; without it they have to be equal.
 */
export function settle<T>(
  field: Field<T>,
  agree: (votes: Vote<T>[]) => Vote<T> | null = allEqual,
): Settled<T> {
  const { votes, why } = field;
  if (votes.length === 0) return missing(why);
  const vote = field.refused === true ? null : agree(votes);
  if (vote !== null)
    return { reading: { value: vote.value, from: vote.from, candidates: [] }, why: null };
  const candidates = different(votes).slice(0, MAX_CANDIDATES);
  return {
    reading: { value: null, from: null, candidates },
    why: field.refused === true ? why : 'ambiguous',
  };
}

/** A field of which nothing was read. */
export function missing<T>(why: MissingWhy): Settled<T> {
  return { reading: { value: null, from: null, candidates: [] }, why };
}

function different<T>(votes: Vote<T>[]): Vote<T>[] {
  return votes.filter((vote, index) => votes.findIndex((other) => same(vote, other)) === index);
}

function same<T>(a: Vote<T>, b: Vote<T>): boolean {
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}

/** The first vote where all are equal. */
export function allEqual<T>(votes: Vote<T>[]): Vote<T> | null {
  return different(votes).length === 1 ? (votes[0] ?? null) : null;
}

/**
 * For lists that sources show in part: the longest one, where it holds all entries of each other
 * (`key` names an entry); null where two lists hold entries that the other has not.
 */
export function longest<E>(key: (entry: E) => string): (votes: Vote<E[]>[]) => Vote<E[]> | null {
  return (votes) => {
    const [whole] = votes.toSorted((a, b) => b.value.length - a.value.length);
    if (whole === undefined) return null;
    const keys = new Set(whole.value.map(key));
    return votes.every((vote) => vote.value.every((entry) => keys.has(key(entry)))) ? whole : null;
  };
}
