/**
 * The text without blanks around it, cut to at most `max` UTF-16 units, never through the middle
 * of a character; half characters that the page itself sent become U+FFFD.
 */
export function cut(text: string, max: number): string {
  const trimmed = text.trim();
  const last = trimmed.charCodeAt(max - 1);
  const whole = trimmed.length > max && last >= 0xd800 && last < 0xdc00 ? max - 1 : max;
  return trimmed.slice(0, whole).toWellFormed();
}

/** Longest of the snapshot's short texts; a test holds it to `snapshot.ts`. */
export const SHORT = 500;
/** Longest text that is kept of a page; the same as `MAX_TEXT` of the snapshot. */
export const LONG = 20_000;
/** Longest attribute value that is kept. */
export const ATTRIBUTE = 2000;

/** A short text of the snapshot, with runs of blanks made one; null where nothing is left. */
export function short(text: string | null, max = SHORT): string | null {
  if (text === null) return null;
  // A text far longer than what is kept is cut first: a 100 kB string costs nothing then.
  return cut(text.slice(0, max * 4).replace(/\s+/g, ' '), max) || null;
}
