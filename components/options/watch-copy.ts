import type { Catalog, Language } from '../../lib/locales/catalog';
import type { ListingFacts } from '../../lib/messaging/listing-facts';
import { yuanText } from '../../lib/listing/price-text';
import { listingAddress } from './listing-address';
import { priceChange, shareText } from './price-change';
import { momentCell, moneyCell } from './out-cells';
import type { OutCell } from './table-out';

/** The table as rows, head row first; what was not read stays empty, never 0. */
export function watchTable(
  rows: readonly ListingFacts[],
  words: Catalog,
  language: Language,
): OutCell[][] {
  const { watch } = words.options;
  const { common } = words;
  const { columns } = watch;
  const head = [
    columns.listing,
    watch.shop,
    common.fields.kind,
    common.mine,
    columns.price,
    common.priceRoles.final,
    columns.change,
    columns.coverage,
    columns.checklist,
    columns.seen,
    columns.note,
    watch.tag,
    watch.owner,
    watch.address,
  ];
  const cells = rows.map((row) => [
    row.title ?? '',
    row.shopName ?? '',
    row.kind === null ? '' : common.kinds[row.kind],
    row.mine ? words.options.yes : words.options.no,
    moneyCell(row.publicPrice, common.fromPrice),
    moneyCell(row.finalPrice, common.fromPrice),
    changeCell(row, words),
    row.coverage === null ? '' : common.counts.ofTotal(row.coverage.covered, row.coverage.total),
    row.checklist === null ? '' : common.counts.ofTotal(row.checklist.passed, row.checklist.total),
    row.lastSeenMs === null ? '' : momentCell(row.lastSeenMs, language),
    row.note,
    row.tags.join(common.listSeparator),
    row.owner,
    listingAddress(row.host, row.listingId),
  ]);
  return [head, ...cells];
}

function changeCell(row: ListingFacts, words: Catalog): string {
  const { watch } = words.options;
  const change = priceChange(row.publicPrice, row.lastPrice?.price ?? null);
  if (change.state === 'none') return '';
  if (change.state === 'same') return watch.same;
  if (change.state === 'range') return watch.rangeMoved[change.direction];
  const amount = `${change.fen < 0 ? watch.down : watch.up} ¥${yuanText(Math.abs(change.fen))}`;
  return change.share === null ? amount : `${amount} (${shareText(change.share)})`;
}
