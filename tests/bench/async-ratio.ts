import { ratioOf, type Ratio } from './row';

/** What of a pair took how long, ms, round by round. */
export type Pair = { ours: number[]; theirs: number[]; ratio: Ratio };

async function timed(work: (round: number) => Promise<unknown>, round: number): Promise<number> {
  const start = performance.now();
  await work(round);
  return performance.now() - start;
}

/** Times two pieces of work that wait for something, one after the other in alternating order. */
export async function timePair(
  ours: (round: number) => Promise<unknown>,
  theirs: (round: number) => Promise<unknown>,
  rounds: number,
): Promise<Pair> {
  const pair = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) pair.ours.push(await timed(ours, round));
    pair.theirs.push(await timed(theirs, round));
    if (round % 2 === 1) pair.ours.push(await timed(ours, round));
  }
  return { ...pair, ratio: ratioOf(pair.ours, pair.theirs) };
}
