import type { Price } from '../listing/price';
import { windowsAt, type ShadedWindow } from '../listing/promotion-calendar';
import type { Observation } from '../listing/series';

const DAY_MS = 86_400_000;
/** The raise must have been seen within so many days before the event … */
const RAISED_DAYS = 30;
/** … and the price that it was raised from within so many. */
const BEFORE_DAYS = 60;
/** An event whose end is not known may have lasted this long; no event of the calendar is longer. */
const MAY_LAST_DAYS = 45;

type Seen = { atMs: number; price: Price };

/** 先涨后降 of one series: a price, raised before an event, and lower again in it. */
export type RaiseBeforeSale = {
  series: string;
  event: ShadedWindow;
  before: Seen;
  raised: Seen;
  lowered: Seen;
};

/**
 * Where a public price was raised before an event and lowered in it, by what was seen of one
 * series. `raised` is the last price seen in the 30 days before the event, `before` the last lower
 * one in the 60 days before it, `lowered` the lowest one in the event. Prices of other events are
 * no usual price: going back from one is no raise. Of ranges only what is sure counts, and gated
 * readings never do. It states what was seen; it says nothing of why.
 */
export function raisesBeforeSales(
  observations: readonly Observation[],
  windows: readonly ShadedWindow[],
): RaiseBeforeSale[] {
  const bySeries = new Map<string, Seen[]>();
  for (const { series, atMs, publicPrice, gated } of observations) {
    if (gated || publicPrice === null) continue;
    bySeries.set(series, [...(bySeries.get(series) ?? []), { atMs, price: publicPrice }]);
  }
  return [...bySeries].flatMap(([series, rows]) => {
    const seen = rows.toSorted((a, b) => a.atMs - b.atMs);
    return windows.flatMap((event) => {
      const found = raiseBefore(seen, event, windows);
      return found === null ? [] : [{ series, event, ...found }];
    });
  });
}

function raiseBefore(
  seen: readonly Seen[],
  event: ShadedWindow,
  windows: readonly ShadedWindow[],
): Pick<RaiseBeforeSale, 'before' | 'raised' | 'lowered'> | null {
  const { fromMs, toMs } = event;
  if (toMs === null) return null;
  const usual = seen.filter(({ atMs }) => isUsual(atMs, windows));
  const within = (days: number) =>
    usual.filter((row) => row.atMs < fromMs && row.atMs >= fromMs - days * DAY_MS);
  const raised = within(RAISED_DAYS).at(-1);
  if (raised === undefined) return null;
  // Another event in between has been sold at a price of its own: the raise was before that one.
  const between = windows.some(
    (other) => other.fromMs > raised.atMs && other.fromMs < fromMs && other !== event,
  );
  if (between) return null;
  const before = within(BEFORE_DAYS).findLast(
    (row) => row.atMs < raised.atMs && isBelow(row.price, raised.price),
  );
  const [lowered] = seen
    .filter((row) => row.atMs >= fromMs && row.atMs < toMs && isBelow(row.price, raised.price))
    .toSorted((a, b) => a.price.minFen - b.price.minFen);
  return before === undefined || lowered === undefined ? null : { before, raised, lowered };
}

/** Whether a moment lies in no event, nor where one of unknown end may still have lasted. */
function isUsual(atMs: number, windows: readonly ShadedWindow[]): boolean {
  return (
    windowsAt(windows, atMs).length === 0 &&
    !windows.some(
      ({ fromMs, toMs }) =>
        toMs === null && atMs >= fromMs && atMs < fromMs + MAY_LAST_DAYS * DAY_MS,
    )
  );
}

/** Whether a price is lower beyond doubt, whatever the true amounts within ranges are. */
function isBelow(price: Price, other: Price): boolean {
  return price.maxFen !== null && price.maxFen < other.minFen;
}
