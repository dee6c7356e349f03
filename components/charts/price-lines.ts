import type { Price } from '../../lib/listing/price';
import type { Observation } from '../../lib/listing/series';

/** A listing not seen for longer than this has a gap there, not a line (milliseconds: 14 days). */
export const GAP_MS = 14 * 86_400_000;

export type ChartDays = 30 | 90 | 180 | null;

/**
 * Columns of a chart: times in seconds, ascending, and four lines in yuan. A range fills both its
 * ends, an exact price has them equal, 起 has the lower end only. Null breaks a line.
 */
export type PriceLines = {
  at: number[];
  publicMin: (number | null)[];
  publicMax: (number | null)[];
  accountMin: (number | null)[];
  accountMax: (number | null)[];
};

/**
 * The lines of one series' observations (ascending) within the last `days` (null for all). Gated
 * readings are left out: their prices can't be believed. Where the listing was not seen for longer
 * than `GAP_MS`, a null row stands right after the last sight.
 */
export function priceLines(
  observations: readonly Observation[],
  days: ChartDays,
  nowMs: number,
): PriceLines {
  const sinceMs = days === null ? 0 : nowMs - days * 86_400_000;
  const lines: PriceLines = {
    at: [],
    publicMin: [],
    publicMax: [],
    accountMin: [],
    accountMax: [],
  };
  let lastMs: number | null = null;
  for (const seen of observations) {
    if (seen.gated || seen.atMs < sinceMs) continue;
    if (lastMs !== null && seen.atMs - lastMs > GAP_MS) push(lines, lastMs + 1000, null, null);
    push(lines, seen.atMs, seen.publicPrice, seen.finalPrice);
    lastMs = seen.atMs;
  }
  return lines;
}

function push(lines: PriceLines, atMs: number, shown: Price | null, account: Price | null): void {
  lines.at.push(Math.floor(atMs / 1000));
  lines.publicMin.push(yuan(shown?.minFen));
  lines.publicMax.push(yuan(shown?.maxFen));
  lines.accountMin.push(yuan(account?.minFen));
  lines.accountMax.push(yuan(account?.maxFen));
}

/** Yuan for drawing only; every figure that is shown as text comes from fen. */
function yuan(fen: number | null | undefined): number | null {
  return fen === null || fen === undefined ? null : fen / 100;
}

/** True when a line holds any price, so that an empty chart is said and not drawn. */
export function hasPrices(lines: PriceLines): boolean {
  return [lines.publicMin, lines.accountMin].some((line) => line.some((price) => price !== null));
}

export type SeriesChoice = {
  series: string;
  skuId: string | null;
  isFrom: boolean;
  observations: Observation[];
};

/**
 * The series of a listing, the one seen last first; each holds its observations in order of time.
 * They are never joined: another SKU, or 起 against exact, is another thing.
 */
export function seriesOf(observations: readonly Observation[]): SeriesChoice[] {
  const bySeries = new Map<string, Observation[]>();
  for (const seen of observations) {
    const known = bySeries.get(seen.series);
    if (known === undefined) bySeries.set(seen.series, [seen]);
    else known.push(seen);
  }
  const choices = [...bySeries].map(([series, rows]) => ({
    series,
    skuId: rows[0]?.skuId ?? null,
    isFrom: series.endsWith('|from'),
    observations: rows.sort((a, b) => a.atMs - b.atMs),
  }));
  const lastMs = (choice: SeriesChoice) => choice.observations.at(-1)?.atMs ?? 0;
  return choices.sort((a, b) => lastMs(b) - lastMs(a));
}
