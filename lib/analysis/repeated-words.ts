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
    // A pattern's text is made when it is asked for; few stand more than once.
    if (spans.length < 2 || spans[0]!.to - spans[0]!.from < 2) continue;
    bySpelling.set(compiled.patterns.at(pattern)!, apart(spans));
  }
  for (const [word, spans] of writtenWords(normal.text))
    if (spans.length > 1 && !bySpelling.has(word)) bySpelling.set(word, spans);

  if (bySpelling.size === 0) return [];
  const repeated = [...bySpelling.values()].filter((spans) => spans.length > 1);
  const named = repeated.filter((spans) => !repeated.some((longer) => holds(longer, spans)));
  return named
    .map((spans) => {
      const raw = spans.map((span) => rawSpan(normal.map, span.from, span.to));
      return { word: title.slice(raw[0]!.from, raw[0]!.to), count: raw.length, spans: raw };
    })
    .toSorted((a, b) => b.count - a.count || a.spans[0]!.from - b.spans[0]!.from);
}

const LATIN_OR_NUMBER = /[\p{Script=Latin}\p{N}]/u;

/** The runs of two or more Latin letters and digits, by what they are. */
function writtenWords(text: string): Map<string, Span[]> {
  const words = new Map<string, Span[]>();
  for (let from = 0; from < text.length;) {
    let to = from;
    let characters = 0;
    for (let size = writtenAt(text, from); size > 0; size = writtenAt(text, to)) {
      to += size;
      characters++;
    }
    if (characters > 1) {
      const word = text.slice(from, to);
      const spans = words.get(word);
      if (spans === undefined) words.set(word, [{ from, to }]);
      else spans.push({ from, to });
    }
    from = Math.max(to, from + 1);
  }
  return words;
}

/** Units of the Latin letter or digit at an offset, 0 where there is none. */
function writtenAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0x4e00 && code <= 0x9fff) return 0;
  if ((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)) return 1;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return LATIN_OR_NUMBER.test(character) ? character.length : 0;
}

/** Whether each of the spans lies inside one of the longer word's. */
function holds(longer: Span[], spans: Span[]): boolean {
  if (longer === spans || longer[0]!.to - longer[0]!.from <= spans[0]!.to - spans[0]!.from)
    return false;
  return spans.every((span) =>
    longer.some((other) => other.from <= span.from && span.to <= other.to),
  );
}
