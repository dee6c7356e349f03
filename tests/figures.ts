import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the campaigns leave their figures for the table of `npm run release:check`. */
export const FIGURES_FILE = join(import.meta.dirname, '..', '.cache', 'reports', 'figures.jsonl');

/**
 * One figure of a campaign. `limit` is what must hold, in words ("0", "at most 200 ms"), null for a
 * figure that is only recorded; `met` is the campaign's own verdict, which its test also asserts.
 */
export type Figure = {
  campaign: string;
  figure: string;
  value: string;
  limit: string | null;
  met: boolean;
};

/** Keeps a figure, with when it was measured and whether the campaign was run whole. */
export function keepFigure(figure: Figure): void {
  const whole = process.env['CAMPAIGN'] === 'whole';
  const line = JSON.stringify({ ...figure, whole, at: new Date().toISOString() });
  mkdirSync(dirname(FIGURES_FILE), { recursive: true });
  appendFileSync(FIGURES_FILE, `${line}\n`);
}
