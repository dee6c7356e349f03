import type { Evidence } from './checklist-result';
import type { PhraseHit } from './phrase-finder';

/** Characters of context on either side of a hit. */
const CONTEXT = 10;
/** Longest quote, in UTF-16 units; a hit stretched by unseen characters is cut. */
const MAX_QUOTE = 200;

/** The page's own words around a hit, within its line; an attribute's name or value alone. */
export function evidenceOf(hit: PhraseHit, phrase: string, synonym: boolean): Evidence {
  const { text, nameEnd } = hit.text;
  let low = 0;
  let high = text.length;
  if (nameEnd !== null && hit.to <= nameEnd) high = nameEnd;
  if (nameEnd !== null && hit.from > nameEnd) low = nameEnd + 1;

  let start = Math.max(low, hit.from - CONTEXT);
  let end = Math.min(high, hit.to + CONTEXT, start + MAX_QUOTE);
  const lineStart = text.slice(start, hit.from).search(/[^\n\r]*$/);
  start += lineStart;
  const lineEnd = text.slice(hit.to, end).search(/[\n\r]/);
  if (lineEnd !== -1) end = hit.to + lineEnd;
  if (isLowHalf(text, start)) start++;
  if (isLowHalf(text, end)) end--;

  const cut = text.slice(start, end);
  const blanks = cut.length - cut.trimStart().length;
  const lead = Math.min(blanks, hit.from - start);
  const quote = cut.slice(lead).trimEnd();
  const from = hit.from - start - lead;
  return {
    place: hit.text.place,
    index: hit.text.index,
    offset: start + lead,
    quote,
    from,
    to: Math.min(quote.length, from + hit.to - hit.from),
    phrase,
    synonym,
  };
}

/** Whether a cut before that unit would split a surrogate pair. */
function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}
