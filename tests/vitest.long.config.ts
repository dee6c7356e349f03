import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Campaigns that take minutes: one at a time, so that their figures mean something. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    name: 'long',
    include: ['tests/long/**/*.test.ts'],
    environment: 'node',
    // What stands here runs whole only.
    env: { CAMPAIGN: 'whole' },
    fileParallelism: false,
    testTimeout: 30 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
