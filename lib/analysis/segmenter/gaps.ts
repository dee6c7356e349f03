import type { Span } from '../coverage-result';

/** Splits characters that no known word explains; the offsets where a piece begins, ascending from 0. */
export type GapSplitter = (text: string) => number[];

/**
 * The engine's own dictionary, asked anew each time. Its quality depends on the browser's ICU. Going from
 * piece to piece by offset costs half of what its iterator does.
 */
export function intlGaps(): GapSplitter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => {
    const segments = segmenter.segment(text);
    const starts: number[] = [];
    for (let at = 0; at < text.length;) {
      starts.push(at);
      at += segments.containing(at)!.segment.length;
    }
    return starts;
  };
}

/** Gaps that are kept with their answer; the same few names and attributes fill most gaps of a category. */
const MOST_KEPT = 4096;

/** The engine's dictionary with its answers kept: a call of it costs as much as a title does otherwise. */
export function intlGapSplitter(): GapSplitter {
  const ask = intlGaps();
  const kept = new Map<string, number[]>();
  return (text) => {
    let starts = kept.get(text);
    if (starts === undefined) {
      starts = ask(text);
      if (kept.size === MOST_KEPT) kept.clear();
      kept.set(text, starts);
    }
    return starts;
  };
}

/**
 * The shortest row of single characters that is worth the call: shorter ones are 5 of 6 rows, cost as much
 * as all the rest of the work, and gained 0.6 % of the product words.
 */
export const LEAST_GAP = 4;

/** Puts the splitter's pieces in the place of the last `count` words, a row of adjoining single characters. */
export function splitRow(text: string, words: Span[], count: number, splitGap: GapSplitter): void {
  const to = words.at(-1)!.to;
  const base = to - count;
  words.length -= count;
  const starts = splitGap(text.slice(base, to));
  for (let n = 0; n < starts.length; n++)
    words.push({
      from: base + starts[n]!,
      to: n + 1 < starts.length ? base + starts[n + 1]! : to,
    });
}
