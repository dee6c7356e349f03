import type { Provenance } from '../../listing/provenance';
import { at } from '../json';
import type { ChosenOnPage } from './chosen';
import { isOfBefore, type Memory } from './memory';
import { findAll, type Part } from './selectors';

/** What the readers of one page share. */
export type Page = {
  /** The page's `<html>`, null where only page data is read. */
  root: Element | null;
  url: URL;
  itemId: string;
  nowMs: number;
  /** The page data of exactly this item (`res`), null where there is none. */
  data: unknown;
  memory: Memory;
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
  page: Page,
  source: Provenance['source'],
  path: string,
  value: T | null | undefined,
  skuId: string | null = null,
): Vote<T>[] {
  return value == null ? [] : [{ value, from: { source, path, atMs: page.nowMs, skuId } }];
}

/** The value in the page data; its components stand in `componentsVO` or, once, directly in `res`. */
export function dataAt(page: Page, path: string): unknown {
  return at(page.data, path) ?? at(page.data, `componentsVO.${path}`);
}

/** The vote of the page data at a path, read by `read`. */
export function said<T>(
  page: Page,
  path: string,
  read: (value: unknown) => T | null,
  skuId: string | null = null,
): Vote<T>[] {
  return vote(page, 'page-data', path, read(dataAt(page, path)), skuId);
}

/**
 * The vote of the DOM: what `read` gives of the first of the part's elements that it reads. `field`
 * names what belongs to the item (none for what belongs to the shop): after a move inside the app a
 * value equal to that of the item before is no evidence, since that part may not have been drawn
 * anew, and gives no vote.
 */
export function shown<T>(
  page: Page,
  part: Part,
  read: (element: Element) => T | null,
  field?: string,
): Vote<T>[] {
  for (const { element, css } of findAll(page.root, part)) {
    const value = read(element);
    if (value !== null) return fresh(page, field, value) ? vote(page, 'dom', css, value) : [];
  }
  return [];
}

/** Whether a value of the DOM can be this item's, see `shown`; if so it is remembered as that. */
export function fresh(page: Page, field: string | undefined, value: unknown): boolean {
  return field === undefined || !isOfBefore(page.memory, field, value);
}
