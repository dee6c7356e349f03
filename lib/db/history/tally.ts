/**
 * How many rows there are and the sum of their digests, in hex: two sets of rows with the same tally
 * are the same rows, in whatever order they came. It says at a glance whether the database and the
 * sealed files hold the same; it proves nothing against somebody who wants to deceive, whose rows
 * are their own anyway.
 */
export type Tally = { rows: number; sum: string };

/** 64 bits of a text, in 16 hex digits. Part of what is stored: never change it. */
export function digestOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) + low;
  }
  return hex(mixed(low ^ text.length)) + hex(mixed(high));
}

/** The tally of nothing. */
export const NOTHING: Tally = { rows: 0, sum: '0'.repeat(16) };

/** A tally with digests added and taken out; `rows` says by how many rows that changes it. */
export function tallied(
  tally: Tally,
  { plus = [], minus = [], rows }: { plus?: string[]; minus?: string[]; rows: number },
): Tally {
  let [low, high] = lanes(tally.sum);
  for (const digest of plus) {
    const [a, b] = lanes(digest);
    low = (low + a) >>> 0;
    high = (high + b) >>> 0;
  }
  for (const digest of minus) {
    const [a, b] = lanes(digest);
    low = (low - a) >>> 0;
    high = (high - b) >>> 0;
  }
  return { rows: tally.rows + rows, sum: hex(low) + hex(high) };
}

/** The tally of two sets that have no row in common. */
export function sumOf(a: Tally, b: Tally): Tally {
  return tallied(a, { plus: [b.sum], rows: b.rows });
}

/** Whether two tallies are of the same rows. */
export function sameTally(a: Tally, b: Tally): boolean {
  return a.rows === b.rows && a.sum === b.sum;
}

function lanes(digest: string): [number, number] {
  return [Number.parseInt(digest.slice(0, 8), 16), Number.parseInt(digest.slice(8), 16)];
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

// Spreads every bit over all others, so that sums of digests of near texts do not run together.
function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return bits ^ (bits >>> 16);
}
