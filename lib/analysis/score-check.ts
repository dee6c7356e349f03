import type { Score } from '../listing/snapshot';
import { normaliseText } from '../listing/title-text';
import type { ScoreCheck } from './price-result';

/** The lowest score that the operator accepts, by the score's name. */
export type ScoreThreshold = { name: string; min: number };

/**
 * The page's scores against the operator's thresholds, in the thresholds' order. A threshold
 * finds its score by the same name, else by the only name that holds it (描述 in 宝贝与描述相符).
 */
export function checkScores(
  scores: readonly Score[] | null,
  thresholds: readonly ScoreThreshold[],
): ScoreCheck[] {
  return thresholds.map(({ name, min }) => {
    const value = findScore(scores ?? [], name)?.value ?? null;
    const state = value === null ? 'unreadable' : value >= min ? 'pass' : 'missing';
    return { name, value, min, state };
  });
}

function findScore(scores: readonly Score[], name: string): Score | undefined {
  const wanted = normaliseText(name).text;
  const named = scores.map((score) => ({ score, name: normaliseText(score.name).text }));
  const same = named.find((entry) => entry.name === wanted);
  if (same !== undefined) return same.score;
  const holding = named.filter((entry) => entry.name.includes(wanted));
  return holding.length === 1 ? holding[0]!.score : undefined;
}
