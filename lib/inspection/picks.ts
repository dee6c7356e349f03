import { FIELD_NAMES, type ListingSnapshot } from '../listing/snapshot';

/**
 * The snapshot with the operator's picks among ambiguous candidates in place: the picked value
 * with its own provenance, and the field no longer missing. A pick that names no candidate of
 * this snapshot changes nothing.
 */
export function applyPicks(
  snapshot: ListingSnapshot,
  picks: Readonly<Record<string, number>>,
): ListingSnapshot {
  let picked = snapshot;
  for (const field of FIELD_NAMES) {
    const index = Object.hasOwn(picks, field) ? picks[field] : undefined;
    const reading = picked[field];
    const candidate = index === undefined ? undefined : reading.candidates[index];
    if (candidate === undefined || reading.value !== null) continue;
    picked = {
      ...picked,
      [field]: { ...reading, value: candidate.value, from: candidate.from },
      missing: picked.missing.filter((entry) => entry.field !== field),
    };
  }
  return picked;
}
