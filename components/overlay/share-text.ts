import type { Inspection } from '../../lib/inspection/inspection';
import type { Catalog } from '../../lib/locales/catalog';
import { nearestRung, rungSentence, shareText } from '../ui/ladder-text';

/** How the public price stands to the nearest of the operator's lines. */
export type PriceStanding = { share: string | null; sentence: string; bad: boolean };

/**
 * The standing for the first glance, null where no line can be compared. A competitor below one of
 * the operator's lines undercuts them; a price of their own is bad only below the floor.
 */
export function priceStanding(inspection: Inspection, words: Catalog): PriceStanding | null {
  const rung = nearestRung(inspection.price.rungs);
  if (rung === null || rung.position === null) return null;
  return {
    share: rung.share === null || rung.position === 'unclear' ? null : shareText(rung.share),
    sentence: rungSentence(rung, words),
    bad: rung.position === 'below' && (!inspection.mine || rung.rung === 'floor'),
  };
}
