import type { Span } from '../coverage-result';
import { HAN, charClass } from './char-class';

/** Splits characters that no known word explains; the offsets where a piece begins, ascending from 0. */
export type GapSplitter = (text: string) => number[];

/** Gaps that are kept with their answer; the same few names and attributes fill most gaps of a category. */
const MOST_KEPT = 4096;

/**
 * The engine's own dictionary, as a gap splitter. Its quality depends on the browser's ICU. One call of
 * it costs as much as a whole title does otherwise, so answers are kept.
 */
export function intlGapSplitter(): GapSplitter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const kept = new Map<string, number[]>();
  return (text) => {
    let starts = kept.get(text);
    if (starts === undefined) {
      starts = Array.from(segmenter.segment(text), ({ index }) => index);
      if (kept.size === MOST_KEPT) kept.clear();
      kept.set(text, starts);
    }
    return starts;
  };
}

function isSingle(text: string, { from, to }: Span): boolean {
  return to - from === 1 && charClass(text.charCodeAt(from)) === HAN;
}

/** End of the row of adjoining single characters that begins at a word. */
function rowEnd(text: string, words: readonly Span[], start: number): number {
  let end = start;
  while (
    end < words.length &&
    isSingle(text, words[end]!) &&
    (end === start || words[end]!.from === words[end - 1]!.to)
  )
    end++;
  return end;
}

/**
 * The shortest row of single characters that is worth the call: shorter ones are 5 of 6 rows, cost as much
 * as all the rest of the work, and gained 0.6 % of the product words.
 */
const LEAST_GAP = 4;

/** Asks the splitter about each row of single characters: that is what no word explains. */
export function fillGaps(text: string, words: readonly Span[], splitGap: GapSplitter): Span[] {
  const filled: Span[] = [];
  for (let at = 0; at < words.length;) {
    const end = rowEnd(text, words, at);
    if (end - at < LEAST_GAP) {
      for (const stop = Math.max(end, at + 1); at < stop; at++) filled.push(words[at]!);
      continue;
    }
    const base = words[at]!.from;
    const to = words[end - 1]!.to;
    const starts = splitGap(text.slice(base, to));
    for (let n = 0; n < starts.length; n++)
      filled.push({
        from: base + starts[n]!,
        to: n + 1 < starts.length ? base + starts[n + 1]! : to,
      });
    at = end;
  }
  return filled;
}
