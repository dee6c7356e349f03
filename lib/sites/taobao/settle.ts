import type { Reading } from '../../listing/provenance';
import type { MissingWhy } from '../../listing/snapshot';
import type { Vote } from './listing';

/** The votes on a field, where a plain list of them does not say enough. */
export type Field<T> = {
  votes: Vote<T>[];
  /** Why the field is missing, where nobody votes. */
  why: MissingWhy;
  /** Keeps the votes as candidates only, and gives `why` as the reason. */
  refused?: boolean;
};

/** The vote that stands for all; null where they contradict each other. */
export type Agree<T> = (votes: Vote<T>[]) => Vote<T> | null | undefined;

/** A field as the snapshot holds it, and why its value is null where it is. */
export type Settled<T> = { reading: Reading<T>; why: MissingWhy | null };

/** Most candidates that a reading keeps. */
const MAX_CANDIDATES = 8;

const json = (vote: Vote<unknown>): string => JSON.stringify(vote.value);

/**
 * One reading from the votes of several sources: the value that all agree on, else no value and
 * every different one as a candidate.
 */
export function settle<T>(
  { votes, why, refused }: Field<T>,
  agree: Agree<T> = allEqual,
): Settled<T> {
  const agreed = refused || votes.length === 0 ? null : agree(votes);
  if (agreed)
    return { reading: { value: agreed.value, from: agreed.from, candidates: [] }, why: null };
  const seen = votes.map(json);
  const candidates = votes
    .filter((vote, index) => seen.indexOf(json(vote)) === index)
    .slice(0, MAX_CANDIDATES);
  return {
    reading: { value: null, from: null, candidates },
    why: refused || votes.length === 0 ? why : 'ambiguous',
  };
}

/** The first vote where all are equal. */
export function allEqual<T>(votes: Vote<T>[]): Vote<T> | null | undefined {
  return votes.every((vote, _, [first]) => first && json(vote) === json(first)) ? votes[0] : null;
}

/**
 * For lists that sources show in part: the longest one, where it holds all entries of each other
 * (`key` names an entry and what it says); null where two lists hold entries that the other has not.
 */
export function longest<E>(key: (entry: E) => string): Agree<E[]> {
  return (votes) => {
    const [whole] = votes.toSorted((a, b) => b.value.length - a.value.length);
    const keys = whole?.value.map(key);
    return votes.every((vote) => vote.value.every((one) => keys?.includes(key(one))))
      ? whole
      : null;
  };
}

/** The first entry of each key, at most `max`; what is null is left out. */
export function distinct<E>(entries: (E | null)[], key: (entry: E) => string, max: number): E[] {
  const found = new Map<string, E>();
  for (const entry of entries) if (entry && !found.has(key(entry))) found.set(key(entry), entry);
  return [...found.values()].slice(0, max);
}
