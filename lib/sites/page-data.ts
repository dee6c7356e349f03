import { readBalanced } from './balanced-json';
import { all, rawText } from './dom';
import { at, id } from './json';

/** The page data of one item: its `res` object and the ids that it and its frame claim. */
export type PageData = { res: object; ids: string[] };

/**
 * Finds the item's data breadth-first, so no route name is relied on: the first object that holds
 * `skuBase`, or `item` beside `componentsVO` (facts §2.1).
 */
export function findRes(root: unknown): PageData | null {
  const queue: { value: unknown; parent: unknown }[] = [{ value: root, parent: null }];
  // The queue grows while it is walked; the bound is far above what stands around `res`.
  for (const { value, parent } of queue) {
    if (typeof value !== 'object' || !value) continue;
    const holds = (key: string): boolean => typeof (at(value, key) ?? 0) === 'object';
    if (holds('skuBase') || (holds('item') && holds('componentsVO'))) {
      const ids = [id(at(value, 'item.itemId')), id(at(parent, 'ssrItemId'))];
      return { res: value, ids: ids.filter((one) => one !== null) };
    }
    if (queue.length < 20_000)
      for (const child of Object.values(value)) queue.push({ value: child, parent: value });
  }
  return null;
}

/** What a script element held when it was last read: the text does not change after load. */
const cache = new WeakMap<Element, { text: string; data: PageData | null }>();

/** The page data of every inline script that holds some, in the page's order. */
export function pageDataOf(root: Element | null): PageData[] {
  return all(root, 'script:not([src])').flatMap((script) => {
    const text = rawText(script);
    if (!text.includes('__ICE_APP_CONTEXT__')) return [];
    let known = cache.get(script);
    if (known?.text !== text) {
      known = { text, data: fromScript(text) };
      cache.set(script, known);
    }
    return known.data ? [known.data] : [];
  });
}

/** The data in `var b = {…}` or `window.__ICE_APP_CONTEXT__ = {…}` (forms seen 2025-11 to 2026-09). */
export function fromScript(text: string): PageData | null {
  for (const start of text.matchAll(/(?:var \w+|CONTEXT__)\s*=\s*(?=\{)/g)) {
    const json = readBalanced(text, start.index + start[0].length);
    const data = json && findRes(json.value);
    if (data) return data;
  }
  return null;
}
