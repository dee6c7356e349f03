import type { Impression } from '../listing/snapshot';
import { normaliseText } from '../listing/title-text';
import type { Change } from './change-result';
import type { Comparable } from './changed-facets';

/**
 * How the words of the review impressions changed, as one change; of a list that may be a part of the
 * page's only what can be told.
 */
export function changedImpressions(
  before: readonly Impression[],
  after: readonly Impression[],
  { came, went }: Comparable,
): Change[] {
  const [had, has] = [byWord(before), byWord(after)];
  const only = (these: Words, those: Words) =>
    [...these].flatMap(([key, { word, count }]) => (those.has(key) ? [] : [{ word, count }]));
  const moved = [...has].flatMap(([key, now]) => {
    const old = had.get(key);
    return old === undefined || old.count === now.count
      ? []
      : [{ word: now.word, before: old.count, after: now.count }];
  });
  const [added, removed] = [came ? only(has, had) : [], went ? only(had, has) : []];
  if (added.length + removed.length + moved.length === 0) return [];
  return [{ kind: 'impressions', added, removed, moved }];
}

type Words = ReadonlyMap<string, { word: string; count: string }>;

function byWord(impressions: readonly Impression[]): Words {
  return new Map(
    impressions.map(({ word, count }) => [normaliseText(word).text, { word, count: count.text }]),
  );
}
