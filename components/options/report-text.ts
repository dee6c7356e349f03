import type { PriceSight } from '../../lib/analysis/period-prices';
import type { FenSpan } from '../../lib/analysis/price-result';
import { priceText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';
import type { ListingReport, ReportSeries } from '../../lib/messaging/weekly-report';
import { shareText, spanText } from '../ui/ladder-text';

type Moved = { difference: FenSpan; share: { min: number | null; max: number | null } | null };

/** A price of the period, or why there is none: not seen, hidden by the page, not readable. */
export function sightText(
  sight: PriceSight | null,
  series: ReportSeries | undefined,
  words: Catalog,
): string {
  const { report } = words.options;
  if (sight !== null) return priceText(sight.price, words.common.fromPrice);
  if (series === undefined) return report.notSeen;
  const { unread, gated, priced } = series.now;
  return gated > 0 && unread === 0 && priced === 0 ? report.gated : report.unread;
}

/** A listing's last price, or why there is none. */
export function lastText({ series, lastSeenMs }: ListingReport, words: Catalog): string {
  const [main] = series;
  // Seen, and no price row of it: nothing on the page could be told for a price.
  if (main === undefined && lastSeenMs !== null) return words.options.report.unread;
  return sightText(main?.now.last ?? null, main, words);
}

/** "降 ¥10（−6.7%）", "没变", or that ranges can't be told apart. */
export function movedText(moved: Moved, words: Catalog, kind: 'change' | 'mine'): string {
  const { report } = words.options;
  const { minFen, maxFen } = moved.difference;
  const [down, up, same] =
    kind === 'change'
      ? [report.down, report.up, report.same]
      : [report.lower, report.higher, report.equal];
  if (minFen === 0 && maxFen === 0) return same;
  const by = spanText(moved.difference);
  if (by === null || minFen === null || maxFen === null || (minFen <= 0 && maxFen >= 0))
    return report.unclear;
  const share = moved.share === null ? null : shareText(moved.share);
  const text = `${by}${share === null ? '' : words.common.inBrackets(share)}`;
  return maxFen < 0 ? down(text) : up(text);
}

/** Against the period before, or why that can't be told. */
export function changeText(series: ReportSeries | undefined, words: Catalog): string {
  if (series?.change !== null && series !== undefined) {
    const text = movedText(series.change, words, 'change');
    return series.isFrom ? words.options.report.entry(text) : text;
  }
  return series?.now.last === null || series === undefined
    ? words.common.none
    : words.options.report.notSeenBefore;
}

/** What a series is called: its SKU's names, or the whole listing; and 起. */
export function seriesText({ skuId, skuNames, isFrom }: ReportSeries, words: Catalog): string {
  const { report, watch } = words.options;
  const name =
    skuId === null ? report.pageLevel : (skuNames?.join(' / ') ?? watch.detail.sku(skuId));
  return isFrom ? watch.detail.fromSeries(name) : name;
}

/** "看过 4/7 天，最长 3 天未看". */
export function daysText({ days }: ListingReport, words: Catalog): string {
  const { report } = words.options;
  const seen = report.daysSeen(days.seen, days.passed);
  return days.longestGap === null || days.seen === 0
    ? seen
    : report.withGap(seen, days.longestGap.days);
}

/** How many changes the period's visits found. */
export function changeCount({ news }: ListingReport): number {
  return news.reduce((sum, { items }) => sum + items.length, 0);
}
