import type { Provenance } from '../../listing/provenance';
import type { Sighting } from '../../listing/sighting';
import { at } from '../json';
import type { ChosenOnPage } from './chosen';

/** A listing that was seen, as its readers share it. */
export type Listing = {
  seen: Sighting;
  /** The page data of the item (`res`), null where there is none. */
  data: unknown;
  chosen: ChosenOnPage;
  /**
   * Of what the data may give the price shown now: a SKU's id, "0" for the item as a whole, null
   * where the choice has changed to something that the data knows no price of.
   */
  key: string | null;
  /** The SKU whose price is shown, null for the item as a whole. */
  skuId: string | null;
};

/** What one source says of a field. */
export type Vote<T> = { value: T; from: Provenance };

/** The one vote of a source, or none where it says nothing. */
export function vote<T>(
  listing: Listing,
  source: Provenance['source'],
  path: string,
  value: T | null,
  skuId: string | null = null,
): Vote<T>[] {
  return value === null ? [] : [{ value, from: { source, path, atMs: listing.seen.atMs, skuId } }];
}

/** The value in the page data; its components stand in `componentsVO` or, once, directly in `res`. */
export function dataAt(listing: Listing, path: string): unknown {
  return at(listing.data, path) ?? at(listing.data, `componentsVO.${path}`);
}

/** The vote of the page data at a path, read by `read`. */
export function said<T>(
  listing: Listing,
  path: string,
  read: (value: unknown) => T | null,
  skuId: string | null = null,
): Vote<T>[] {
  return vote(listing, 'page-data', path, read(dataAt(listing, path)), skuId);
}

/** The rows of a part of the page, empty where it is not there. */
export function rowsOf(seen: Sighting, part: string): string[][] {
  return Object.hasOwn(seen.parts, part) ? (seen.parts[part]?.rows ?? []) : [];
}

/** The vote of the DOM with what all rows of a part make together. */
export function drawn<T>(
  listing: Listing,
  part: string,
  value: T | null,
  skuId: string | null = null,
): Vote<T>[] {
  const css = rowsOf(listing.seen, part).length > 0 ? listing.seen.parts[part]?.css : undefined;
  return css === undefined ? [] : vote(listing, 'dom', css, value, skuId);
}

/** The vote of the DOM: what `read` gives of the first row of a part that it reads. */
export function shown<T>(
  listing: Listing,
  part: string,
  read: (text: string, row: string[]) => T | null,
): Vote<T>[] {
  for (const row of rowsOf(listing.seen, part)) {
    const value = read(row[0] ?? '', row);
    if (value !== null) return drawn(listing, part, value);
  }
  return [];
}
