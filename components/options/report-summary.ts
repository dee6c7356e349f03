import type { Catalog } from '../../lib/locales/catalog';
import type { WeeklyReport } from '../../lib/messaging/weekly-report';
import { changeCount } from './report-text';

/** The report in one line: how many listings were seen, and what moved. */
export function reportSummary({ listings }: WeeklyReport, words: Catalog): string {
  const { report } = words.options;
  const seen = listings.filter(({ lastSeenMs }) => lastSeenMs !== null).length;
  const moved = (sign: -1 | 1) =>
    listings.filter(({ series: [main] }) => {
      const { minFen = null, maxFen = null } = main?.change?.difference ?? {};
      // Only where every reading of a range agrees.
      return sign < 0 ? maxFen !== null && maxFen < 0 : minFen !== null && minFen > 0;
    }).length;
  const changes = listings.reduce((sum, listing) => sum + changeCount(listing), 0);
  const marked = listings
    .flatMap(({ news }) => news.flatMap(({ items }) => items))
    .filter(({ matches }) => matches.length > 0).length;
  return [
    report.summary(listings.length, seen),
    report.moves(moved(-1), moved(1)),
    report.found(changes, marked),
  ].join(' · ');
}
