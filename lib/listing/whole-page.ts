import type { ListingSnapshot } from './snapshot';

/** Whether a page showed what it has: what a gated or degraded one lacks has not changed. */
export function isWhole(snapshot: Pick<ListingSnapshot, 'gated' | 'account'>): boolean {
  return !snapshot.gated && snapshot.account !== 'degraded';
}

/** The newest reading of a listing and, where it was not whole, the last one that was. */
export type LastSeen = { snapshot: ListingSnapshot; whole?: ListingSnapshot | undefined };

/**
 * What is to be kept beside a new reading, so that the next whole one can be told against what was
 * really shown last; nothing beside a whole one, and where there was none.
 */
export function wholeBehind(
  known: LastSeen | undefined,
  now: ListingSnapshot,
): { whole?: ListingSnapshot } {
  if (known === undefined || isWhole(now)) return {};
  if (isWhole(known.snapshot)) return { whole: known.snapshot };
  return known.whole === undefined ? {} : { whole: known.whole };
}
