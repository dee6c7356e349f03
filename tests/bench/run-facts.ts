import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import type { RunFacts } from './row.ts';

function commit(): string {
  try {
    const git = (args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    const changed = git(['status', '--porcelain', '--', 'lib', 'components', 'entrypoints']);
    return git(['rev-parse', '--short', 'HEAD']) + (changed === '' ? '' : ' with changes');
  } catch {
    return 'no commit';
  }
}

/** Where and of what a run is; the browser's name is the page's to say. */
export function runFacts(): Omit<RunFacts, 'browser'> {
  return {
    commit: commit(),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    node: process.versions.node,
    load: loadavg()[0]!.toFixed(1),
    at: new Date().toISOString().slice(0, 16),
  };
}

/** Which of the passes in fresh browsers this is, from 1. */
export function passNumber(): number {
  return Number(process.env['BENCH_PASS'] ?? '1');
}
