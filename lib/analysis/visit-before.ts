import { facetsOf, type Facet, type LastSeen } from '../listing/facets';
import { isExact, type Price } from '../listing/price';
import { LEDGER_CODES } from '../listing/ledger-codes';
import type { Observation } from '../listing/series';
import { ledgerCloses, priceSteps } from './price-path';
import { seriesOf } from './price-note';
import type { PricedStep, PricePath } from './price-result';
import { toObservations } from './to-observations';

/** A ledger that closes, of one series, and when it was seen. */
export type LedgerSeen = { series: string; atMs: number; steps: readonly PricedStep[] };

/**
 * What a visit's changes are told against: everything that was shown before it, each thing as the
 * last visit that showed it had it.
 */
export type VisitBefore = {
  /** When the visit right before was. */
  atMs: number;
  facets: readonly Facet[];
  /** Price rows, oldest first; of each price the last row that has it counts. */
  rows: readonly Observation[];
  /** The last ledgers, at most one of each series. */
  ledgers: readonly LedgerSeen[];
};

/** What the newest reading of a listing and what is kept beside it say of the time before. */
export function visitBefore(seen: LastSeen, path: PricePath): VisitBefore {
  const { snapshot } = seen;
  const series = seriesOf(snapshot, path);
  const closes = path.closes === true && series !== null;
  return {
    atMs: snapshot.capturedAtMs,
    facets: facetsOf(seen),
    rows: toObservations(snapshot, path),
    ledgers: closes ? [{ series, atMs: snapshot.capturedAtMs, steps: path.steps }] : [],
  };
}

/** The series of a visit of which a price, or the ledger, was not shown by the visit right before. */
export function seriesToLookUp(
  { rows, ledgers }: VisitBefore,
  current: { observations: readonly Observation[]; path: PricePath },
): string[] {
  const { observations, path } = current;
  return observations
    .filter((now) => {
      if (now.gated) return false;
      const isShown = now.skuId === path.skuId;
      const of = rows.filter((row) => row.series === now.series && !row.gated);
      const lacks = (key: PriceKey) => now[key] !== null && of.every((row) => row[key] === null);
      if (lacks('publicPrice') || lacks('listPrice')) return true;
      if (!isShown) return false;
      if (path.closes === true && !ledgers.some(({ series }) => series === now.series)) return true;
      const sameAccount = of.some((row) => row.account === now.account && row.finalPrice !== null);
      return now.account !== 'unknown' && now.finalPrice !== null && !sameAccount;
    })
    .map(({ series }) => series);
}

/** The prices of a row. */
export type PriceKey = 'publicPrice' | 'listPrice' | 'finalPrice';

/** The same with stored rows of earlier visits behind it. */
export function withStored(before: VisitBefore, stored: readonly Observation[]): VisitBefore {
  const rows = stored.filter(({ gated }) => !gated).toSorted((a, b) => a.atMs - b.atMs);
  const known = new Set(before.ledgers.map(({ series }) => series));
  const ledgers = new Map<string, LedgerSeen>();
  for (const row of rows) {
    const seen = known.has(row.series) ? null : ledgerOf(row);
    if (seen !== null) ledgers.set(row.series, seen);
  }
  return {
    ...before,
    rows: [...rows, ...before.rows],
    ledgers: [...before.ledgers, ...ledgers.values()],
  };
}

/** The ledger of a stored row; null where it has none, or one that does not close. */
function ledgerOf({ series, atMs, steps, ...row }: Observation): LedgerSeen | null {
  const fen = (price: Price | null) => (price !== null && isExact(price) ? price.minFen : null);
  const [listFen, beforeFen, finalFen] = [
    fen(row.listPrice),
    fen(row.beforePrice),
    fen(row.finalPrice),
  ];
  const ledger = { listFen, beforeFen, finalFen, steps };
  if (steps.length === 0 || !ledgerCloses(ledger)) return null;
  return { series, atMs, steps: priceSteps(ledger, LEDGER_CODES) };
}
