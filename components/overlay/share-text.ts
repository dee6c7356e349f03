import { nearestRung, shareText } from '../ui/ladder-text';
import type { PriceNote } from '../../lib/analysis/price-result';
import type { TitleCoverage } from '../../lib/analysis/coverage-result';

/** A weighted share as operators write it: "71%", "64~71%"; null where no word has a weight. */
export function weightedText(coverage: TitleCoverage): string | null {
  const share = coverage.weightedShare;
  if (share === null) return null;
  // Rounded down: a share is never shown as whole while a word is missing.
  const low = Math.floor(share.min * 100 + 1e-9);
  const high = Math.floor(share.max * 100 + 1e-9);
  return low === high ? `${low}%` : `${low}~${high}%`;
}

/** How the public price stands to the nearest of the operator's lines, for the first glance. */
export function priceStanding(note: PriceNote): { text: string; below: boolean } | null {
  const rung = nearestRung(note.rungs);
  if (rung === null || rung.share === null || rung.position === null) return null;
  const text = shareText(rung.share);
  return text === null ? null : { text, below: rung.position === 'below' };
}
