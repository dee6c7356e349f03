import type { Observation } from '../listing/series';
import type { Change } from './change-result';
import type { Visit } from './changes';
import { samePrice } from './price-arithmetic';
import { toObservations } from './to-observations';

/** Most price changes told of one visit; more SKUs than that change together. */
export const MAX_PRICE_CHANGES = 20;

/**
 * Prices that differ within one series: the public and the list price of every series that both
 * visits know, and the account's price of the shown one, where both visits have the same account
 * state.
 */
export function changedPrices(previous: Visit, current: Visit): Change[] {
  return changedRows(
    toObservations(previous.snapshot, previous.path),
    toObservations(current.snapshot, current.path),
    current.path.skuId,
  );
}

/** The same of stored price rows, at most one of each series on either side. */
export function changedRows(
  before: readonly Observation[],
  after: readonly Observation[],
  shownSku: string | null,
): Change[] {
  const old = new Map(before.map((row) => [row.series, row]));
  const changes: Change[] = [];
  for (const now of after) {
    const was = old.get(now.series);
    if (was === undefined || was.gated || now.gated) continue;
    const add = (
      which: 'public' | 'final' | 'list',
      key: 'publicPrice' | 'finalPrice' | 'listPrice',
    ) => {
      const [a, b] = [was[key], now[key]];
      if (a !== null && b !== null && !samePrice(a, b))
        changes.push({ kind: 'price', series: now.series, which, before: a, after: b });
    };
    add('public', 'publicPrice');
    add('list', 'listPrice');
    const isShown = now.skuId === shownSku;
    if (isShown && was.account === now.account && now.account !== 'unknown')
      add('final', 'finalPrice');
  }
  return changes.slice(0, MAX_PRICE_CHANGES);
}
