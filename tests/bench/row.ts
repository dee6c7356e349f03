/**
 * Quartiles of one candidate's time over one peer's, round by round; and `best`, the quickest block of the one
 * over the quickest of the other, which says most where others use the machine.
 */
export type Ratio = { low: number; median: number; high: number; best: number; rounds: number };

/** One line of the table. */
export type Row = {
  /** The target's number (P1 to P20), or the part of the issue. */
  target: string;
  figure: string;
  /** Our figure as it is shown, with its unit. */
  value: string;
  /** Ours over the peer's, lower is better; it meets its limit when the upper quartile does. */
  ratio: Ratio | null;
  limit: number | null;
  /**
   * A count or a size that no busy machine changes, or a time that every machine has its own of. A
   * ratio and an amount gate; a time is held against its limit and fails nothing.
   */
  amount?: number;
  time?: number;
  /** Which peer, where the section names several. */
  peer?: string;
};

/** What one bench found in one pass. */
export type Section = { title: string; pass: number; notes: string[]; rows: Row[]; run: RunFacts };

/** What a table says of the run: commit, machine, browser, and how busy the machine was before. */
export type RunFacts = {
  commit: string;
  machine: string;
  node: string;
  browser: string;
  load: string;
  at: string;
};

/** Whether the row meets its limit; null where it has none. */
export function isMet({ ratio, limit, amount, time }: Row): boolean | null {
  const held = ratio?.high ?? amount ?? time;
  return held === undefined || limit === null ? null : held <= limit;
}

/** Whether missing the limit fails the run. */
export function gates({ ratio, amount, limit }: Row): boolean {
  return limit !== null && (ratio !== null || amount !== undefined);
}

/** The middle one, of an even number the upper. */
export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

/** The value below which that share of the values lies; NaN of none. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Quartiles of ratios taken pair by pair, and the least of the one over the least of the other. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Ratio {
  const ratios = ours.map((value, round) => value / theirs[round]!);
  const at = (share: number) => quantileOf(ratios, share);
  const best = Math.min(...ours) / Math.min(...theirs);
  return { low: at(0.25), median: at(0.5), high: at(0.75), best, rounds: ratios.length };
}
