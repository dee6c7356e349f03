import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from '../run.mjs';

/** Where campaigns stand, and what the files that keep figures are called. */
const FOLDERS = ['tests/long', 'tests/e2e'];
const IS_CAMPAIGN = /\.(spec|test)\.ts$|\/run\.ts$/;
const KEEPS = /\b(keepFigure|say)\(/;

/**
 * Campaigns that hold waits of a person to a limit. They run with nothing beside them: on two cores
 * another browser at work takes as long as the limit by itself.
 */
export const TIMED = [
  'bank',
  'hostile/flood',
  'hostile/host',
  'hostile/restore-files',
  'storage/disk-full',
  'storage/disk-full-everywhere',
  'storage/manifests',
  'storage/quota',
].map((name) => `tests/e2e/${name}.spec.ts`);

/** Every test that keeps figures, from the project's folder: each owes the table at least one. */
export function campaignFiles(root: string = ROOT): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => relative(root, path).split(sep).join('/')),
  )
    .filter((file) => IS_CAMPAIGN.test(file))
    .filter((file) => KEEPS.test(readFileSync(join(root, file), 'utf8')))
    .toSorted();
}
