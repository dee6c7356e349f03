import type { Provenance } from '../../listing/provenance';
import type { MissingWhy } from '../../listing/snapshot';
import { at } from '../json';
import type { ChosenOnPage } from './chosen';
import { isOfBefore, type Memory } from './memory';

/** What the readers of one page share. */
export type Page = {
  /** The page's DOM, null where only page data is read. */
  document: Document | null;
  url: URL;
  itemId: string;
  nowMs: number;
  /** The page data of exactly this item (`res`), null where there is none. */
  data: unknown;
  memory: Memory;
  chosen: ChosenOnPage;
};

/** What one source says of a field. */
export type Vote<T> = { value: T; from: Provenance };

/**
 * What the sources say of a field. `why` is the reason to give where nobody says anything;
 * `refused` keeps the votes as candidates and reports no value, with `why` as the reason.
 */
export type Field<T> = { votes: Vote<T>[]; why: MissingWhy; refused?: boolean };

/** The vote of the page data; none where it holds no such value. */
export function dataVote<T>(
  page: Page,
  value: T | null,
  path: string,
  skuId: string | null = null,
): Vote<T>[] {
  const from: Provenance = { source: 'page-data', path, atMs: page.nowMs, skuId };
  return value === null ? [] : [{ value, from }];
}

/**
 * The vote of the DOM; none where it shows no such value. `field` names what belongs to the item
 * (null for what belongs to the shop): after a move inside the app a value equal to that of the
 * item before is no evidence, since that part may not have been drawn anew, and gives no vote.
 */
export function domVote<T>(
  page: Page,
  field: string | null,
  value: T | null,
  css: string,
  skuId: string | null = null,
): Vote<T>[] {
  if (value === null || (field !== null && isOfBefore(page.memory, field, value))) return [];
  const path = css.slice(0, 300);
  return [{ value, from: { source: 'dom', path, atMs: page.nowMs, skuId } }];
}

/** A part of the page data by name, which stands in `componentsVO` or, once, directly in `res`. */
export function component(page: Page, name: string): { value: unknown; path: string } {
  const inside = at(page.data, `componentsVO.${name}`);
  return inside === undefined
    ? { value: at(page.data, name), path: name }
    : { value: inside, path: `componentsVO.${name}` };
}
