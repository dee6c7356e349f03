import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Where the campaigns leave their figures for the table of `npm run release:check`. */
export const FIGURES_FILE = join(ROOT, '.cache', 'reports', 'figures.jsonl');

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

/**
 * Keeps a figure, with when it was measured, by which test in which wording (`source`, a digest),
 * and whether the campaign ran whole.
 */
export function keepFigure(figure: Figure): void {
  const whole = process.env['CAMPAIGN'] === 'whole';
  const at = new Date().toISOString();
  const file = callingTest();
  const source = file === null ? null : digestOf(join(ROOT, file));
  const line = JSON.stringify({ ...figure, whole, at, file, source });
  mkdirSync(dirname(FIGURES_FILE), { recursive: true });
  appendFileSync(FIGURES_FILE, `${line}\n`);
}

/** Short: it tells the wordings of one test apart, no more. */
function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12);
}

/** The test that is running, from the project's folder, so that the table can say its command. */
function callingTest(): string | null {
  const root = `${ROOT}/`.replaceAll('\\', '/');
  const stack = (new Error('where').stack ?? '').replaceAll('\\', '/').split('\n');
  for (const frame of stack) {
    const [, path] = frame.split(root);
    const [file] = path?.match(/^[^:?)]+(?:\.spec|\.test|\/run|\/check-release)\.ts/) ?? [];
    if (file !== undefined) return file;
  }
  return null;
}
