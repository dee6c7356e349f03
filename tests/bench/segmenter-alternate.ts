import type { Ratio } from './row';

export type { Ratio } from './row';

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
    // Three times: one call that was interrupted, or whose code was not compiled yet, tells too much.
    const isLong = () =>
      Array.from({ length: 3 }, () => timed(work, repeats)).every((ms) => ms >= 4);
    while (!isLong()) repeats *= 2;
    return repeats;
  };
  const counts = [repeatsOf(candidate), repeatsOf(peer)] as const;
  const ratios: number[] = [];
  let best = Infinity;
  let bestPeer = Infinity;
  for (let round = 0; round < rounds; round++) {
    const runCandidate = () => timed(candidate, counts[0]) / counts[0];
    const runPeer = () => timed(peer, counts[1]) / counts[1];
    const pair: [number, number] =
      round % 2 === 0 ? [runCandidate(), runPeer()] : swapped([runPeer(), runCandidate()]);
    ratios.push(pair[0] / pair[1]);
    best = Math.min(best, pair[0]);
    bestPeer = Math.min(bestPeer, pair[1]);
  }
  ratios.sort((x, y) => x - y);
  const at = (share: number) => quantile(ratios, share);
  return { low: at(0.25), median: at(0.5), high: at(0.75), best: best / bestPeer, rounds };
}

function swapped([a, b]: [number, number]): [number, number] {
  return [b, a];
}

function timed(work: () => void, repeats: number): number {
  const start = performance.now();
  for (let n = 0; n < repeats; n++) work();
  return performance.now() - start;
}
