import { keepFigure } from '../../figures.ts';

/**
 * The size of the campaigns: whole in `npm run test:long`, a tenth of it in `npm test`. Both draw
 * from the same printed seed, so that what fails once fails again.
 */
const WHOLE = process.env['CAMPAIGN'] === 'whole';

export const SEED = 20_261_122;

/** True in the long run, whose figures are held to the absolute limits. */
export function isWhole(): boolean {
  return WHOLE;
}

/** `whole` in the long run, a tenth of it else, and at least one. */
export function scaled(whole: number): number {
  return WHOLE ? whole : Math.max(1, Math.round(whole / 10));
}

/** A figure that has a limit: the value, what must hold in words, and whether it does. */
export type Held = [value: number | string, must: string, met: boolean];

/** One line of figures in the run's output; each goes into the release table too. */
export function say(campaign: string, figures: Record<string, number | string | Held>): void {
  const told = Object.entries(figures).map(([name, given]) => {
    const [value, limit, met] = Array.isArray(given) ? given : [given, null, true];
    keepFigure({ campaign, figure: name, value: String(value), limit, met });
    return `${name} ${value}`;
  });
  console.log(`[seed ${SEED}] ${campaign}: ${told.join(', ')}`);
}

/** A count of which there may be none. */
export function none(count: number): Held {
  return [count, '0', count === 0];
}

/** A number that may not be above a limit, in a unit. */
export function atMost(value: number, limit: number, unit = ''): Held {
  const of = unit === '' ? '' : ` ${unit}`;
  return [`${value}${of}`, `at most ${limit}${of}`, value <= limit];
}

/** A number that must be just this. */
export function exactly(value: number, wanted: number): Held {
  return [value, String(wanted), value === wanted];
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
