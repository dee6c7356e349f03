/** Longest of the snapshot's short texts; a test holds these three to `snapshot.ts`. */
export const SHORT = 500;
/** Longest text that is kept of a page: title and detail. */
export const LONG = 20_000;
/** Longest attribute value that is kept. */
export const ATTRIBUTE = 2000;

/**
 * The text without blanks around it, cut to at most `max` UTF-16 units, never through the middle
 * of a character; half characters that the page itself sent become U+FFFD.
 */
export function cut(text: string, max: number): string {
  const kept = text.trim().slice(0, max);
  return kept.replace(/[\ud800-\udbff]$/, '').toWellFormed();
}

/** A text with runs of blanks made one, cut to `max`; null where nothing is left. */
export function tidy(text: string | null | undefined, max = SHORT): string | null {
  // What is far longer than what is kept is cut first: a 100 kB string costs nothing then.
  return cut((text ?? '').slice(0, max * 4).replace(/\s+/g, ' '), max) || null;
}
