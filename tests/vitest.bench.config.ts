import { defineConfig } from 'vitest/config';
import { chromiumBrowser, inChromium } from './vitest-chromium.ts';

/** Comparisons with a peer, in real Chromium: one page at a time, nothing beside it. */
export default defineConfig({
  ...inChromium,
  test: {
    name: 'bench',
    include: ['tests/bench/**/*.test.{ts,tsx}'],
    browser: chromiumBrowser,
    fileParallelism: false,
    testTimeout: 10 * 60_000,
  },
});
