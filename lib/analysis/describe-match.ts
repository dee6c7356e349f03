import { rawSpan, type NormalText } from '../listing/title-text';
import type { CompiledKeywords } from './compiled-keywords';
import type { KeywordMatch, MatchTier, Span } from './coverage-result';
import { COVERED_TIERS, placeForm, type Covered, type Hits } from './match-tiers';

/** What describing needs to know of a title. */
export type Described = { compiled: CompiledKeywords; title: NormalText; hits: Hits };

/** A covered keyword's match in the raw title's offsets. */
export function describeCovered(of: Described, { keyword, tier, form }: Covered): KeywordMatch {
  const spans =
    tier === 0
      ? apart(of.hits.get(of.compiled.formPattern[form]!)!)
      : placeForm(of.compiled, of.hits, form).spans.filter((span) => span !== null);
  return described(of, keyword, COVERED_TIERS[tier]!, form, spans, []);
}

/** A partial keyword's match, and the parts that the title lacks in the operator's own spelling. */
export function describePartial(
  { compiled, title, hits }: Described,
  keyword: number,
): KeywordMatch {
  // The first form that has any root in the text: it has one, or the keyword would be missing.
  let form = compiled.ownForm[keyword]!;
  let placement = placeForm(compiled, hits, form);
  while (placement.placed === 0) placement = placeForm(compiled, hits, ++form);
  const spans: Span[] = [];
  const lacking: string[] = [];
  for (let part = 0; part < placement.spans.length; part++) {
    const span = placement.spans[part]!;
    if (span === null) lacking.push(partOf(compiled, form, part));
    else spans.push(span);
  }
  return described({ compiled, title, hits }, keyword, 'partial', form, spans, lacking);
}

/** A bank's missing words are the same for every title: described once. */
const MISSING_MATCHES = new WeakMap<CompiledKeywords, Map<number, KeywordMatch>>();

/** Missing keywords, described by their own forms. */
export function describeMissing(
  compiled: CompiledKeywords,
  keywords: readonly number[],
): KeywordMatch[] {
  let known = MISSING_MATCHES.get(compiled);
  if (known === undefined) MISSING_MATCHES.set(compiled, (known = new Map()));
  const matches: KeywordMatch[] = [];
  for (const keyword of keywords) {
    let match = known.get(keyword);
    if (match === undefined) known.set(keyword, (match = missingMatch(compiled, keyword)));
    matches.push(match);
  }
  return matches;
}

function missingMatch(compiled: CompiledKeywords, keyword: number): KeywordMatch {
  const form = compiled.ownForm[keyword]!;
  const size = compiled.formRoots.starts[form + 1]! - compiled.formRoots.starts[form]!;
  const parts: string[] = size === 0 ? [compiled.formText.at(form)!] : [];
  for (let part = 0; part < size; part++) parts.push(partOf(compiled, form, part));
  return {
    word: compiled.words.at(keyword)!,
    tier: 'missing',
    spans: [],
    viaSynonym: null,
    missingParts: parts,
    class: compiled.classes.at(keyword)!,
    mustHave: compiled.mustHave[keyword] === 1,
    weight: weightOf(compiled, keyword),
  };
}

function described(
  { compiled, title }: Described,
  keyword: number,
  tier: MatchTier,
  form: number,
  spans: readonly Span[],
  missingParts: string[],
): KeywordMatch {
  return {
    word: compiled.words.at(keyword)!,
    tier,
    spans: (isAscending(spans) ? spans : spans.toSorted((a, b) => a.from - b.from)).map((span) =>
      rawSpan(title.map, span.from, span.to),
    ),
    viaSynonym: form === compiled.ownForm[keyword] ? null : compiled.formText.at(form)!,
    missingParts,
    class: compiled.classes.at(keyword)!,
    mustHave: compiled.mustHave[keyword] === 1,
    weight: weightOf(compiled, keyword),
  };
}

function isAscending(spans: readonly Span[]): boolean {
  for (let i = 1; i < spans.length; i++) if (spans[i - 1]!.from > spans[i]!.from) return false;
  return true;
}

function weightOf(compiled: CompiledKeywords, keyword: number): KeywordMatch['weight'] {
  const metric = compiled.weightMetric;
  if (metric === null || keyword >= compiled.weightedWords) return null;
  const { kind, source, period } = metric;
  const min = compiled.weightMin[keyword]!;
  return { kind, source, period, min, max: compiled.weightMax[keyword]! };
}

/** One of a form's roots as the operator spells it. */
function partOf({ formText, formRoots, rootSpans }: CompiledKeywords, form: number, part: number) {
  const root = formRoots.starts[form]! + part;
  return formText.at(form)!.slice(rootSpans[2 * root], rootSpans[2 * root + 1]);
}

/** The occurrences that do not overlap an earlier one. */
export function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  return kept;
}
