import { defineConfig } from 'vitest/config';
import { readCaptures } from './browser/sites/read-captures.ts';
import { chromiumBrowser, inChromium } from './vitest-chromium.ts';

/** Component and reader tests, in real Chromium. */
export default defineConfig({
  ...inChromium,
  test: {
    name: 'browser',
    include: ['tests/browser/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/seed.ts'],
    // A page has no environment: the seed is handed in.
    env: { SEED: process.env['SEED'] ?? '' },
    browser: { ...chromiumBrowser, commands: { readCaptures } },
  },
});
