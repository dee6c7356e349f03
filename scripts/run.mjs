import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A fault that one sentence explains; it is printed without a stack. */
export class Trouble extends Error {}

/**
 * The environment of everything we run: this Node and the project's own commands come first.
 * @param {Record<string, string>} extra
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnv(extra = {}) {
  const path = [dirname(process.execPath), join(ROOT, 'node_modules', '.bin'), process.env.PATH];
  return { ...process.env, PATH: path.join(delimiter), ...extra };
}

/**
 * Runs a command in the project's folder and answers its exit code; a command that could not be
 * started, or was ended by a signal, answers 1. What it prints is shown, or kept in `logFile`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, logFile?: string | null, started?: (pid: number | undefined) => void }} options
 * @returns {Promise<number>}
 */
export function run(
  command,
  args,
  { env = projectEnv(), logFile = null, started = () => {} } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', logFile ? 'pipe' : 'inherit', logFile ? 'pipe' : 'inherit'],
    });
    started(child.pid);
    if (logFile) {
      const log = createWriteStream(logFile);
      child.stdout.pipe(log, { end: false });
      child.stderr.pipe(log, { end: false });
      child.on('close', () => log.end());
    }
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a script of an installed package with this very Node: no shell, no shims.
 * @param {string} script
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, logFile?: string | null }} [options]
 */
export function runPackage(script, args, options) {
  return run(process.execPath, [join(ROOT, 'node_modules', script), ...args], options);
}

/**
 * Runs `main` and turns a `Trouble` into one printed sentence and exit code 1.
 * @param {() => Promise<number | undefined>} main
 */
export async function entry(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
