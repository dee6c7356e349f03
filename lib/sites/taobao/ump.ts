import { asText } from '../json';
import { readBalanced } from '../balanced-json';
import { dataAt, type Listing } from './listing';

/** Most rows of the ledger that are read. */
const MAX_ROWS = 300;

/**
 * The rows of `umpPriceLogVO.map` by SKU id, "0" being the item: a string whose outer keys are not
 * quoted, `{6115:{"price1":"1490.00",…}}` (captures of 2025-11 and 2025-12), so each row is read as
 * JSON of its own. Null where it is no such map; an empty map is one.
 */
export function umpRows(map: string | null): Map<string, unknown> | null {
  const rows = new Map<string, unknown>();
  let rest = map ?? '';
  while (rows.size < MAX_ROWS) {
    const key = /^(?:\s*[{,])\s*"?(\d{1,20})"?\s*:\s*/.exec(rest);
    if (!key?.[1] || rest.startsWith('{') !== (rows.size === 0)) break;
    const row = readBalanced(rest, key[0].length);
    if (!row) return null;
    rows.set(key[1], row.value);
    rest = rest.slice(row.end);
  }
  return /^\s*\{?\s*\}\s*$/.test(rest) ? rows : null;
}

/** The page's ledger rows. */
export function umpRowsOf(listing: Listing): Map<string, unknown> | null {
  return umpRows(asText(dataAt(listing, 'umpPriceLogVO.map')));
}

/** Whether the data's item-level price was rendered for the SKU that is chosen now. */
export function isRenderedFor(listing: Listing, skuId: string): boolean {
  return (
    asText(dataAt(listing, 'umpPriceLogVO.sId') ?? dataAt(listing, 'umpPriceLogVO.sid')) === skuId
  );
}
