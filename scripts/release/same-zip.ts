import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { projectEnv, ROOT, run } from '../run.mjs';

/** What is made, not written: it goes into no copy of the sources. */
const MADE = new Set([
  'node_modules',
  '.git',
  '.output',
  '.wxt',
  '.cache',
  'test-results',
  'screenshots',
]);

export type ZipAnswer = { same: boolean; digests: string[]; bytes: number };

/**
 * Zips the extension in two folders, of other names and depths, time zones and file times: what a
 * release holds is a matter of its sources alone, so anybody can make it again and compare.
 */
export async function zipTwice(): Promise<ZipAnswer> {
  const base = mkdtempSync(join(tmpdir(), 'zips-'));
  try {
    const first = await zipIn(join(base, 'one'), 'UTC');
    const second = await zipIn(join(base, 'another', 'place'), 'Asia/Shanghai');
    const digests = [first, second].map((zip) => createHash('sha256').update(zip).digest('hex'));
    return { same: first.equals(second), digests, bytes: first.length };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function zipIn(folder: string, zone: string): Promise<Buffer> {
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (path) => !MADE.has(relative(ROOT, path).split(sep)[0] ?? ''),
  });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const wxt = join(folder, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const log = join(folder, 'zip.log');
  const env = projectEnv({ TZ: zone });
  const code = await run(process.execPath, [wxt, 'zip', folder], { env, logFile: log });
  const made = join(folder, '.output');
  const name = code === 0 ? readdirSync(made).find((file) => file.endsWith('.zip')) : undefined;
  if (name === undefined) throw new Error(`the zip was not made:\n${readFileSync(log, 'utf8')}`);
  return readFileSync(join(made, name));
}
