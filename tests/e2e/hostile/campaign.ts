/**
 * The size of the campaigns: whole in `npm run test:long`, a tenth of it in `npm test`. Both draw
 * from the same printed seed, so that what fails once fails again.
 */
const WHOLE = process.env['CAMPAIGN'] === 'whole';

export const SEED = 20_261_122;

/** `whole` in the long run, a tenth of it else, and at least one. */
export function scaled(whole: number): number {
  return WHOLE ? whole : Math.max(1, Math.round(whole / 10));
}

/** One line of figures, kept in the run's output. */
export function say(what: string, figures: Record<string, number | string>): void {
  const told = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  console.log(`[seed ${SEED}] ${what}: ${told.join(', ')}`);
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
