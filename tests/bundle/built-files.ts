import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = join(root, '.output', 'chrome-mv3');

/** Every file of the built extension by its path within it. */
export function builtFiles(): string[] {
  if (!existsSync(output)) throw new Error('There is no build: run "npm run zip" first.');
  return readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(output, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

export function builtBytes(file: string): Buffer {
  return readFileSync(join(output, file));
}

export function builtText(file: string): string {
  return readFileSync(join(output, file), 'utf8');
}

/** The built content scripts: what is put into pages. */
export function contentScripts(): string[] {
  return builtFiles().filter((file) => file.startsWith('content-scripts/') && file.endsWith('.js'));
}

/** The zip beside the build, of this version. */
export function zipBytes(): Buffer {
  const folder = join(root, '.output');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const zips = readdirSync(folder).filter(
    (name) => name.endsWith('.zip') && name.includes(`-${version}-`),
  );
  const [zip] = zips;
  if (zip === undefined || zips.length > 1) throw new Error(`one zip expected, not ${zips.length}`);
  return readFileSync(join(folder, zip));
}

/** A reviewed golden file of this folder; its absence is a failure, it is never written by a test. */
export function golden(name: string): unknown {
  const file = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  return JSON.parse(readFileSync(file, 'utf8'));
}
