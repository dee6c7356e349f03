import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, runPackage, Trouble } from './run.mjs';

/** The built extension, as a browser loads it. */
export const EXTENSION = join(ROOT, '.output', 'chrome-mv3');
const STAMP = join(ROOT, '.output', '.built');
const LOG = join(ROOT, '.cache', 'build.log');
const SOURCES = ['components', 'entrypoints', 'lib', 'public', 'wxt.config.ts', 'package.json'];

/** The newest zip of the extension, null where there is none. */
export function zipFile(): string | null {
  const folder = join(ROOT, '.output');
  if (!existsSync(folder)) return null;
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  const name = readdirSync(folder).find((file) => file.endsWith('.zip') && file.includes(version));
  return name === undefined ? null : join(folder, name);
}

function filesIn(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (/\.(ts|json)$/.test(path)) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Names and contents of all sources in one digest. */
function sourcesDigest(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn).toSorted()) {
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Every file of the output with its size: a build that was interrupted or tampered with differs. */
function outputDigest(): string {
  const hash = createHash('sha256');
  for (const file of filesIn('.output/chrome-mv3').toSorted()) {
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function isBuilt(): boolean {
  if (!existsSync(STAMP) || zipFile() === null) return false;
  return readFileSync(STAMP, 'utf8') === `${sourcesDigest()} ${outputDigest()}\n`;
}

/** Builds and zips the extension unless the output is complete and of these very sources. */
export async function buildIfNeeded(): Promise<void> {
  if (isBuilt()) return;
  process.stdout.write('Building the extension …\n');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const sources = sourcesDigest();
  const code = await runPackage('wxt/bin/wxt.mjs', ['zip'], { logFile: LOG });
  if (code !== 0 || zipFile() === null) {
    process.stderr.write(readFileSync(LOG, 'utf8'));
    throw new Trouble('The extension could not be built: the reason stands above.');
  }
  writeFileSync(STAMP, `${sources} ${outputDigest()}\n`);
}
