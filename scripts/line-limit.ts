import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './run.mjs';

/** A file holds one idea; past this many lines it holds several. */
const MOST_LINES = 350;
const FOLDERS = ['components', 'entrypoints', 'lib', 'scripts', 'tests'];
const ENDINGS = /\.(ts|tsx|mjs|css)$/;

/** The project's own source files that are longer than a file may be, with their length. */
export function filesTooLong(root: string = ROOT): { file: string; lines: number }[] {
  const found: { file: string; lines: number }[] = [];
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !ENDINGS.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length;
      if (lines > MOST_LINES) found.push({ file: relative(root, file), lines });
    }
  }
  return found;
}
