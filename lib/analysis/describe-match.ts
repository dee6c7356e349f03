import { rawSpan, type NormalText } from '../listing/title-text';
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
  // A missing keyword is described by its own form.
  const own = compiled.ownForm[keyword]!;
  const form = found.form === -1 ? own : found.form;
  const word = compiled.words[keyword]!;
  let spans: Span[] = [];
  let missingParts: string[] = [];
  if (tier === 'contiguous') {
    spans = apart(hits.get(compiled.formPattern[form]!) ?? []);
  } else if (tier === 'missing') {
    missingParts = partsOf(compiled, form);
  } else {
    const placement = placeForm(compiled, hits, form);
    spans = placement.spans.filter((span) => span !== null);
    if (tier === 'partial')
      missingParts = partsOf(compiled, form).filter((_, part) => placement.spans[part] === null);
  }
  const min = compiled.weightMin[keyword]!;
  const max = compiled.weightMax[keyword]!;
  const metric = compiled.weightMetric;
  return {
    word,
    tier,
    spans: spans
      .toSorted((a, b) => a.from - b.from)
      .map((span) => rawSpan(title.map, span.from, span.to)),
    viaSynonym: form === own ? null : compiled.formText[form]!,
    missingParts,
    class: compiled.classes[keyword]!,
    mustHave: compiled.mustHave[keyword] === 1,
    weight: metric === null || Number.isNaN(min) ? null : { ...metric, min, max },
  };
}

/** A form's roots as the operator spells them; the whole form where it has only one. */
function partsOf(compiled: CompiledKeywords, form: number): string[] {
  const raw = compiled.formText[form]!;
  const { starts } = compiled.formRoots;
  const parts: string[] = [];
  for (let root = starts[form]!; root < starts[form + 1]!; root++)
    parts.push(raw.slice(compiled.rootSpans[2 * root], compiled.rootSpans[2 * root + 1]));
  return parts.length === 0 ? [raw] : parts;
}

/** The occurrences that do not overlap an earlier one. */
export function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  return kept;
}
