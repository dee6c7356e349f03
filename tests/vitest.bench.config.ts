import { defineConfig } from 'vitest/config';
import { passNumber, runFacts } from './bench/run-facts.ts';
import { chromiumBrowser, inChromium } from './vitest-chromium.ts';

const run = { ...runFacts(), pass: passNumber() };

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
