import type { Place, SellingPoint } from '../benchmark/benchmark';
import type { Verdict } from '../benchmark/watchlist';
import type { ListingSnapshot } from '../listing/snapshot';
import type { Checklist, CheckState, Evidence, PointCheck } from './checklist-result';
import { evidenceOf } from './evidence';
import { uncoveredImpressions } from './impressions';
import { listingTexts, placeReading, PLACES } from './listing-texts';
import { findPhrases, type PhraseHit } from './phrase-finder';

/** Most pieces of evidence of one point, and of one phrase of it. */
export const MAX_EVIDENCE = 6;
const MAX_PER_PHRASE = 2;

/**
 * Holds selling points against a listing.
 * - pass: `any` phrase or synonym, or `all` phrases, found undenied in a place that counts
 * - partial: only some of `all` (a synonym does not stand in for a phrase there), or found only
 *   where it does not count
 * - missing: not found, or only denied, though everything that counts was read
 * - unreadable: not found, and a place that counts is pictures only, or was not read
 * - manual: the point can't be decided by text; a hand-set verdict goes before everything
 *
 * `verdicts` are those of the benchmark; only those of this listing are used.
 */
export function checkListing(
  snapshot: ListingSnapshot,
  points: readonly SellingPoint[],
  verdicts: readonly Verdict[],
  listingId: string,
): Checklist {
  const phrases: Wanted[] = points.flatMap((point, index) => [
    ...point.phrases.map((text) => ({ point: index, text, synonym: false })),
    ...point.synonyms.map((text) => ({ point: index, text, synonym: true })),
  ]);
  const texts = phrases.map((phrase) => phrase.text);
  const hits: PhraseHit[][] = points.map(() => []);
  for (const hit of findPhrases(texts, listingTexts(snapshot)))
    hits[phrases[hit.phrase]!.point]!.push(hit);

  const checks = points.map((point, index) => {
    const check = checkPoint(snapshot, point, hits[index]!, phrases);
    const verdict = verdicts.findLast(
      (entry) => entry.pointId === point.id && entry.listingId === listingId,
    );
    if (verdict === undefined) return check;
    const { state, note, atMs } = verdict;
    return { ...check, state, reason: 'by-hand' as const, verdict: { note, atMs } };
  });

  const counts: Record<CheckState, number> = {
    pass: 0,
    partial: 0,
    missing: 0,
    manual: 0,
    'not-applicable': 0,
    unreadable: 0,
  };
  for (const check of checks) counts[check.state]++;
  return {
    points: checks,
    passed: counts.pass,
    total: checks.length - counts['not-applicable'],
    counts,
    uncoveredImpressions: uncoveredImpressions(snapshot.impressions.value ?? [], points),
  };
}

type Wanted = { point: number; text: string; synonym: boolean };

function checkPoint(
  snapshot: ListingSnapshot,
  point: SellingPoint,
  hits: readonly PhraseHit[],
  phrases: readonly Wanted[],
): PointCheck {
  const places: readonly Place[] = point.places.length === 0 ? PLACES : point.places;
  const plain = hits.filter((hit) => !hit.denied);
  const counting = plain.filter((hit) => places.includes(hit.text.place));
  const found = new Set(counting.map((hit) => phrases[hit.phrase]!.text));
  const notFound = point.phrases.filter((phrase) => !found.has(phrase));
  const readings = places.map((place) => placeReading(snapshot, place));
  const unread = readings.includes('images')
    ? ('images-only' as const)
    : readings.includes('unread')
      ? ('not-read' as const)
      : null;

  const check = (
    state: CheckState,
    reason: PointCheck['reason'],
    shown: readonly PhraseHit[],
  ): PointCheck => ({
    pointId: point.id,
    name: point.name,
    mustHave: point.mustHave,
    state,
    evidence: listEvidence(shown, phrases),
    notFound,
    reason,
    verdict: null,
  });

  if (point.manual) return check('manual', 'manual', plain);
  const made = point.match === 'all' ? notFound.length === 0 : counting.length > 0;
  if (made) return check('pass', null, counting);
  // Some of `all`: what is not read may hold the rest, and that is said.
  if (counting.length > 0) {
    const elsewhere = plain.some((hit) => notFound.includes(phrases[hit.phrase]!.text));
    const shown = [...counting, ...plain.filter((hit) => !counting.includes(hit))];
    return check('partial', elsewhere ? 'wrong-place' : unread, shown);
  }
  if (plain.length > 0) return check('partial', 'wrong-place', plain);
  if (hits.length > 0) return check('missing', 'negated', hits);
  return unread === null ? check('missing', null, []) : check('unreadable', unread, []);
}

function listEvidence(hits: readonly PhraseHit[], phrases: readonly Wanted[]): Evidence[] {
  const perPhrase = new Map<number, number>();
  const listed: Evidence[] = [];
  for (const hit of hits) {
    const already = perPhrase.get(hit.phrase) ?? 0;
    if (already >= MAX_PER_PHRASE || listed.length >= MAX_EVIDENCE) continue;
    perPhrase.set(hit.phrase, already + 1);
    const { text, synonym } = phrases[hit.phrase]!;
    listed.push(evidenceOf(hit, text, synonym));
  }
  return listed;
}
