import { normaliseText, rawSpan, type NormalText } from '../listing/title-text';
import type { CompiledKeywords } from './compiled-keywords';
import type { KeywordMatch, MatchTier, Span } from './coverage-result';
import { placeForm, type Hits } from './match-tiers';

/** One keyword's match in the raw title's offsets and the operator's own spelling. */
export function describeMatch(
  compiled: CompiledKeywords,
  title: NormalText,
  hits: Hits,
  found: { keyword: number; tier: MatchTier; form: number },
): KeywordMatch {
  const { keyword, tier } = found;
  // A missing keyword is described by its own form, which is its first.
  const form = found.form === -1 ? compiled.formKeyword.indexOf(keyword) : found.form;
  const word = compiled.words[keyword]!;
  const parts = partsOf(compiled, form);

  let spans: Span[] = [];
  let missingParts: string[] = [];
  if (tier === 'contiguous') {
    spans = apart(hits.get(compiled.formPattern[form]!) ?? []);
  } else if (tier === 'missing') {
    missingParts = parts;
  } else {
    const placement = placeForm(compiled, hits, form);
    spans = placement.spans.filter((span) => span !== null);
    missingParts = parts.filter((_, part) => placement.spans[part] === null);
  }
  const min = compiled.weightMin[keyword]!;
  const max = compiled.weightMax[keyword]!;
  const metric = compiled.weightMetric;
  const isOwn = form === 0 || compiled.formKeyword[form - 1] !== keyword;
  return {
    word,
    tier,
    spans: spans
      .toSorted((a, b) => a.from - b.from)
      .map((span) => rawSpan(title.map, span.from, span.to)),
    viaSynonym: isOwn ? null : compiled.formText[form]!,
    missingParts,
    class: compiled.classes[keyword]!,
    mustHave: compiled.mustHave[keyword] === 1,
    weight: metric === null || Number.isNaN(min) ? null : { ...metric, min, max },
  };
}

/** A form's roots as the operator spells them; the whole form where it has only one. */
function partsOf(compiled: CompiledKeywords, form: number): string[] {
  const raw = compiled.formText[form]!;
  const { starts, items } = compiled.formRoots;
  const roots = items.subarray(starts[form], starts[form + 1]);
  if (roots.length === 0) return [raw];
  const { text, map } = normaliseText(raw);
  let at = 0;
  return Array.from(roots, (root) => {
    const pattern = compiled.patterns[root]!;
    const from = text.indexOf(pattern, at);
    at = from + pattern.length;
    const span = rawSpan(map, from, at);
    return raw.slice(span.from, span.to);
  });
}

/** The occurrences that do not overlap an earlier one. */
export function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  return kept;
}
