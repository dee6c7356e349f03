import { readBalanced } from '../page-data';
import { textAt } from '../json';
import { component, type Page } from './page';

/** The ledger's rows by SKU id; "0" is the item level. Most rows that are read. */
const MAX_ROWS = 300;

/**
 * The rows of `umpPriceLogVO.map`: a string whose outer keys are not quoted,
 * `{6115:{"price1":"1490.00",…}}` (captures of 2025-11 and 2025-12), so each row is read as JSON of
 * its own. Null where it is no such map; an empty map is one.
 */
export function umpRows(map: string | null): Map<string, unknown> | null {
  if (map === null || !map.startsWith('{')) return null;
  const rows = new Map<string, unknown>();
  let index = 1;
  for (let count = 0; count < MAX_ROWS; count++) {
    const key = /^[\s,]*"?(\d{1,20})"?\s*:\s*/.exec(map.slice(index, index + 60));
    if (key?.[1] === undefined) break;
    const row = readBalanced(map, index + key[0].length);
    if (row === null) return null;
    rows.set(key[1], row.value);
    index = row.end;
  }
  return /^\s*\}\s*$/.test(map.slice(index)) ? rows : null;
}

/** The row that speaks for the price shown now, with its key and path; null where there is none. */
export function umpRow(page: Page): { key: string; row: unknown; path: string } | null {
  const ump = component(page, 'umpPriceLogVO');
  const rows = umpRows(textAt(ump.value, 'map'));
  if (rows === null) return null;
  const { chosen } = page;
  let key: string | undefined;
  if (chosen.full) key = chosen.skuId ?? undefined;
  else if (!isReselected(page))
    key = rows.has('0') ? '0' : rows.size === 1 ? [...rows.keys()][0] : undefined;
  const row = key === undefined ? undefined : rows.get(key);
  return key === undefined || row === undefined
    ? null
    : { key, row, path: `${ump.path}.map.${key}` };
}

/** Whether other SKU values are chosen now than when the item was first read. */
export function isReselected(page: Page): boolean {
  return (
    page.memory.firstSelection !== null && page.memory.firstSelection !== page.chosen.selection
  );
}

/** The SKU that the data was rendered for, null for the item level. */
export function renderedFor(page: Page): string | null {
  const ump = component(page, 'umpPriceLogVO').value;
  const id = textAt(ump, 'sId') ?? textAt(ump, 'sid');
  return id === null || id === '0' ? null : id;
}
