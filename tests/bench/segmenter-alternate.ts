/** Median and quartiles of one candidate's time over one peer's, round by round. */
export type Ratio = { low: number; median: number; high: number; rounds: number };

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/**
 * Times two pieces of work in one page in alternating order (ABBA), each block repeated until it takes at
 * least 4 ms of the clock's 0.1, and answers the first one's time over the second one's.
 */
export function timeRatio(candidate: () => void, peer: () => void, rounds = 21): Ratio {
  const repeatsOf = (work: () => void) => {
    let repeats = 1;
    for (;;) {
      if (timed(work, repeats) >= 4) return repeats;
      repeats *= 2;
    }
  };
  const counts = [repeatsOf(candidate), repeatsOf(peer)] as const;
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0;
    const a = first ? timed(candidate, counts[0]) / counts[0] : 0;
    const b = timed(peer, counts[1]) / counts[1];
    ratios.push((first ? a : timed(candidate, counts[0]) / counts[0]) / b);
  }
  ratios.sort((x, y) => x - y);
  const at = (share: number) => quantile(ratios, share);
  return { low: at(0.25), median: at(0.5), high: at(0.75), rounds };
}

function timed(work: () => void, repeats: number): number {
  const start = performance.now();
  for (let n = 0; n < repeats; n++) work();
  return performance.now() - start;
}
