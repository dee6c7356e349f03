import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { defineConfig } from 'vitest/config';
import { chromiumBrowser, inChromium } from './vitest-chromium.ts';

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'no commit';
  }
}

const run = {
  commit: commit(),
  machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
  node: process.versions.node,
  load: loadavg()[0]!.toFixed(1),
};

/** Comparisons with a peer, in real Chromium: one page at a time, nothing beside it. */
export default defineConfig({
  ...inChromium,
  // Its glue loads its own wasm file by address.
  optimizeDeps: { ...inChromium.optimizeDeps, exclude: ['jieba-wasm'] },
  // Labelled titles are read where they lie, beside the project.
  server: { fs: { allow: ['.', '../shared'] } },
  define: { BENCH_RUN: JSON.stringify(run) },
  test: {
    name: 'bench',
    include: ['tests/bench/**/*.test.{ts,tsx}'],
    browser: chromiumBrowser,
    fileParallelism: false,
    testTimeout: 10 * 60_000,
  },
});
