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
