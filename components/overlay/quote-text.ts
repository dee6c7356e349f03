import type { Evidence } from '../../lib/analysis/checklist-result';

/** A quote in three parts around its hit, cut to fit a line. */
export type QuoteParts = { before: string; hit: string; after: string };

/**
 * The quote with about `around` characters on each side of the hit; cut ends carry "…". A hit longer
 * than `most` is cut as well.
 */
export function quoteParts(evidence: Evidence, around: number, most: number): QuoteParts {
  const { quote } = evidence;
  const from = Math.max(0, Math.min(evidence.from, quote.length));
  const to = Math.max(from, Math.min(evidence.to, quote.length));
  const start = Math.max(0, from - around);
  const end = Math.min(quote.length, to + around);
  const hit = quote.slice(from, to);
  return {
    before: (start > 0 ? '…' : '') + quote.slice(start, from),
    hit: hit.length > most ? `${hit.slice(0, most)}…` : hit,
    after: quote.slice(to, end) + (end < quote.length ? '…' : ''),
  };
}
