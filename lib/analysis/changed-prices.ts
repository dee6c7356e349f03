import type { Change } from './change-result';
import type { Told } from './changed-facets';
import type { Visit } from './changes';
import { samePrice } from './price-arithmetic';
import { toObservations } from './to-observations';
import type { PriceKey, VisitBefore } from './visit-before';

/** Most price changes told of one visit; more SKUs than that change together. */
export const MAX_PRICE_CHANGES = 20;

/**
 * Prices that differ within one series, each from the last visit that showed it: the public and the
 * list price of every series that was seen before, and the account's price of the shown one, where
 * the account state was the same. What a gated page shows is no price.
 */
export function changedPrices({ rows }: VisitBefore, { snapshot, path }: Visit): Told[] {
  const told: Told[] = [];
  for (const now of toObservations(snapshot, path)) {
    if (now.gated) continue;
    const of = rows.filter((row) => row.series === now.series && !row.gated);
    const add = (which: 'public' | 'final' | 'list', key: PriceKey, known = of) => {
      const after = now[key];
      const was = known.findLast((row) => row[key] !== null);
      const before = was?.[key] ?? null;
      if (was === undefined || before === null || after === null || samePrice(before, after))
        return;
      const change: Change = { kind: 'price', series: now.series, which, before, after };
      told.push({ change, sinceMs: was.atMs });
    };
    add('public', 'publicPrice');
    add('list', 'listPrice');
    const isShown = now.skuId === path.skuId;
    if (isShown && now.account !== 'unknown')
      add(
        'final',
        'finalPrice',
        of.filter((row) => row.account === now.account),
      );
  }
  return told.slice(0, MAX_PRICE_CHANGES);
}
