import { normaliseText, rawSpan, type NormalText } from '../listing/title-text';
import type { Change } from './change-result';
import type { GapSegmenter } from './root-splitter';

/** Longest stretch of a title that is told as one. */
const MAX_WORD = 200;

/**
 * How a title changed, by words: those the new one has and the old one nowhere held, and the
 * reverse. Neighbouring words are told together. Nothing where a title was not read or the two are
 * alike once normalised; both lists are empty where the same words stand in another order.
 */
export function changedTitle(
  before: string | null,
  after: string | null,
  segment: GapSegmenter,
): Change[] {
  if (before === null || after === null) return [];
  const [old, now] = [normaliseText(before), normaliseText(after)];
  if (old.text === now.text) return [];
  return [
    {
      kind: 'title',
      added: wordsNotIn(after, now, old.text, segment),
      removed: wordsNotIn(before, old, now.text, segment),
    },
  ];
}

/** The words of a title that the other text does not hold, in the raw spelling, in order. */
function wordsNotIn(raw: string, title: NormalText, other: string, segment: GapSegmenter) {
  const stretches: { from: number; to: number }[] = [];
  let at = 0;
  for (const word of segment(title.text)) {
    const [from, to] = [at, at + word.length];
    at = to;
    if (!/[\p{L}\p{N}]/u.test(word) || other.includes(word)) continue;
    const last = stretches.at(-1);
    if (last?.to === from) last.to = to;
    else stretches.push({ from, to });
  }
  return stretches.map(({ from, to }) => {
    const span = rawSpan(title.map, from, to);
    return raw.slice(span.from, span.to).trim().slice(0, MAX_WORD);
  });
}
