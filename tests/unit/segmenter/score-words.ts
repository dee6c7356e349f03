import type { Span } from '../../../lib/analysis/coverage-result';
import type { LabelledTitle } from './labelled-titles';

/** Of all labelled product words: the share kept as one word, and the share with a wrong border, 0 to 1. */
export type Score = { words: number; whole: number; cross: number };

/** Scores a segmenter; a word is whole where a cut stands at both its ends and none within. */
export function score(
  titles: readonly LabelledTitle[],
  segment: (text: string) => readonly Span[],
): Score {
  let words = 0;
  let whole = 0;
  let cross = 0;
  for (const { title, words: labels } of titles) {
    const cuts = new Set([0, title.length]);
    for (const { from, to } of segment(title)) cuts.add(from).add(to);
    for (const { from, to, kind } of labels) {
      if (kind !== 'product') continue;
      words++;
      if (!cuts.has(from) || !cuts.has(to)) cross++;
      else {
        let at = from + 1;
        while (at < to && !cuts.has(at)) at++;
        if (at === to) whole++;
      }
    }
  }
  return { words, whole: whole / words, cross: cross / words };
}
