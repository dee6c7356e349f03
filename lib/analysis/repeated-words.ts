import { rawSpan, type NormalText } from '../listing/title-text';
import type { CompiledKeywords } from './compiled-keywords';
import type { Span } from './coverage-result';
import { apart } from './describe-match';
import type { Hits } from './match-tiers';

/** A word that the title says more than once, as first spelled there. */
export type RepeatedWord = { word: string; count: number; spans: Span[] };

/**
 * Words of two or more characters that the title repeats: the bank's words and roots, and words of
 * letters and digits. A word that repeats only inside a longer repeated one is not named again.
 */
export function repeatedWords(
  compiled: CompiledKeywords,
  title: string,
  normal: NormalText,
  hits: Hits,
): RepeatedWord[] {
  const bySpelling = new Map<string, Span[]>();
  for (const [pattern, spans] of hits) {
    const text = compiled.patterns.at(pattern)!;
    if (spans.length > 1 && text.length > 1) bySpelling.set(text, apart(spans));
  }
  for (const match of normal.text.matchAll(/[\p{Script=Latin}\p{N}]{2,}/gu)) {
    const word = match[0];
    if (bySpelling.has(word)) continue;
    const spans: Span[] = [];
    for (const again of normal.text.matchAll(/[\p{Script=Latin}\p{N}]{2,}/gu))
      if (again[0] === word) spans.push({ from: again.index, to: again.index + word.length });
    if (spans.length > 1) bySpelling.set(word, spans);
  }

  const repeated = [...bySpelling.values()].filter((spans) => spans.length > 1);
  const named = repeated.filter((spans) => !repeated.some((longer) => holds(longer, spans)));
  return named
    .map((spans) => {
      const raw = spans.map((span) => rawSpan(normal.map, span.from, span.to));
      return { word: title.slice(raw[0]!.from, raw[0]!.to), count: raw.length, spans: raw };
    })
    .toSorted((a, b) => b.count - a.count || a.spans[0]!.from - b.spans[0]!.from);
}

/** Whether each of the spans lies inside one of the longer word's. */
function holds(longer: Span[], spans: Span[]): boolean {
  if (longer === spans || longer[0]!.to - longer[0]!.from <= spans[0]!.to - spans[0]!.from)
    return false;
  return spans.every((span) =>
    longer.some((other) => other.from <= span.from && span.to <= other.to),
  );
}
