import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { passNumber, runFacts } from './bench/run-facts.ts';
import { chromiumBrowser, inChromium } from './vitest-chromium.ts';

const CAPTURES = '../shared/pages/captures/taobao_tmall_ice_2022plus';

/** Captured listing pages and page data, where they lie beside the project. */
function captures(): { path: string; itemId: string }[] {
  const folder = fileURLToPath(new URL(`../${CAPTURES}`, import.meta.url));
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.flatMap((file) => {
    const itemId = /\d{11,}/.exec(file)?.[0];
    return itemId === undefined ? [] : [{ path: `${CAPTURES}/${file}`, itemId }];
  });
}

const run = { ...runFacts(), pass: passNumber() };

/** Comparisons with a peer, in real Chromium: one page at a time, nothing beside it. */
export default defineConfig({
  ...inChromium,
  // Its glue loads its own wasm file by address.
  optimizeDeps: {
    include: [...inChromium.optimizeDeps.include, 'preact/jsx-runtime'],
    exclude: ['jieba-wasm'],
  },
  // Labelled titles are read where they lie, beside the project.
  server: { fs: { allow: ['.', '../shared'] } },
  // Views as they ship: the development runtime makes an object more for each element.
  oxc: { jsx: { ...inChromium.oxc.jsx, development: false } },
  define: { BENCH_RUN: JSON.stringify(run), BENCH_CAPTURES: JSON.stringify(captures()) },
  test: {
    name: 'bench',
    include: ['tests/bench/**/*.test.{ts,tsx}'],
    browser: chromiumBrowser,
    fileParallelism: false,
    testTimeout: 10 * 60_000,
  },
});
