import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './run.mjs';

const LOCK = join(ROOT, '.cache', 'installing');
const LONGEST_WAIT_MS = 10 * 60_000;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The processes of an install that is at work here: ours when they run on after a Ctrl+C, too. */
function atWork() {
  if (!existsSync(LOCK)) return [];
  const pids = readFileSync(LOCK, 'utf8').split(' ').map(Number);
  return pids.filter((pid) => pid > 1 && pid !== process.pid && isAlive(pid));
}

/** Waits until no other install is at work in this folder: two at once spoil each other. */
export async function waitForOthers() {
  const end = Date.now() + LONGEST_WAIT_MS;
  if (atWork().length > 0) process.stdout.write('Another install is at work here, waiting …\n');
  while (atWork().length > 0 && Date.now() < end) {
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
  }
}

/** Says that this process installs, with the help of another one. */
export function atWorkWith(childPid) {
  mkdirSync(dirname(LOCK), { recursive: true });
  writeFileSync(LOCK, `${process.pid} ${childPid ?? 0}`);
}

/** Says that the install is over. */
export function workDone() {
  rmSync(LOCK, { force: true });
}
