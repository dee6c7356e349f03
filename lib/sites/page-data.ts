import { all, rawText } from './dom';
import { at, id } from './json';

/** Longest page data that is read, in characters; the largest page seen has 0.4 million. */
export const MAX_DATA_CHARS = 4_000_000;
/** Deepest nesting that is read; the pages seen have 14. */
export const MAX_DATA_DEPTH = 64;

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * The one balanced JSON object or array that begins at `from`, and the index after it. Braces in
 * strings and escaped quotes do not count. Null where it does not begin there, is truncated, too
 * long, too deep, or no JSON.
 */
export function readBalanced(text: string, from: number): { value: unknown; end: number } | null {
  const stop = Math.min(text.length, from + MAX_DATA_CHARS);
  let depth = 0;
  for (let index = from; index < stop; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE && depth > 0) {
      for (index++; index < stop && text.charCodeAt(index) !== QUOTE; index++)
        if (text.charCodeAt(index) === BACKSLASH) index++;
    } else if (code === 123 || code === 91) {
      if (++depth > MAX_DATA_DEPTH) return null;
    } else if ((code === 125 || code === 93) && --depth === 0) {
      try {
        return { value: JSON.parse(text.slice(from, index + 1)), end: index + 1 };
      } catch {
        return null;
      }
    } else if (depth <= 0) return null;
  }
  return null;
}

/** The page data of one item: its `res` object and the ids that it and its frame claim. */
export type PageData = { res: unknown; ids: string[] };

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
