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
      index = endOfString(text, index);
      if (index === -1) return null;
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

/**
 * The quote that ends the string which begins at `from`, −1 where none does. Most of a page's data
 * is strings: the engine's own search skips them twenty times quicker than a loop that has just begun.
 */
function endOfString(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = text.indexOf('"', at + 1);
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    // An odd number escapes the quote.
    if (at === -1 || slashes % 2 === 0) return at;
  }
}
