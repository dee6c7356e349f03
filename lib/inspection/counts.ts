import type { ChangeSet } from '../analysis/change-result';
import type { Checklist } from '../analysis/checklist-result';
import type { TitleCoverage } from '../analysis/coverage-result';

/**
 * The open gaps of a listing: must-have words that its title does not cover, and selling points
 * missing or made in part only. Null where there is nothing to measure by.
 */
export function openGaps(
  coverage: TitleCoverage | null,
  checklist: Checklist | null,
): number | null {
  if (coverage === null && checklist === null) return null;
  const points = checklist === null ? 0 : checklist.counts.missing + checklist.counts.partial;
  return points + (coverage?.mustHaveMissing.length ?? 0);
}

/** Changes since the visit before; prices and deductions that move together are one change. */
export function countChanges(set: ChangeSet | null): number {
  const all = set?.changes ?? [];
  const prices = all.filter(({ kind }) => kind === 'price' || kind === 'ledger');
  return all.length - prices.length + (prices.length > 0 ? 1 : 0);
}
