import type { Impression } from '../listing/snapshot';
import { normaliseText } from '../listing/title-text';
import type { Change } from './change-result';

/**
 * How the words of the review impressions changed, as one change. Nothing where a visit did not read
 * them, or read none: an empty row is a page that did not show them.
 */
export function changedImpressions(
  before: readonly Impression[] | null,
  after: readonly Impression[] | null,
): Change[] {
  if (before === null || after === null || before.length === 0 || after.length === 0) return [];
  const [had, has] = [byWord(before), byWord(after)];
  const only = (these: Words, those: Words) =>
    [...these].flatMap(([key, { word, count }]) => (those.has(key) ? [] : [{ word, count }]));
  const moved = [...has].flatMap(([key, now]) => {
    const old = had.get(key);
    return old === undefined || old.count === now.count
      ? []
      : [{ word: now.word, before: old.count, after: now.count }];
  });
  const [added, removed] = [only(has, had), only(had, has)];
  if (added.length + removed.length + moved.length === 0) return [];
  return [{ kind: 'impressions', added, removed, moved }];
}

type Words = ReadonlyMap<string, { word: string; count: string }>;

function byWord(impressions: readonly Impression[]): Words {
  return new Map(
    impressions.map(({ word, count }) => [normaliseText(word).text, { word, count: count.text }]),
  );
}
