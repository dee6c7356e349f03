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
  const old = new Map(
    toObservations(previous.snapshot, previous.path).map((row) => [row.series, row]),
  );
  const changes: Change[] = [];
  for (const now of toObservations(current.snapshot, current.path)) {
    const before = old.get(now.series);
    if (before === undefined || before.gated || now.gated) continue;
    const add = (
      which: 'public' | 'final' | 'list',
      key: 'publicPrice' | 'finalPrice' | 'listPrice',
    ) => {
      const [a, b] = [before[key], now[key]];
      if (a !== null && b !== null && !samePrice(a, b))
        changes.push({ kind: 'price', series: now.series, which, before: a, after: b });
    };
    add('public', 'publicPrice');
    add('list', 'listPrice');
    const isShown = now.skuId === current.path.skuId;
    if (isShown && before.account === now.account && now.account !== 'unknown')
      add('final', 'finalPrice');
  }
  return changes.slice(0, MAX_PRICE_CHANGES);
}
