import type { ListingSnapshot } from './snapshot';

/** Whether a page showed what it has: what a gated or degraded one lacks has not changed. */
export function isWhole(snapshot: Pick<ListingSnapshot, 'gated' | 'account'>): boolean {
  return !snapshot.gated && snapshot.account !== 'degraded';
}
